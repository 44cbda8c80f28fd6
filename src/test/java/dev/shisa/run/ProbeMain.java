package dev.shisa.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A probe as a site might have one, in a process of its own: {@code exit N}, {@code hang}, {@code tell FILE WORD…}. */
public final class ProbeMain {
    private ProbeMain() {
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        switch (words[0]) {
            case "exit" -> System.exit(Integer.parseInt(words[1]));
            case "hang" -> new CountDownLatch(1).await();
            default -> Files.writeString(Path.of(words[1]), String.join(" ", List.of(words).subList(2, words.length)));
        }
    }

    /** The command that runs it. */
    public static List<String> command(String... words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", System.getProperty("java.class.path"), ProbeMain.class.getName()));
        command.addAll(List.of(words));
        return command;
    }
}

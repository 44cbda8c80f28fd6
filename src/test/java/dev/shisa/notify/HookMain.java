package dev.shisa.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A hook as somebody might have one, in a process of its own: {@code exit N}, {@code hang}, {@code keep FILE}. */
public final class HookMain {
    private HookMain() {
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        switch (words[0]) {
            case "exit" -> System.exit(Integer.parseInt(words[1]));
            case "hang" -> new CountDownLatch(1).await();
            default -> {
                Files.write(Path.of(words[1]), System.in.readAllBytes());
                Files.write(Path.of(words[1] + ".env"), System.getenv().keySet());
                System.out.println("nobody reads this");
            }
        }
    }

    /** The command that runs it. */
    public static List<String> command(String... words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1", "-cp", Path.of("target", "test-classes").toString(),
                        HookMain.class.getName()));
        command.addAll(List.of(words));
        return command;
    }
}

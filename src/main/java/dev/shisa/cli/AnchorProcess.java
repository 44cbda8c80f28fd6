package dev.shisa.cli;

import dev.shisa.audit.Anchor;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Hands a head to the site's own command, as an argument; it is kept when the command ends with 0 in time. Nobody reads what the command says. */
final class AnchorProcess implements Anchor {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private final List<String> command;

    /**
     * @param command the program and its arguments; {@code {head}} stands for the head
     */
    AnchorProcess(List<String> command) {
        this.command = List.copyOf(command);
    }

    @Override
    public Optional<String> keep(String head) throws InterruptedException {
        List<String> words = command.stream().map(word -> word.replace("{head}", head)).toList();
        File nothing = new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
        Process process;
        try {
            process = new ProcessBuilder(words).redirectInput(ProcessBuilder.Redirect.from(nothing))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return Optional.of("The site's anchor command does not start: " + e.getMessage() + ".");
        }
        try {
            if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of("The site's anchor command did not end within " + LONGEST.toSeconds() + " seconds.");
            }
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of("The site's anchor command ended with " + process.exitValue() + ".");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}

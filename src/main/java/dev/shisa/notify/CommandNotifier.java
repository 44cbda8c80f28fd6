package dev.shisa.notify;

import dev.shisa.text.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Hands the notice to a program of this machine, as JSON on its standard input. No shell reads the words, the program is given no credential of
 * the environment, and nobody reads what it says.
 */
final class CommandNotifier implements Notifier {
    /** What a program needs to find its files and to speak somebody's language, here and on Windows; nothing of shisa's is among it. */
    private static final Set<String> KEPT = Set.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE",
            "TZ", "TMPDIR", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "PATHEXT", "COMSPEC", "TEMP", "TMP", "USERPROFILE",
            "USERNAME", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA");

    private final List<String> command;

    CommandNotifier(List<String> command) {
        this.command = command;
    }

    @Override
    public Optional<Text> tell(Notice notice) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> !KEPT.contains(name.toUpperCase(Locale.ROOT)));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            // Its message repeats words of the command.
            return Optional.of(Text.of("it does not start"));
        }
        try {
            hand(process, NoticeJson.write(notice) + "\n");
            int status = process.waitFor();
            return status == 0 ? Optional.empty() : Optional.of(Text.of("it ended with {0}", status));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Whether it reads what it is handed is its own business; its exit status tells. */
    private static void hand(Process process, String text) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It did not read to the end.
        }
    }
}

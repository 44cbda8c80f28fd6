package dev.shisa.run;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command of the site's own. It reads nothing, nobody reads what it says, it is given no variable of this program, and it is ended when its
 * time is over, with all that it started.
 */
public final class SiteProcess {
    private SiteProcess() {
    }

    /** How it ended. */
    public sealed interface Ended {

        /**
         * By itself.
         *
         * @param status its exit status
         */
        record ByItself(int status) implements Ended {
        }

        /**
         * Not as it should.
         *
         * @param how the end of a sentence that begins with its name
         */
        record Otherwise(String how) implements Ended {
        }
    }

    /**
     * Runs it.
     *
     * @param command the program and its arguments
     * @param limit how long it may take, more than nothing
     * @throws InterruptedException when the thread is asked to stop while it waits
     */
    public static Ended run(List<String> command, Duration limit) throws InterruptedException {
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
            takeOwn(builder.environment());
            process = builder.start();
        } catch (IOException e) {
            return new Ended.Otherwise("does not start: " + e.getMessage());
        }
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    ? new Ended.ByItself(process.exitValue())
                    : new Ended.Otherwise("did not end within " + limit);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** The secrets of the applications stand in variables of this program; a command of the site's has no use for any of them. */
    static void takeOwn(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("SHISA_"));
    }

    private static File nothing() {
        return new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}

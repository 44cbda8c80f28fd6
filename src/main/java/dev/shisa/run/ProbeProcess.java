package dev.shisa.run;

import dev.shisa.account.Observation;
import dev.shisa.site.Probe;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a probe as a process of its own, whose output nobody reads, and ends it when its time is over. */
public final class ProbeProcess implements Prober {
    private static final int WORKS = 0;
    private static final int DOES_NOT_WORK = 1;

    @Override
    public Answer ask(Probe probe, Observation account) throws InterruptedException {
        List<String> command = probe.command().stream()
                .map(word -> word.replace("{account}", account.name()).replace("{id}", account.id().value())).toList();
        Process process;
        try {
            process = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return Answer.NO_ANSWER;
        }
        try {
            return process.waitFor(probe.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    ? answer(process.exitValue())
                    : Answer.NO_ANSWER;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Answer answer(int exit) {
        return switch (exit) {
            case WORKS -> Answer.PASSED;
            case DOES_NOT_WORK -> Answer.FAILED;
            default -> Answer.NO_ANSWER;
        };
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}

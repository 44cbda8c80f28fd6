package dev.shisa.run;

import dev.shisa.account.Observation;
import dev.shisa.site.Probe;
import java.util.List;

/** Runs a probe as a process of its own. */
public final class ProbeProcess implements Prober {
    private static final int WORKS = 0;
    private static final int DOES_NOT_WORK = 1;

    @Override
    public Answer ask(Probe probe, Observation account) throws InterruptedException {
        List<String> command = probe.command().stream()
                .map(word -> word.replace("{account}", account.name()).replace("{id}", account.id().value())).toList();
        return switch (SiteProcess.run(command, probe.timeout())) {
            case SiteProcess.Ended.ByItself ended -> answer(ended.status());
            case SiteProcess.Ended.Otherwise _ -> Answer.NO_ANSWER;
        };
    }

    private static Answer answer(int exit) {
        return switch (exit) {
            case WORKS -> Answer.PASSED;
            case DOES_NOT_WORK -> Answer.FAILED;
            default -> Answer.NO_ANSWER;
        };
    }
}

package dev.shisa.cli;

import dev.shisa.audit.Anchor;
import dev.shisa.run.SiteProcess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Hands a head to the site's own command, as an argument; it is kept when the command ends with 0 in time. */
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
        return switch (SiteProcess.run(words, LONGEST)) {
            case SiteProcess.Ended.ByItself ended -> ended.status() == 0
                    ? Optional.empty()
                    : Optional.of("The site's anchor command ended with " + ended.status() + ".");
            case SiteProcess.Ended.Otherwise otherwise ->
                Optional.of("The site's anchor command " + otherwise.how() + ".");
        };
    }
}

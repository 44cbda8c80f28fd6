package dev.shisa.cli;

import dev.shisa.account.Facet;
import dev.shisa.diag.RefusedException;
import dev.shisa.operation.Terms;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said aloud before a write. */
final class SpokenOptions {
    @Option(names = "--confirm", paramLabel = "COUNT@DOMAIN", description = "What is shown: how many accounts of which tenant.")
    private @Nullable String confirm;

    @Option(names = "--accept-loss", paramLabel = "FACET,…", description = "What is shown to be lost.")
    private @Nullable String loss;

    /**
     * The terms as typed.
     *
     * @param expected the expected number, where that was said
     */
    Terms terms(Optional<String> expected) throws RefusedException {
        return GuardedCommand.terms(expected, Optional.ofNullable(confirm), Optional.ofNullable(loss));
    }

    /** The terms, with what a person types where something was left out and may be asked. */
    static Terms ask(Session session, Terms said, SortedSet<Facet> lost) throws InterruptedException {
        return Questions.ask(said, lost,
                session.options().mayAsk() && session.options().output().equals("human"),
                session.options().locale());
    }
}

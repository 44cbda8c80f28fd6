package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.removing;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;

/** Ways by evidence: what is rehearsed again before a run is not what somebody approved. Only rehearsal accounts are written. */
class EvidenceBypassTest extends DrillTable {

    @Override
    boolean mayRehearse() {
        return true;
    }

    private static void discarded(Attempt attempt) throws IOException {
        Files.move(attempt.store().resolve("evidence"), attempt.store().resolve("elsewhere"));
    }

    @Override
    Stream<Row> rows() {
        return Stream.of(
                drilled("the milder choice's approval", 16, "It was given for the choices",
                        (attempt, _) -> attempt.words("mailbox", "remove", "person1@contoso.example",
                                "--discard-identity", "--execute", "--confirm", "1@contoso.example", "--accept-loss",
                                "identity")),
                drilled("somebody deleted for good, with one approval of another act", 16, "approvals of 2 people",
                        (attempt, _) -> attempt.words("user", "purge", "gone3@contoso.example", "--execute",
                                "--confirm", "1@contoso.example", "--accept-loss", "identity")),
                drilled("evidence thrown away and made again", 16, "It was given on other evidence",
                        (attempt, _) -> discarded(attempt)),
                drilled("evidence thrown away, and the line instead of the plan", 16, "It was given on other evidence",
                        (attempt, _) -> {
                            discarded(attempt);
                            attempt.words(removing("person1@contoso.example"));
                        }),
                drilled("evidence changed and sealed again", 16, "It was given on other evidence",
                        (attempt, _) -> Forgery.resealed(Forgery.single(attempt.store().resolve("evidence")),
                                object -> object.put("run", "run-20200101-000000-000000"))),
                drilled("evidence thrown away, and an approval of nobody", 16, "This needs the approval",
                        (attempt, _) -> {
                            discarded(attempt);
                            Files.move(attempt.store().resolve("approvals"),
                                    attempt.store().resolve("without"));
                        }));
    }
}

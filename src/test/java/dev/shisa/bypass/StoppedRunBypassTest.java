package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.applying;
import static dev.shisa.bypass.Row.row;
import static dev.shisa.bypass.Row.typed;

import java.util.stream.Stream;

/** Ways past a run that harmed, in a tenant that it closed. */
class StoppedRunBypassTest extends BypassTable {
    private String harmed = "";
    private String plan = "";

    @Override
    void prepare(Stage before) {
        before.removed("person12");
        plan = before.planned("person1");
        before.tenant().faults("[{\"misbehave\":\"identity-lost\",\"from\":1}]");
        harmed = before.done(22, Attempt.removing("person2@contoso.example")).path("run").asString();
        before.tenant().faults("[]");
    }

    @Override
    Stream<Row> rows() {
        String[] said = {"--confirm", "1@contoso.example", "--accept-loss", "licences,mailbox"};
        return Stream.of(
                typed("the same line again", 11, "The tenant is closed by",
                        Attempt.removing("person1@contoso.example")),
                typed("another command", 11, "The tenant is closed by", "user", "disable", "person1@contoso.example",
                        "--execute", "--confirm", "1@contoso.example"),
                typed("a plan that was made before", 11, "The tenant is closed by", applying(plan)),
                typed("a rehearsal", 11, "The tenant is closed by", "rehearse", plan, said[0], said[1], said[2],
                        said[3]),
                typed("to go on with it", 13, "cannot go on", "run", "resume", harmed, said[0], said[1], said[2],
                        said[3]),
                typed("to send again what failed", 13, "cannot go on", "run", "resume", harmed, "--retry-failed",
                        said[0], said[1], said[2], said[3]),
                row("its summary says that it is well", 11, "The tenant is closed by", attempt -> Forgery.replaced(
                        attempt.store().resolve("runs").resolve(harmed).resolve("summary.json"), "violated",
                        "completed")),
                row("its journal is changed", 20, "does not verify", attempt -> Forgery
                        .bent(attempt.store().resolve("runs").resolve(harmed).resolve("journal.jsonl"))));
    }
}

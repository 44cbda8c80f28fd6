package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.applying;
import static dev.shisa.bypass.Attempt.removing;
import static dev.shisa.bypass.Row.row;
import static dev.shisa.bypass.Row.typed;

import java.util.stream.Stream;

/** Ways by runs that ended: resumed, brought back, spent, closed. */
class RunsBypassTest extends BypassTable {
    private String undonePlan = "";
    private String undone = "";
    private String completed = "";
    private String plan = "";

    @Override
    void prepare(Stage before) {
        undonePlan = before.planned("person2");
        undone = before.done(0, applying(undonePlan)).path("run").asString();
        before.done(0, "undo", undone, "--execute", "--confirm", "1@contoso.example");
        completed = before.removed("person3");
        plan = before.planned("person1");
    }

    private static String[] said(String... words) {
        return Stream.of(words, new String[]{"--confirm", "1@contoso.example", "--accept-loss", "licences,mailbox"})
                .flatMap(Stream::of).toArray(String[]::new);
    }

    @Override
    Stream<Row> rows() {
        return Stream.of(
                typed("the plan of a run that was brought back", 12, "The plan was spent by", applying(undonePlan)),
                typed("to go on with a run that is finished", 13, "cannot go on",
                        said("run", "resume", completed)),
                typed("to go on with a run that was brought back", 13, "cannot go on", said("run", "resume", undone)),
                typed("to go on with a run that is not there", 4, "There is no run",
                        said("run", "resume", "run-nobody")),
                typed("to send again in a run that is finished", 13, "cannot go on",
                        said("run", "resume", completed, "--retry-failed")),
                typed("to bring back without a word", 18, "Nobody confirmed", "undo", completed, "--execute"),
                typed("to bring back another number", 18, "The confirmation does not fit the plan.", "undo", completed,
                        "--execute", "--confirm", "2@contoso.example"),
                typed("to accept a loss where there is none", 18, "the plan loses nothing", "undo", completed,
                        "--execute", "--confirm", "1@contoso.example", "--accept-loss", "licences"),
                typed("to bring back a path", 4, "There is no run", "undo", "../" + completed, "--execute", "--confirm",
                        "1@contoso.example"),
                typed("to halt nothing", 2, "has to be said", "halt", "--reason", "x"),
                typed("to halt without a reason", 2, "reason", "halt", "--all"),
                typed("to halt with a blank reason", 2, "reason", "halt", "--all", "--reason", " "),
                typed("to close without a reason", 2, "reason", "run", "close", completed),
                typed("to close with a blank reason", 2, "reason", "run", "close", completed, "--reason", " "),
                typed("to close what is not open", 13, "keeps nothing closed", "run", "close", completed, "--reason",
                        "leave it"),
                typed("a plan without a word", 18, "Nobody confirmed", "apply", plan),
                typed("a rehearsal without a word", 18, "Nobody confirmed", "rehearse", plan),
                row("a plan, halted", 11, "Somebody halted what is to be done.",
                        attempt -> halted(attempt).words(applying(plan))),
                row("a line, halted", 11, "Somebody halted what is to be done.",
                        attempt -> halted(attempt).words(removing("person1@contoso.example"))),
                row("an undo, halted", 11, "Somebody halted what is to be done.", attempt -> halted(attempt)
                        .words("undo", completed, "--execute", "--confirm", "1@contoso.example")),
                row("the halt cleared without a reason", 2, "reason",
                        attempt -> halted(attempt).words("halt", "--all", "--clear")));
    }

    /** Whoever halts it is another process. */
    private static Attempt halted(Attempt attempt) throws Exception {
        Attempt.Ended halt = attempt.words("halt", "--all", "--reason", "look first").run();
        if (halt.code() != 0) {
            throw new AssertionError(halt.said());
        }
        return attempt;
    }
}

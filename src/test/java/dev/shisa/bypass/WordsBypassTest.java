package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.removing;
import static dev.shisa.bypass.Attempt.saying;
import static dev.shisa.bypass.Row.row;
import static dev.shisa.bypass.Row.typed;

import java.util.stream.Stream;

/** Ways by the words of a line, by variables and by standard input. */
class WordsBypassTest extends BypassTable {
    private static final String ONE = "person1@contoso.example";
    private static final String CONFIRM = "1@contoso.example";
    private static final String LOSS = "licences,mailbox";
    private static final String[] UNSAID = {"mailbox", "remove", ONE, "--keep-identity", "--execute"};

    @Override
    Stream<Row> rows() {
        return Stream.of(variables(), options(), confirmations(), losses(), choices()).flatMap(rows -> rows);
    }

    private static Stream<Row> variables() {
        return Stream.of("SHISA_CONFIRM", "SHISA_ACCEPT_LOSS", "SHISA_FORCE", "SHISA_YES", "SHISA_POLICIES",
                "SHISA_CATALOG", "SHISA_EXECUTE", "SHISA_APPROVAL", "SHISA_")
                .map(name -> row("variable " + name, 2,
                        "The environment variable " + name + " is not one of shisa's.",
                        attempt -> attempt.with(name, "1")));
    }

    private static Stream<Row> options() {
        return Stream.of(
                row("options from a file", 4, "names no account", attempt -> attempt.words("mailbox", "remove",
                        "@" + attempt.file("options", String.join("\n", removing(ONE))), "--keep-identity", "--execute",
                        "--confirm", CONFIRM, "--accept-loss", LOSS)),
                row("the whole line from a file", 2, "There is no command", attempt -> attempt
                        .words("@" + attempt.file("options", String.join("\n", removing(ONE))))),
                typed("--execute abbreviated", 2, "There is no option \"--exec\"", "mailbox", "remove", ONE,
                        "--keep-identity", "--exec", "--confirm", CONFIRM, "--accept-loss", LOSS),
                typed("--confirm abbreviated", 2, "There is no option \"--conf\"", "mailbox", "remove", ONE,
                        "--keep-identity", "--execute", "--conf", CONFIRM, "--accept-loss", LOSS),
                typed("noun abbreviated", 2, "There is no command", "mail", "remove", ONE, "--keep-identity"),
                typed("--force", 2, "There is no option \"--force\"", with("--force")),
                typed("--yes", 2, "There is no option \"--yes\"", with("--yes")),
                typed("a rehearsal account of one's own", 2, "There is no option \"--rehearse-on",
                        with("--rehearse-on=person2@contoso.example")),
                typed("-Confirm:$false", 2, "There is no option", with("-Confirm:$false")),
                typed("--execute=false and a plan", 2, "should be specified without", "mailbox", "remove", ONE,
                        "--keep-identity",
                        "--execute=false", "--confirm", CONFIRM, "--accept-loss", LOSS),
                typed("--confirm twice", 2, "--confirm", with("--confirm", CONFIRM)),
                typed("--accept-loss twice", 2, "--accept-loss", "mailbox", "remove", ONE, "--keep-identity",
                        "--execute", "--confirm", CONFIRM, "--accept-loss", "licences", "--accept-loss", "mailbox"),
                row("--tenant twice", 2, "--tenant", attempt -> attempt.and("--tenant", "sandbox")),
                row("--store twice", 2, "--store", attempt -> attempt.and("--store", attempt.store().toString())),
                typed("options behind --", 4, "names no account", "mailbox", "remove", "--keep-identity", "--execute",
                        "--confirm", CONFIRM, "--accept-loss", LOSS, "--", "--all"),
                typed("a time that is none", 2, "is not a moment with its offset", with("--not-before", "tomorrow")));
    }

    private static String[] with(String... more) {
        return Stream.of(removing(ONE), more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static Stream<Row> confirmations() {
        return Stream.of(
                typed("nothing said", 18, "Nobody confirmed", UNSAID),
                typed("nothing said, and --no-input", 18, "Nobody confirmed",
                        Stream.of(UNSAID, new String[]{"--no-input"}).flatMap(Stream::of).toArray(String[]::new)),
                row("yes into standard input", 18, "Nobody confirmed",
                        attempt -> attempt.words(UNSAID).fed("y\nyes\n".repeat(100))),
                row("the right words into standard input", 18, "Nobody confirmed",
                        attempt -> attempt.words(UNSAID).fed(CONFIRM + "\n" + LOSS + "\nlicences\nmailbox\n")),
                row("SHISA_NO_INPUT switched off", 18, "Nobody confirmed",
                        attempt -> attempt.words(UNSAID).with("SHISA_NO_INPUT", "0").fed(CONFIRM + "\n" + LOSS + "\n")),
                confirm("another count", "2@contoso.example"), confirm("another domain", "1@sgu.example"),
                confirm("count alone", "1"), confirm("domain alone", "@contoso.example"),
                confirm("a count with a leading zero", "01@contoso.example"),
                confirm("a count with a sign", "+1@contoso.example"),
                confirm("full-width digits", "\uFF11@contoso.example"),
                confirm("a full-width at sign", "1\uFF20contoso.example"),
                confirm("a Cyrillic letter", "1@c\u043Entoso.example"), confirm("yes", "yes"), confirm("blank", " "),
                confirm("a blank behind it", "1@contoso.example "), confirm("an empty word", ""),
                typed("said without --execute", 2, "go with --execute", "mailbox", "remove", ONE, "--keep-identity",
                        "--confirm", CONFIRM, "--accept-loss", LOSS),
                typed("one account too many expected", 15, "--expect-count says 2", with("--expect-count", "2")),
                typed("an expected count of none", 15, "--expect-count says 0", with("--expect-count", "0")),
                typed("an expected count that is none", 2, "is not a number", with("--expect-count", "one")));
    }

    private static Row confirm(String name, String said) {
        return typed("confirmation: " + name, 18, "The confirmation does not fit the plan.", saying(ONE, said, LOSS));
    }

    private static Stream<Row> losses() {
        return Stream.of(
                typed("loss not said", 18, "Nobody accepted what is lost", "mailbox", "remove", ONE, "--keep-identity",
                        "--execute", "--confirm", CONFIRM),
                loss("less", "mailbox"), loss("more", "licences,mailbox,identity"), loss("another", "identity"),
                loss("one of them twice", "licences,mailbox,mailbox"), loss("all", "all"), loss("*", "*"),
                loss("none", "none"), loss("a comma behind it", "licences,mailbox,"), loss("an empty word", ""));
    }

    private static Row loss(String name, String said) {
        return typed("loss: " + name, 18, "The accepted loss is not the loss of the plan.",
                saying(ONE, CONFIRM, said));
    }

    private static Stream<Row> choices() {
        return Stream.of(
                typed("no choice", 2, "has no default for identity", "mailbox", "remove", ONE, "--execute",
                        "--confirm", CONFIRM, "--accept-loss", LOSS),
                typed("both choices", 2, "Only one of --keep-identity or --discard-identity",
                        with("--discard-identity")),
                typed("the loss of the milder choice", 18, "The accepted loss is not the loss of the plan.", "mailbox",
                        "remove", ONE, "--discard-identity", "--execute", "--confirm", CONFIRM, "--accept-loss", LOSS),
                typed("the choice switched off", 2, "should be specified without", "mailbox", "remove", ONE,
                        "--keep-identity=false", "--execute",
                        "--confirm", CONFIRM, "--accept-loss", LOSS));
    }
}

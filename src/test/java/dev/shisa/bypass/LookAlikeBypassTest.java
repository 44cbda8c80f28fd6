package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.applying;
import static dev.shisa.bypass.Attempt.removing;
import static dev.shisa.bypass.Attempt.saying;
import static dev.shisa.bypass.Row.row;
import static dev.shisa.bypass.Row.typed;

import java.util.stream.Stream;

/** Words that only look like the right ones: each refusal says so, and shows what cannot be seen. */
class LookAlikeBypassTest extends BypassTable {
    private static final String ONE = "person1@contoso.example";
    private static final String CONFIRM = "1@contoso.example";
    private static final String LOSS = "licences,mailbox";
    private static final String FULL_WIDTH = "full-width or other look-alike characters";
    private static final String HINT = "It is written with characters that may only look like others: ";
    private static final String LOOKS = "It holds characters that look like ";
    private String plan = "";
    private String run = "";

    @Override
    void prepare(Stage before) {
        run = before.removed("person12");
        plan = before.planned("person1");
    }

    @Override
    Stream<Row> rows() {
        return Stream.of(confirmations(), losses(), counts(), accounts(), options(), names()).flatMap(rows -> rows);
    }

    private static Row confirm(String name, String phrase, String said) {
        return typed("--confirm: " + name, 18, phrase, saying(ONE, said, LOSS));
    }

    private static Stream<Row> confirmations() {
        return Stream.of(confirm("full-width digits", FULL_WIDTH, "\uFF11@contoso.example"),
                confirm("a full-width at sign", FULL_WIDTH, "1\uFF20contoso.example"),
                confirm("a full-width full stop", FULL_WIDTH, "1@contoso\uFF0Eexample"),
                confirm("a circled digit", FULL_WIDTH, "\u2460@contoso.example"),
                confirm("a Cyrillic letter", HINT + "CYRILLIC SMALL LETTER O", "1@c\u043Entoso.example"),
                confirm("an Arabic digit", HINT + "ARABIC-INDIC DIGIT ONE", "\u0661@contoso.example"),
                confirm("a character of no width", HINT + "ZERO WIDTH SPACE", "1\u200B@contoso.example"),
                confirm("the other direction, shown", "--confirm \\u202e1@contoso.example", "\u202E1@contoso.example"),
                confirm("an escape, shown", "--confirm \\u001b[31m1@contoso.example", "\u001B[31m1@contoso.example"));
    }

    private static Row loss(String name, String phrase, String said) {
        return typed("--accept-loss: " + name, 18, phrase, saying(ONE, CONFIRM, said));
    }

    private static Stream<Row> losses() {
        return Stream.of(loss("a full-width comma", HINT + "FULLWIDTH COMMA", "licences\uFF0Cmailbox"),
                loss("an ideographic comma", "--accept-loss licences\u3001mailbox", "licences\u3001mailbox"),
                loss("a Cyrillic letter", HINT + "CYRILLIC SMALL LETTER O", "licences,mailb\u043Ex"),
                loss("full-width letters", HINT + "FULLWIDTH LATIN SMALL LETTER M",
                        "licences,\uFF4D\uFF41\uFF49\uFF4C\uFF42\uFF4F\uFF58"),
                loss("a character of no width, shown", "licences,mail\\u200bbox", "licences,mail\u200Bbox"));
    }

    private static Row count(String name, String phrase, String said) {
        return row("--expect-count: " + name, 2, phrase, attempt -> attempt.and("--expect-count", said));
    }

    private static Stream<Row> counts() {
        return Stream.of(count("a full-width digit", HINT + "FULLWIDTH DIGIT ONE", "\uFF11"),
                count("an Arabic digit", HINT + "ARABIC-INDIC DIGIT ONE", "\u0661"),
                count("an ideograph", "--expect-count is not a number: \u4E00.", "\u4E00"),
                count("a minus sign", HINT + "MINUS SIGN", "\u22121"),
                count("a character of no width, shown", "not a number: 1\\u200b.", "1\u200B"));
    }

    private static Row account(String name, String phrase, String account) {
        return typed("account: " + name, 4, phrase, removing(account));
    }

    private static Stream<Row> accounts() {
        return Stream.of(account("full-width letters", LOOKS + "\"person1@contoso.example\"",
                "\uFF50erson1@contoso.example"),
                account("a full-width digit", LOOKS + "\"person1@contoso.example\"", "person\uFF11@contoso.example"),
                account("a Cyrillic letter", HINT + "CYRILLIC SMALL LETTER IE", "p\u0435rson1@contoso.example"),
                account("a dash that is none", LOOKS + "\"sentinel\u20101@contoso.example\"",
                        "sentinel\u20111@contoso.example"),
                account("a soft hyphen, shown", "\"person\\u00ad1@contoso.example\"", "person\u00AD1@contoso.example"),
                row("account: a Cyrillic letter in a list", 4, HINT + "CYRILLIC SMALL LETTER IE",
                        attempt -> attempt.words("mailbox", "remove", "--from",
                                attempt.file("list.txt", "p\u0435rson1@contoso.example\n"), "--keep-identity",
                                "--execute", "--confirm", CONFIRM, "--accept-loss", LOSS)));
    }

    private static Row choice(String name, String phrase, String choice) {
        return row("option: " + name, 2, phrase, attempt -> attempt.instead("--keep-identity", choice));
    }

    private static Stream<Row> options() {
        return Stream.of(choice("a hyphen that is none", HINT + "HYPHEN (U+2010)", "--keep\u2010identity"),
                choice("full-width letters", HINT + "FULLWIDTH LATIN SMALL LETTER K", "--\uFF4Beep-identity"),
                row("option: an em dash", 2, "has no default for identity",
                        attempt -> attempt.instead("--keep-identity", "\u2014keep-identity")),
                row("option: a Cyrillic letter", 2, HINT + "CYRILLIC SMALL LETTER IE",
                        attempt -> attempt.instead("--execute", "--\u0435xecute")),
                row("noun: full-width letters", 2, HINT + "FULLWIDTH LATIN SMALL LETTER M",
                        attempt -> attempt.instead("mailbox", "\uFF4Dailbox")),
                row("verb: a Cyrillic letter", 2, HINT + "CYRILLIC SMALL LETTER IE",
                        attempt -> attempt.instead("remove", "r\u0435move")));
    }

    private Stream<Row> names() {
        return Stream.of(
                row("plan: a full-width digit", 4, HINT + "FULLWIDTH DIGIT TWO",
                        attempt -> attempt.words(applying(plan.replaceFirst("2", "\uFF12")))),
                row("plan: a dash that is none", 4, HINT + "EN DASH",
                        attempt -> attempt.words(applying(plan.replaceFirst("-", "\u2013")))),
                row("plan: an escape, shown", 4, "There is no plan \\u001b[2Jx.",
                        attempt -> attempt.words(applying("\u001B[2Jx"))),
                row("run: a full-width digit", 4, HINT + "FULLWIDTH DIGIT TWO", attempt -> attempt.words("undo",
                        run.replaceFirst("2", "\uFF12"), "--execute", "--confirm", CONFIRM)),
                row("run: a Cyrillic letter", 4, HINT + "CYRILLIC SMALL LETTER", attempt -> attempt.words("run",
                        "resume", run.replaceFirst("r", "\u0433"), "--confirm", CONFIRM, "--accept-loss", LOSS)),
                row("run: an escape, shown", 4, "There is no run \\u001b[2Jx.",
                        attempt -> attempt.words("undo", "\u001B[2Jx", "--execute", "--confirm", CONFIRM)));
    }
}

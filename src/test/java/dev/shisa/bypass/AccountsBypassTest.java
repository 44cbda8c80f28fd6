package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.removing;
import static dev.shisa.bypass.Row.row;
import static dev.shisa.bypass.Row.typed;

import java.util.stream.Stream;

/** Ways by what names the accounts. */
class AccountsBypassTest extends BypassTable {
    private static final String ONE = "person1@contoso.example";

    @Override
    Stream<Row> rows() {
        return Stream.of(names(), protectedAccounts(), files(), exclusions(), sources()).flatMap(rows -> rows);
    }

    private static Stream<Row> names() {
        return Stream.of(nobody("everybody", "*"), nobody("a part of a name", "person*@contoso.example"),
                nobody("an at sign before it", "@" + ONE), nobody("a local part", "person1"),
                nobody("a display name", "Alex Twin"), nobody("a Cyrillic letter", "p\u0435rson1@contoso.example"),
                nobody("full-width", "\uFF50erson1@contoso.example"),
                nobody("a combining accent", "pe\u0301rson1@contoso.example"),
                nobody("a character of no width", "person1\u200B@contoso.example"),
                nobody("the other direction", "\u202Eperson1@contoso.example"),
                nobody("a blank that does not break", ONE + "\u00A0"),
                nobody("a tabulator", "person1\t@contoso.example"),
                nobody("a control character", "person1\u0007@contoso.example"),
                nobody("two names in one", ONE + ",person2@contoso.example"),
                nobody("a quote that ends early", "x@y'; Get-Mailbox | Remove-Mailbox #"),
                nobody("a filter", "accountEnabled eq true"), nobody("a path", "../users/" + ONE),
                nobody("another domain", "person1@sgu.example"),
                nobody("somebody in the recycle bin", "gone1@contoso.example"),
                typed("an empty name", 4, "is blank", removing("")),
                typed("once in capitals", 4, "names already", "mailbox", "remove", ONE, "PERSON1@CONTOSO.EXAMPLE",
                        "--keep-identity", "--execute", "--confirm", "2@contoso.example", "--accept-loss",
                        "licences,mailbox"));
    }

    private static Row nobody(String name, String account) {
        return typed("name: " + name, 4, "names no account", removing(account));
    }

    private static Stream<Row> protectedAccounts() {
        return Stream.of(guarded("rehearsal-direct-1", "rehearsal account"), guarded("sentinel-1", "sentinel account"),
                guarded("admin2", "holder or eligible holder of a role"),
                guarded("eligible1", "holder or eligible holder of a role"),
                guarded("operator1", "holder or eligible holder of a role"),
                guarded("synced1", "synced from on-premises"),
                guarded("restricted1", "restricted management unit"), guarded("shared1", "shared mailbox"),
                guarded("room1", "room mailbox"), guarded("held1", "held mailbox"), guarded("held2", "held mailbox"),
                guarded("archive2", "auto-expanding archive"), guarded("moving1", "pending migration"),
                disabled("breakglass-1@contoso.example", "break-glass account"),
                disabled("guest1@fabrikam.example", "guest"),
                row("guarded: a sentinel by its object id", 13, "sentinel account", attempt -> attempt.words(removing(
                        attempt.stage().tenant().account("sentinel-1").path("id").asString()))),
                typed("guarded: a sentinel in capitals", 13, "sentinel account",
                        removing("SENTINEL-1@CONTOSO.EXAMPLE")));
    }

    private static Row guarded(String local, String reason) {
        return typed("guarded: " + local, 13, reason, removing(local + "@contoso.example"));
    }

    private static Row disabled(String account, String reason) {
        return typed("guarded: " + account, 13, reason, "user", "disable", account, "--execute", "--confirm",
                "1@contoso.example");
    }

    private static Stream<Row> files() {
        return Stream.of(
                listed("a blank line", "list.txt", ONE + "\n\nperson2@contoso.example\n", 4, "is blank"),
                listed("an unknown line", "list.txt", ONE + "\nnobody@contoso.example\n", 4, "names no account"),
                listed("a line twice", "list.txt", ONE + "\n" + ONE + "\n", 4, "names already"),
                listed("a byte order mark in its middle", "list.txt", "person2@contoso.example\n\uFEFF" + ONE + "\n", 4,
                        "names no account"),
                listed("a heading", "list.txt", "userPrincipalName\n" + ONE + "\n", 4, "names no account"),
                listed("nothing in it", "list.txt", "", 4, "Nothing matched"),
                listed("a byte order mark alone", "list.txt", "\uFEFF", 4, "Nothing matched"),
                listed("a protected one among them", "list.txt", ONE + "\nsentinel-1@contoso.example\n", 13,
                        "sentinel account"),
                listed("a table without a column", "list.csv", "upn\n" + ONE + "\n", 2, "Say it: --column NAME."),
                listed("a table in capitals without a column", "LIST.CSV", "upn\n" + ONE + "\n", 2,
                        "Say it: --column NAME."),
                row("list: a column that is not there", 2, "has no column",
                        attempt -> attempt.words(from(attempt.file("list.csv", "mail\n" + ONE + "\n"))).and("--column",
                                "upn")),
                row("list: a column that is there twice", 2, "is not a CSV",
                        attempt -> attempt.words(from(attempt.file("list.csv", "upn,upn\n" + ONE + ",x\n")))
                                .and("--column", "upn")),
                row("list: a table with a heading alone", 4, "Nothing matched",
                        attempt -> attempt.words(from(attempt.file("list.csv", "upn\n"))).and("--column", "upn")),
                row("list: a file that is not there", 2, "cannot be read",
                        attempt -> attempt.words(from(attempt.store() + "/nothing.txt"))),
                row("list: a folder", 2, "cannot be read", attempt -> attempt.words(from(attempt.store().toString()))),
                row("list: standard input", 2, "cannot be read", attempt -> attempt.words(from("-")).fed(ONE + "\n")));
    }

    private static Row listed(String name, String file, String text, int code, String phrase) {
        return row("list: " + name, code, phrase, attempt -> attempt.words(from(attempt.file(file, text))));
    }

    private static String[] from(String file) {
        return new String[]{"mailbox", "remove", "--from", file, "--keep-identity", "--execute", "--confirm",
                "1@contoso.example", "--accept-loss", "licences,mailbox"};
    }

    private static Stream<Row> exclusions() {
        return Stream.of(excluding("an unknown line", "nobody@contoso.example\n", 4, "names no account"),
                excluding("a blank line", "\n", 4, "is blank"),
                excluding("everybody", ONE + "\n", 4, "Nothing matched"),
                excluding("nobody", "", 4, "names nobody"));
    }

    private static Row excluding(String name, String text, int code, String phrase) {
        return row("exclusion: " + name, code, phrase,
                attempt -> attempt.and("--exclude-from", attempt.file("not.txt", text)));
    }

    private static Stream<Row> sources() {
        return Stream.of(
                typed("two sources", 2, "Accounts are named in more than one way.", "mailbox", "remove", ONE, "--all",
                        "--keep-identity"),
                typed("no source", 2, "No accounts are named.", "mailbox", "remove", "--keep-identity", "--execute",
                        "--confirm", "1@contoso.example", "--accept-loss", "licences,mailbox"),
                typed("a blank filter", 4, "is blank", "mailbox", "remove", "--filter", " ", "--keep-identity",
                        "--execute", "--confirm", "1@contoso.example", "--accept-loss", "licences,mailbox"),
                typed("a blank group", 4, "is blank", "mailbox", "remove", "--group", "", "--keep-identity",
                        "--execute", "--confirm", "1@contoso.example", "--accept-loss", "licences,mailbox"),
                typed("all, and a filter that matches nobody", 2, "more than one way", "mailbox", "remove", "--all",
                        "--filter", "userPrincipalName eq 'nobody'", "--keep-identity"),
                typed("a filter that matches nobody", 4, "Nothing matched", "mailbox", "remove", "--filter",
                        "userPrincipalName eq 'nobody'", "--keep-identity", "--execute", "--confirm",
                        "0@contoso.example"));
    }
}

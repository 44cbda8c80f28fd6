package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Which accounts a line means: every rule of the contract, and nothing is ever written by a plan. */
class SelectionTest extends Scene {

    @BeforeEach
    void serve() {
        serve("small");
    }

    @AfterEach
    void nothingWasWritten() {
        assertEquals(List.of(), tenant().writes(0));
    }

    private Result plan(String... words) {
        List<String> line = new ArrayList<>(List.of("mailbox", "remove", "--keep-identity"));
        line.addAll(List.of(words));
        return shell().json(line.toArray(String[]::new));
    }

    private String file(String name, String... lines) {
        try {
            Path file = folder.resolve(name);
            Files.writeString(file, String.join("\n", lines));
            return file.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void exactlyOneSource() {
        plan().exits(2);
        plan("--all", "person1@contoso.example").exits(2);
        plan("--all", "--filter", "accountEnabled eq true").exits(2);
        plan("--from", file("a.txt", "person1@contoso.example\n"), "--group", "x").exits(2);
        assertEquals(0, tenant().seen(), "nobody was asked");
    }

    @Test
    void nothingMatchedIsNeverEverything() {
        plan("--filter", "startswith(userPrincipalName,'nobody-has-this')").exits(4);
        plan("--filter", " ").exits(4);
        plan("--filter", "").exits(4);
        plan("--group", " ").exits(4);
        plan("--group", "00000000-0000-0000-0000-000000000000").exits(4);
        plan("--from", file("empty.txt", "")).exits(4);
        plan("--from", file("blank.txt", "\n\n")).exits(4);
        plan("--from", file("bom.txt", "\uFEFF")).exits(4);
        plan("").exits(4);
        plan(" ").exits(4);
        String group = tenant().account("operator1").path("groups").values().stream().map(JsonNode::asString)
                .filter(id -> tenant().names(account -> account.path("groups").toString().contains(id)).size() == 1)
                .findFirst().orElseThrow();
        plan("--group", group).exits(4).holds(true, "its one member holds a role");
    }

    @Test
    void everythingExcludedIsNothing() {
        plan("person1@contoso.example", "--exclude-from", file("x.txt", "person1@contoso.example\n")).exits(4);
        Result all = plan("--all").exits(0);
        List<String> names = new ArrayList<>();
        shell().json("plan", "show", all.text("plan")).lines("target")
                .forEach(target -> names.add(target.path("name").asString()));
        assertEquals(24, names.size());
        plan("--all", "--exclude-from", file("y.txt", String.join("\n", names))).exits(4);
    }

    @Test
    void everyBadLineOfAFileIsListed() {
        String file = file("list.txt", "person1@contoso.example", "", "nobody@contoso.example",
                "PERSON1@contoso.example", "person2@contoso.example", "@x", "room1@contoso.example",
                "none1@contoso.example", "");
        Result refused = plan("--from", file).exits(4);
        String errors = refused.errors();
        for (String line : List.of("line 2 ", "line 3 ", "line 4 ", "line 6 ", "none1@contoso.example",
                "room1@contoso.example")) {
            refused.holds(errors.contains(line), line + "should be listed");
        }
        refused.holds(!errors.contains("line 1 of " + file + ":"), "line 1 is good");
        refused.holds(!errors.contains("person2"), "line 5 is good");
    }

    @Test
    void aBadLineOfTheExcludeFileRefuses() {
        Result refused = plan("person1@contoso.example", "--exclude-from",
                file("x.txt", "nobody@contoso.example", "", "person2@contoso.example", "person2@contoso.example"))
                .exits(4);
        for (String line : List.of("line 1 ", "line 2 ", "line 4 ")) {
            refused.holds(refused.errors().contains(line), line + "should be listed");
        }
        Result wrongKind = plan("person1@contoso.example", "--exclude-from",
                file("z.txt", "none1@contoso.example\n")).exits(4);
        wrongKind.holds(wrongKind.errors().contains("none1"), "an account without a mailbox is of the wrong kind");
        plan("--all", "--exclude-from", file("w.txt", "admin2@contoso.example", "person1@contoso.example")).exits(0);
    }

    @Test
    void filesMayHaveAMarkAndCarriageReturns() {
        Result plan = plan("--from", file("b.txt", "\uFEFFperson1@contoso.example\r", "Person2@CONTOSO.example\r", ""))
                .exits(0);
        assertEquals(2, plan.number("targets"));
    }

    @Test
    void aCsvNeedsItsColumn() {
        String csv = file("people.csv", "name,upn", "One,person1@contoso.example",
                "\"Two, B\",person2@contoso.example");
        plan("--from", csv).exits(2);
        plan("--from", csv, "--column", "mail").exits(2);
        assertEquals(2, plan("--from", csv, "--column", "upn").exits(0).number("targets"));
        plan("--from", file("hole.csv", "upn", "person1@contoso.example", "", "person2@contoso.example"), "--column",
                "upn")
                .exits(4);
        plan("--from", file("none.csv", "upn\n"), "--column", "upn").exits(4);
        plan("--from", folder.resolve("lacks.txt").toString()).exits(2);
    }

    @Test
    void whatIsNotExactlyOneAccountIsRefused() {
        String[] texts = {"@x", "*", "person*", "x@y'; Get-Mailbox | Remove-Mailbox #", "person1@contoso.example\u0000",
                "person1@contoso.example,person2@contoso.example", "%", "' or 1 eq 1", "person1", "contoso.example",
                "../users", "\uFF50erson1@contoso.example", "person1@contoso.example\u200b"};
        Result refused = plan(texts).exits(4);
        assertEquals("refused", refused.text("status"));
        for (int number = 1; number <= texts.length; number++) {
            refused.holds(refused.errors().contains("argument " + number + ":"), "argument " + number + " is listed");
        }
        plan(texts[0]).exits(4);
    }

    @Test
    void controlCharactersAreShownEscaped() {
        Result refused = shell().run("mailbox", "remove", "--keep-identity", "evil\u001b[2Jname\u0007", "a\rb")
                .exits(4);
        assertFalse(refused.talk().contains("\u001b") || refused.talk().contains("\u0007"), refused.talk());
        assertFalse(refused.talk().contains("\r"), refused.talk());
    }

    @Test
    void namesFoldCaseAndIdsDoNot() {
        String id = tenant().account("person1").path("id").asString();
        assertEquals(1, plan(id).exits(0).number("targets"));
        plan(id.toUpperCase(Locale.ROOT)).exits(4);
        assertEquals(1, plan("PERSON1@Contoso.EXAMPLE").exits(0).number("targets"));
        assertEquals(1, plan("pat@contoso.example").exits(0).number("targets"), "an alias names its owner");
        assertEquals(1, plan("O'Brien@contoso.example").exits(0).number("targets"));
        plan(id, "person1@contoso.example").exits(4);
    }

    @Test
    void whatIsProtectedIsRefusedByName() {
        Map<String, String> reasons = Map.ofEntries(Map.entry("shared1", "shared mailbox"),
                Map.entry("room1", "room mailbox"), Map.entry("equipment1", "equipment mailbox"),
                Map.entry("synced1", "synced from on-premises"), Map.entry("admin2", "role"),
                Map.entry("eligible1", "role"), Map.entry("operator1", "role"), Map.entry("restricted1", "restricted"),
                Map.entry("grouped1", "a group assigns"), Map.entry("both1", "a group assigns"),
                Map.entry("rehearsal-direct-1", "rehearsal account"), Map.entry("sentinel-1", "sentinel account"));
        List<String> names = reasons.keySet().stream().map(local -> local + "@contoso.example").toList();
        Result refused = plan(names.toArray(String[]::new)).exits(13);
        assertEquals(reasons.size(), refused.lines("error").size());
        reasons.forEach((local, reason) -> refused.holds(
                refused.lines("error").stream().map(error -> error.path("message").asString())
                        .anyMatch(message -> message.contains(local + "@") && message.contains(reason)),
                local + " should be refused as " + reason));
        assertEquals(reasons.size() + 1, plan("--from", file("p.txt", String.join("\n", names) + "\nperson1@x\n"))
                .exits(4).lines("error").size(), "all refusals are shown, the first of the order counts");
        plan("person1@contoso.example", "shared1@contoso.example").exits(13);
    }

    @Test
    void whatIsOfTheWrongKindIsRefusedByName() {
        Result refused = plan("none1@contoso.example", "tombstone1@contoso.example", "planoff1@contoso.example",
                "gone1@contoso.example", "person1@contoso.example").exits(4);
        for (String local : List.of("none1", "tombstone1", "planoff1", "gone1")) {
            refused.holds(refused.errors().contains(local + "@contoso.example"), local + " is named");
        }
    }

    @Test
    void aGuestIsRefusedForWhateverItIsNamed() {
        shell().json("user", "disable", "guest1@fabrikam.example").exits(13);
    }

    @Test
    void leftOutAccountsAreCountedByReason() {
        Result plan = plan("--all").exits(0);
        long counted = 0;
        for (var reason : plan.lines("plan").getFirst().path("left_out").properties()) {
            counted += reason.getValue().asLong();
        }
        assertEquals(plan.number("left_out"), counted);
        assertEquals(29, counted);
        Result group = plan("--filter", "startswith(userPrincipalName,'rehearsal-')").exits(4);
        group.holds(group.errors().contains("rehearsal account"), "what was left out is told");
    }

    @Test
    void aFilterTheServiceRefusesIsRefused() {
        plan("--filter", "nonsense eq 'x'").exits(2);
        plan("--filter", "accountEnabled eq").exits(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--keep-identity --keep-identity --all", "--keep-identity --all --all",
            "--keep-identity --filter a --filter b", "--keep-identity --expect-count 1 --expect-count 2 --all",
            "--keep --all", "--keep-id --all", "--keep-identity --al", "--keep-identity --all --exec",
            "--keep-identity --all --what", "--keep-identity --all --expect-count x",
            "--keep-identity --all --expect-count -1", "--keep-identity --all --confirm 24@contoso.example",
            "--keep-identity --all --accept-loss licences,mailbox", "--keep-identity --all --execute=true",
            "--keep-identity=true --all", "--keep-identity --all=false", "--no-keep-identity --all"})
    void optionsAreWrittenOutAndOnce(String words) {
        Result refused = plan(("--discard-identity " + words).split(" ")).exits(2);
        assertEquals("refused", refused.text("status"));
        List<String> line = new ArrayList<>(List.of("mailbox", "remove"));
        line.addAll(List.of(words.split(" ")));
        shell().json(line.toArray(String[]::new)).exits(2);
    }

    @Test
    void anAtSignIsNotAFileOfArguments() {
        String file = file("args.txt", "--all --keep-identity");
        plan("@" + file).exits(4);
        shell().json("mailbox", "remove", "@" + file).exits(2);
        assertTrue(Files.exists(Path.of(file)));
    }

    @Test
    void anUnknownVariableRefusesEverything() {
        Result refused = shell().with("SHISA_CONFIRM", "24@contoso.example").json("mailbox", "remove", "--all",
                "--keep-identity").exits(2);
        refused.holds(refused.errors().contains("SHISA_CONFIRM"), "the variable is named");
        shell().with("SHISA_EXECUTE", "1").json("run", "list").exits(2);
        shell().with("SHISA_OUTPUT", "json").raw(List.of("catalog", "list", "--store", "x")).shows("\"version\"");
    }

    @Test
    void verbsAndNounsAreWrittenOut() {
        shell().json("mailbox", "rem", "--all").exits(2);
        shell().json("mail", "remove", "--all").exits(2);
        shell().json("mailbox").exits(2);
        shell().json("nonsense").exits(2);
        shell().json("Get-Mailbox", "|", "Remove-Mailbox").exits(2);
    }
}

package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.applying;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Ways by limits, hours, protected accounts, reviews of the catalog, and by the way back of a run. */
class GovernanceBypassTest extends DrillTable {
    private String run = "";
    private String runPlan = "";

    @Override
    void prepare(Stage before) throws Exception {
        super.prepare(before);
        runPlan = drill().approved("person2");
        run = drill().done(0, applying(runPlan)).path("run").asString();
    }

    @Override
    Stream<Row> rows() {
        return Stream.of(limits(), calendar(), people(), catalogs(), undo()).flatMap(rows -> rows);
    }

    private Row pinned(String name, int code, String phrase, String more) {
        return drilled(name, code, phrase, (_, site) -> Drill.pin(site, more));
    }

    private static String[] several(int count, String... more) {
        Stream<String> people = IntStream.rangeClosed(3, 2 + count).mapToObj(i -> "person" + i + "@contoso.example");
        return Stream.of(Stream.of("mailbox", "remove"), people,
                Stream.of("--keep-identity", "--execute", "--confirm", count + "@contoso.example", "--accept-loss",
                        "licences,mailbox"),
                Stream.of(more)).flatMap(words -> words).toArray(String[]::new);
    }

    private Stream<Row> limits() {
        return Stream.of(
                pinned("limit: of the day, lowered since the approval", 15, "1 accounts were lost within 24 hours",
                        "limits: {day: 1}"),
                pinned("limit: of the day in percent, lowered since", 15, "1 accounts were lost within 24 hours",
                        "limits: {day_percent: 1}"),
                pinned("limit: nothing at all", 2, "The site bundle has a mistake", "limits: {targets: 0}"),
                pinned("limit: less than nothing", 2, "The site bundle has a mistake", "limits: {day: -1}"),
                pinned("limit: more than everybody", 2, "The site bundle has a mistake",
                        "limits: {day_percent: 101}"),
                pinned("limit: a slip in a key", 2, "there is no key 'targetz' here", "limits: {targetz: 1}"),
                drilled("limit: more accounts than the percentage allows", 15,
                        "4 accounts are more than one plan may take", (attempt, _) -> attempt.words(several(4))),
                drilled("limit: more accounts than the number allows", 15,
                        "2 accounts are more than one plan may take", (attempt, site) -> {
                            Drill.pin(site, "limits: {targets: 1}");
                            attempt.words(several(2));
                        }),
                drilled("limit: an expected count does not raise it", 15, "4 accounts are more than one plan may take",
                        (attempt, _) -> attempt.words(several(4, "--expect-count", "4"))));
    }

    /** Days of the week that are neither today nor next to it, by the service's clock. */
    private static String otherDays() {
        Instant now = Instant.now();
        return IntStream.of(2, 3, 4, 5).mapToObj(days -> now.atZone(ZoneOffset.UTC).plusDays(days).getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String freeze(String from, String to) {
        return "freezes: [{name: examinations, zone: Asia/Tokyo, from: \"" + from + "\", to: \"" + to + "\"}]";
    }

    private Stream<Row> calendar() {
        String hours = "begin: {zone: UTC, days: " + otherDays() + ", from: \"09:00\", to: \"16:00\"}";
        return Stream.of(
                pinned("calendar: frozen since the approval", 13, "The site is frozen: examinations.",
                        freeze("2020-01-15T00:00", "2099-01-18T00:00")),
                pinned("calendar: a freeze that ends before it begins", 2, "the window ends before it begins",
                        freeze("2099-01-15T00:00", "2020-01-18T00:00")),
                pinned("calendar: a freeze in no zone", 2, "is not a time zone",
                        freeze("2020-01-15T00:00", "2099-01-18T00:00").replace("Asia/Tokyo", "Asia/Edo")),
                drilled("calendar: many, outside the hours", 13, "Now it is no-go.", (attempt, site) -> {
                    Drill.pin(site, hours);
                    attempt.words("mailbox", "remove", "--filter", "startswith(userPrincipalName,'person3')",
                            "--keep-identity", "--execute", "--confirm", "1@contoso.example", "--accept-loss",
                            "licences,mailbox");
                }),
                drilled("calendar: a time that is none", 2, "is not a moment with its offset",
                        (attempt, _) -> attempt.and("--not-before", "tonight")));
    }

    private static String group(Attempt attempt, String name) {
        for (JsonNode group : attempt.stage().tenant().graph("GET", "/groups", "").path("value")) {
            if (group.path("displayName").asString().equals(name)) {
                return group.path("id").asString();
            }
        }
        throw new AssertionError("no group " + name);
    }

    private Row disabled(String name, String phrase, String account) {
        return drilled("people: " + name, 13, phrase, (attempt, _) -> attempt.words("user", "disable", account,
                "--execute", "--confirm", "1@contoso.example"));
    }

    private Stream<Row> people() {
        return Stream.of(
                drilled("people: a member of a group that is protected since", 13,
                        "1 targets are members of a protected group.",
                        (attempt, site) -> Drill.pin(site, "protected_groups: [" + group(attempt, "Sales") + "]")),
                drilled("people: of a protected group that is not there", 2, "Request_ResourceNotFound",
                        (_, site) -> Drill.pin(site,
                                "protected_groups: [11111111-2222-4333-8444-666666666666]")),
                drilled("people: the own account", 13, "the account of whoever typed the command",
                        (_, site) -> Drill.pin(site, "operators: {" + Drill.ME + ": [person1@contoso.example]}")),
                disabled("the last administrator", "holder or eligible holder of a role", "admin@contoso.example"),
                disabled("an administrator by a group", "holder or eligible holder of a role",
                        "operator1@contoso.example"),
                disabled("break-glass by name", "break-glass account", "breakglass-1@contoso.example"),
                disabled("a sentinel", "sentinel account", "sentinel-1@contoso.example"),
                drilled("people: both owners of a group", 13, "groups would have no active owner any more",
                        (attempt, _) -> attempt.words("user", "delete", "head@contoso.example",
                                "person1@contoso.example", "--execute", "--confirm", "2@contoso.example",
                                "--accept-loss", "identity")),
                drilled("people: somebody who was deleted lately, for good", 13,
                        "in the recycle bin for less than 7 days", (attempt, _) -> attempt.words("user",
                                "purge", "gone1@contoso.example", "--execute", "--confirm", "1@contoso.example",
                                "--accept-loss", "identity")));
    }

    private Row catalog(String name, int code, String phrase, String part, String other) {
        return drilled("catalog: " + name, code, phrase, (attempt, _) -> {
            Path file = Path.of(attempt.file("commands.yaml", Files.readString(Path.of("commands.yaml"))));
            Forgery.replaced(file, part, other);
            attempt.words(several(1)).and("--catalog", file.toString());
        });
    }

    private Stream<Row> catalogs() {
        String effect = "becomes: tombstone, within: PT60M";
        return Stream.of(
                catalog("an entry that nobody reviewed", 13, "is not reviewed as it stands", effect,
                        "becomes: tombstone, within: PT59M"),
                catalog("a review that is expired", 13, "is not reviewed as it stands",
                        "on: \"2026-11-22\"\n      expires: \"2027-05-22\"",
                        "on: \"2026-01-22\"\n      expires: \"2026-05-22\""),
                catalog("a review for ever", 13, "is not reviewed as it stands", "expires: \"2027-05-22\"",
                        "expires: \"2999-05-22\""),
                drilled("catalog: another since the approval", 16, "It was given for the catalog", (attempt, _) -> {
                    Path file = Path.of(attempt.file("commands.yaml", Files.readString(Path.of("commands.yaml"))));
                    Forgery.replaced(file, "Delete an account in the recycle bin for good.", "Delete an account.");
                    attempt.and("--catalog", file.toString());
                }),
                review("by nobody", "There is no signature mine.yaml.sig beside it.", "", ""),
                review("by somebody whom the site does not know", "is not an allowed signer", "mallory",
                        "review@shisa.dev"),
                review("for another purpose", "was made for the namespace", "carol", "approval@shisa.dev"));
    }

    private Row review(String name, String phrase, String person, String namespace) {
        return drilled("catalog: a review signed " + name, 2, phrase, (attempt, site) -> {
            Path file = Path.of(attempt.file("site/reviews/mine.yaml", "format_version: \"1.0\"\n"
                    + "command: mailbox remove\nentry: \"" + "0".repeat(64)
                    + "\"\nby: bob\nexpires: \"2027-06-30\"\n"));
            if (!person.isEmpty()) {
                attempt.file("site/reviews/mine.yaml.sig", drill().signed(person, namespace, file));
            }
            Drill.pin(site, "reviews: reviews");
        });
    }

    /** The way back of a run is a write, too. */
    private Row undone(String name, int code, String phrase, Change change) {
        return drilled("undo: " + name, code, phrase, (attempt, site) -> {
            attempt.words("undo", run, "--execute", "--confirm", "1@contoso.example");
            change.on(attempt, site);
        });
    }

    private Stream<Row> undo() {
        return Stream.of(
                undone("whoever approved the run was revoked", 16, "is revoked and never counts", (_, site) -> {
                    Files.writeString(site.resolve("revoked"), drill().publicKey("bob") + "\n");
                    Drill.pin(site, "revoked_signers: revoked");
                }),
                undone("nobody may approve any more", 16, "is not an allowed signer",
                        (_, site) -> drill().signers(site, drill().line("carol"))),
                undone("the signers are gone", 2, "A file of the site has a mistake",
                        (_, site) -> Files.delete(site.resolve("allowed_signers"))),
                undone("the approvals are gone", 16, "This needs the approval of other people.",
                        (attempt, _) -> Files.move(attempt.store().resolve("approvals"),
                                attempt.store().resolve("elsewhere"))),
                undone("the plan is gone", 16, "Nobody can say what was approved", (attempt, _) -> Files
                        .delete(attempt.store().resolve("plans").resolve(runPlan + ".json"))),
                undone("whoever approved is whoever asks", 16, "may be the same person",
                        (_, site) -> drill().signers(site,
                                Drill.ME + "@contoso.example " + drill().publicKey("bob"))),
                undone("another number is said", 18, "The confirmation does not fit the plan.",
                        (attempt, _) -> attempt.instead("1@contoso.example", "2@contoso.example")));
    }
}

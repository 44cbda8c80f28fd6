package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.removing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ways by policies of one's own, and by the site's. */
class PolicyBypassTest extends DrillTable {
    private static final String TAUTOLOGY = "require: plan.targets > 0";

    @Override
    Stream<Row> rows() {
        return Stream.of(folders(), texts(), answers(), laxer(), changed()).flatMap(rows -> rows);
    }

    private Stream<Row> folders() {
        return Stream.of(
                drilled("--policies: an empty folder", 2, "there is no policy here", (attempt, _) -> attempt
                        .and("--policies", Files.createDirectory(attempt.home("own")).toString())),
                drilled("--policies: a folder that is not there", 2, "the folder cannot be read",
                        (attempt, _) -> attempt.and("--policies", attempt.home("own").toString())),
                drilled("--policies: a file", 2, "the folder cannot be read",
                        (attempt, _) -> attempt.and("--policies", attempt.file("own.yaml", Drill.RULE))),
                drilled("--policies: nothing", 2, "--policies is blank.",
                        (attempt, _) -> attempt.and("--policies", "")),
                drilled("--policies: a folder without a policy", 2, "there is no policy here", (attempt, _) -> {
                    attempt.file("own/README.md", "nothing");
                    attempt.and("--policies", attempt.home("own").toString());
                }),
                drilled("--policies: twice", 2, "--policies",
                        (attempt, site) -> attempt.and("--policies", site.resolve("rules").toString(), "--policies",
                                site.resolve("waivers").toString())),
                drilled("--policies: more files than anybody reads", 2, "more than 100 policy files",
                        (attempt, _) -> {
                            for (int i = 0; i <= 100; i++) {
                                attempt.file("own/p" + i + ".yaml", Drill.policy("p" + i, TAUTOLOGY));
                            }
                            attempt.and("--policies", attempt.home("own").toString());
                        }),
                drilled("site: its policies are emptied", 2, "there is no policy here",
                        (_, site) -> Files.delete(site.resolve("rules/own.yaml"))),
                drilled("site: its policies are gone", 2, "the folder cannot be read", (_, site) -> {
                    Files.delete(site.resolve("rules/own.yaml"));
                    Files.delete(site.resolve("rules"));
                }),
                drilled("site: its policies are somewhere else", 2, "no name of a file or folder beside",
                        (_, site) -> Forgery.replaced(site.resolve("site.yaml"), "policies: rules",
                                "policies: ../rules")),
                drilled("site: its policy is named so that nobody reads it", 2, "there is no policy here",
                        (_, site) -> Files.move(site.resolve("rules/own.yaml"), site.resolve("rules/own.yaml.bak"))));
    }

    private Row own(String name, int code, String phrase, String text) {
        return drilled(name, code, phrase, (attempt, _) -> {
            attempt.file("own/mine.yaml", text);
            attempt.and("--policies", attempt.home("own").toString());
        });
    }

    private Stream<Row> texts() {
        String whole = Drill.policy("mine", TAUTOLOGY);
        return Stream.of(own("text: empty", 2, "the file is empty", ""),
                own("text: no YAML", 2, "not YAML", "policies: [{"),
                own("text: an unknown key", 2, "there is no key 'force' here", whole + "    force: true\n"),
                own("text: a key beside the policies", 2, "there is no key 'disable' here", whole + "disable: [cap]\n"),
                own("text: a key twice", 2, "stands here twice", whole + "    refuse_as: limit\n"),
                own("text: no policies", 2, "A policy has a mistake", "format_version: \"1.0\"\npolicies: []\n"),
                own("text: the name of a shipped policy", 2, "it replaces none", Drill.policy("cap", TAUTOLOGY)),
                own("text: the name of the site's policy", 2, "it replaces none", Drill.policy("ticket", TAUTOLOGY)),
                own("text: two documents", 2, "begins another", whole + "---\n" + whole),
                own("text: an anchor", 2, "anchors and aliases are not allowed",
                        whole.replace("plan.targets", "&here plan.targets")),
                own("text: an alias", 2, "anchors and aliases are not allowed", whole + "tests: *all\n"),
                own("text: another version", 2, "'2.0' is not one of 1.0", whole.replace("1.0", "2.0")),
                own("text: a case of the wrong type", 2, "this must be a whole number", whole
                        + "tests:\n  - {policy: mine, name: x, given: {plan.targets: many}, expect: passed}\n"),
                own("text: a case with a variable that nobody knows", 2, "there is no variable 'plan.target'", whole
                        + "tests:\n  - {policy: mine, name: x, given: {plan.target: 1}, expect: passed}\n"),
                own("text: refused as done", 2, "is not one of",
                        whole.replace("refuse_as: refused", "refuse_as: done")),
                own("text: a demand and a bound in one", 2, "exactly one of", whole + "    approvals: \"0\"\n"),
                own("text: nothing demanded", 2, "exactly one of",
                        Drill.policy("mine", "when: \"true\"")),
                drilled("text: a mistake in a file named .yml", 2, "not YAML", (attempt, _) -> {
                    attempt.file("own/mine.yml", "policies: [{");
                    attempt.and("--policies", attempt.home("own").toString());
                }),
                drilled("text: a mistake in a file named .YAML", 2, "not YAML", (attempt, _) -> {
                    attempt.file("own/good.yaml", whole);
                    attempt.file("own/MINE.YAML", "policies: [{");
                    attempt.and("--policies", attempt.home("own").toString());
                }));
    }

    private Row answer(String name, int code, String phrase, String rule) {
        return own("answer: " + name, code, phrase, Drill.policy("mine", rule));
    }

    private Stream<Row> answers() {
        String unknown = "The policy mine cannot be evaluated.";
        String doubled = IntStream.range(1, 20).mapToObj(i -> "v" + i + ": " + times("v" + (i - 1), 8))
                .collect(Collectors.joining(", ", "{v0: \"'loss'\", ", "}"));
        return Stream.of(answer("a division by zero", 13, unknown, "require: 1 / (plan.targets - 1) == 1"),
                answer("a rest of a division by zero", 13, unknown, "require: 1 % (plan.targets - 1) == 1"),
                answer("a key that is not there", 13, unknown, "require: \"plan.shapes['nobody'] > 0\""),
                answer("an index that is not there", 13, unknown, "require: \"plan.loss[99] == 'mailbox'\""),
                answer("a number that overflows", 13, unknown,
                        "require: plan.targets * 9223372036854775807 * 2 > 0"),
                answer("a text that is no number", 13, unknown, "require: \"int(plan.command) > 0\""),
                answer("a text that is no moment", 13, unknown, "require: \"timestamp(plan.command) < time.now\""),
                answer("a text that is no length of time", 13, unknown,
                        "require: \"duration(plan.command) < plan.duration\""),
                answer("a moment out of all time", 13, unknown,
                        "require: \"time.now + duration('87600000h') + duration('87600000h') > time.now\""),
                answer("a pattern that is none", 13, unknown, "require: \"plan.command.matches(plan.reason + '[')\""),
                answer("a loop in a loop", 13, unknown, "require: \"" + nested() + "\""),
                own("answer: a text that doubles", 13, unknown,
                        Drill.policy("mine", "values: " + doubled + "\n    require: v19.size() > 0")),
                answer("a number where a yes is wanted", 2, "'require' has to be true or false",
                        "require: plan.targets"),
                answer("a text where a yes is wanted", 2, "'require' has to be true or false", "require: \"'true'\""),
                answer("anything where a yes is wanted", 2, "of a sort that nothing here takes", "require: dyn(true)"),
                answer("a variable that nobody knows", 2, "undeclared reference", "require: plan.approved"),
                answer("a function that nobody knows", 2, "undeclared reference", "require: waive('cap')"),
                answer("a yes for a number of people", 2, "'approvals' has to be a whole number",
                        "approvals: \"true\""),
                answer("fewer people than none", 13, unknown, "approvals: \"-1\""),
                answer("more people than there are numbers", 13, unknown,
                        "approvals: \"4294967296\""),
                answer("an exposure of less than nothing", 13, unknown, "exposure: \"-1\""),
                answer("no pace at all", 13, unknown, "writes_per_second: \"0.0\""));
    }

    private static String times(String name, int number) {
        return "\"" + String.join(" + ", java.util.Collections.nCopies(number, name)) + "\"";
    }

    private static String nested() {
        String list = "[1,2,3,4,5,6,7,8,9,10]";
        String text = "true";
        for (int depth = 0; depth < 8; depth++) {
            text = list + ".all(x" + depth + ", " + text + ")";
        }
        return text;
    }

    private static String[] removingTwo() {
        return new String[]{"mailbox", "remove", "person1@contoso.example", "person2@contoso.example",
                "--keep-identity", "--execute", "--confirm", "2@contoso.example", "--accept-loss",
                "licences,mailbox"};
    }

    private Row laxer(String name, int code, String phrase, String more, String rule) {
        return drilled("laxer: " + name, code, phrase, (attempt, site) -> {
            Drill.pin(site, more);
            attempt.file("own/mine.yaml", Drill.policy("mine", rule));
            attempt.words(removingTwo()).and("--policies", attempt.home("own").toString());
        });
    }

    private Stream<Row> laxer() {
        return Stream.of(
                laxer("a cap", 15, "2 accounts are more than one plan may take", "limits: {targets: 1}",
                        "require: plan.targets < 1000"),
                laxer("a cap of the day", 15, "2 more make 2, and 1 are allowed", "limits: {day: 1}",
                        "require: history.lost_24h < 1000"),
                laxer("a freeze", 13, "The site is frozen: examinations.",
                        "freezes: [{name: examinations, zone: Asia/Tokyo, from: \"2020-01-15T00:00\", to: \"2099-01-18T00:00\"}]",
                        "require: calendar.frozen.size() < 1000"),
                laxer("a policy that never applies", 15, "2 accounts are more than one plan may take",
                        "limits: {targets: 1}", "when: \"false\"\n    approvals: \"0\""),
                laxer("no approvals", 16, "approvals of 1 person", "", "approvals: \"0\""));
    }

    private Stream<Row> changed() {
        return Stream.of(
                drilled("since the approval: one more", 16, "It was given for the policies", (attempt, _) -> {
                    attempt.file("own/mine.yaml", Drill.policy("mine", TAUTOLOGY));
                    attempt.and("--policies", attempt.home("own").toString());
                }),
                drilled("since the approval: one more, named .yml", 16, "It was given for the policies",
                        (attempt, _) -> {
                            attempt.file("own/mine.yml", Drill.policy("mine", TAUTOLOGY));
                            attempt.and("--policies", attempt.home("own").toString());
                        }),
                drilled("since the approval: the site's left out", 16, "It was given for the policies",
                        (_, site) -> Forgery.replaced(site.resolve("site.yaml"), "policies: rules", "contacts: [x]")),
                drilled("since the approval: the site's loosened", 16, "It was given for the policies",
                        (_, site) -> Forgery.replaced(rule(site), "< 100", "< 1000")),
                drilled("since the approval: a comment", 16, "It was given for the policies",
                        (_, site) -> Files.writeString(rule(site), Drill.RULE + "# nothing\n")),
                drilled("since the approval: the site's under another name", 16, "It was given for the policies",
                        (_, site) -> Files.writeString(rule(site),
                                Drill.policy("tickets", "require: plan.targets < 100"))),
                drilled("since the approval: tightened", 13, "The policy ticket of",
                        (_, site) -> Forgery.replaced(rule(site), "< 100", "< 1")),
                drilled("not approved: the line alone", 16, "are not among them",
                        (attempt, _) -> attempt.words(removing("person2@contoso.example"))));
    }

    private static Path rule(Path site) {
        return site.resolve("rules").resolve("own.yaml");
    }
}

package dev.shisa.bypass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Ways to go on with a run of production that paused, because a policy changed in the midst of it. */
class PausedRunBypassTest extends DrillTable {
    private static final String[] THREE = {"person5@contoso.example", "person6@contoso.example",
            "person7@contoso.example"};
    private static final String[] SAID = {"--confirm", "3@contoso.example", "--accept-loss", "licences,mailbox"};
    private String run = "";

    @Override
    void prepare(Stage before) throws Exception {
        super.prepare(before);
        Path rule = before.folder().resolve("site/rules/own.yaml");
        Drill.pin(drill().bundle(), "limits: {targets: 100, targets_percent: 100}\n"
                + "probes: [{name: change, command: [/bin/sh, -c, \"echo '#' >> " + rule
                + "\"], on: touched, timeout: PT20S}]");
        String plan = drill().done(0, words("mailbox", "remove", THREE, "--keep-identity")).path("plan").asString();
        drill().approved(plan, "bob", "3@contoso.example");
        JsonNode paused = drill().done(17, words("apply", plan, SAID));
        run = paused.path("run").asString();
        Drill.pin(drill().bundle(), "limits: {targets: 100, targets_percent: 100}");
    }

    private static String[] words(String first, String second, String[] some, String... more) {
        return Stream.of(Stream.of(first, second), Stream.of(some), Stream.of(more)).flatMap(words -> words)
                .toArray(String[]::new);
    }

    private Row resumed(String name, int code, String phrase, Change change) {
        return drilled(name, code, phrase, (attempt, site) -> {
            attempt.words(words("run", "resume", new String[]{run}, SAID));
            change.on(attempt, site);
        });
    }

    private static void restored(Path site) throws Exception {
        Files.writeString(site.resolve("rules").resolve("own.yaml"), Drill.RULE);
    }

    @Override
    Stream<Row> rows() {
        return Stream.of(
                resumed("as the policies are now", 16, "It was given for the policies", (_, _) -> {
                }),
                resumed("whoever approved was revoked", 16, "is revoked and never counts", (_, site) -> {
                    restored(site);
                    Files.writeString(site.resolve("revoked"), drill().publicKey("bob") + "\n");
                    Drill.pin(site, "limits: {targets: 100, targets_percent: 100}\nrevoked_signers: revoked");
                }),
                resumed("the approvals are gone", 16, "This needs the approval of other people.",
                        (attempt, site) -> {
                            restored(site);
                            Files.move(attempt.store().resolve("approvals"), attempt.store().resolve("elsewhere"));
                        }),
                resumed("the site is frozen since", 13, "The site is frozen: examinations.", (_, site) -> {
                    restored(site);
                    Drill.pin(site, "limits: {targets: 100, targets_percent: 100}\nfreezes: [{name: examinations, "
                            + "zone: Asia/Tokyo, from: \"2020-01-15T00:00\", to: \"2099-01-18T00:00\"}]");
                }),
                resumed("nothing is said", 18, "Nobody confirmed", (attempt, site) -> {
                    restored(site);
                    attempt.words("run", "resume", run);
                }),
                drilled("another plan meanwhile", 11, "The tenant is closed by", (_, site) -> restored(site)));
    }
}

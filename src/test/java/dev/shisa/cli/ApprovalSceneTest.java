package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.signature.SshKeygen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** In production nobody runs what nobody else signed; whoever signed it, signed its way back, too. */
class ApprovalSceneTest extends DrillScene {
    private static final String SMALL = """
            format_version: "1.0"
            policies:
              - name: ticket
                summary: {en: x, ja: x}
                require: plan.targets < 100
                refuse_as: refused
                message: {en: x, ja: x}
            """;

    @Test
    void anotherPersonSignsAndTheRunAndItsUndoGo() {
        Result refused = remove(PEOPLE).exits(16);
        assertEquals("production", refused.text("kind"));
        assertEquals(0, writes("person1"));
        String plan = refused.text("plan");
        assertTrue(refused.text("next").startsWith("shisa approve " + plan), refused.text("next"));

        Result shown = drill().json("approve", plan).exits(0);
        assertTrue(shown.out().contains("counts_by_shape") && shown.out().contains("targets_digest"), shown.out());
        apply(plan).exits(16);
        Result approved = approve(plan, bob()).exits(0);
        assertTrue(approved.out().contains("The signature counts; nobody else is needed."), approved.out());

        Result run = apply(plan).exits(0);
        assertEquals(1, run.number("done"));
        assertEquals(1, writes("person1"));
        JsonNode worked = drill().json("audit", "log", "--run", run.text("run")).exits(0).lines("audit").stream()
                .filter(line -> line.path("event").asString().equals("worked")).findFirst().orElseThrow();
        assertTrue(worked.path("authority").toString().contains("approved by bob@contoso.example, key SHA256:"),
                worked.toString());
        assertTrue(worked.path("authority").toString().contains("policies "), worked.toString());

        Result back = drill().json("undo", run.text("run")).exits(0);
        drill().next(back.text("next")).exits(0);
        assertEquals("present", tenant().account("person1").path("mailbox").asString());
    }

    @Test
    void aSignatureMadeElsewhereIsTakenOnce() throws Exception {
        String plan = remove(PEOPLE).exits(16).text("plan");
        Result shown = drill().json("approve", plan).exits(0);
        List<String> words = List.of(shown.text("next").split(" "));
        Path file = Path.of(words.get(words.indexOf("--signature") + 1));
        Path request = Path.of(file.toString().substring(0, file.toString().length() - 4));
        Path signature = folder.resolve("bob.sig");
        Files.writeString(signature, keygen().sign(bob(), "approval@shisa.dev", Files.readAllBytes(request)));
        drill().json("approve", plan, "--signature", signature.toString()).exits(0);
        apply(plan).exits(0);
        apply(plan).exits(12);
        assertEquals(1, writes("person1"));
    }

    @Test
    void whoAsksDoesNotApprove() throws Exception {
        Files.writeString(bundle().resolve("allowed_signers"),
                System.getProperty("user.name") + "@contoso.example " + SshKeygen.publicKey(bob()) + "\n");
        String plan = remove(PEOPLE).exits(16).text("plan");
        Result own = approve(plan, bob()).exits(16);
        assertTrue(own.out().contains("may be the same person"), own.out());
        apply(plan).exits(16);
        assertEquals(0, writes("person1"));
    }

    @Test
    void theCountIsSaidBeforeAnybodySigns() {
        String plan = remove(PEOPLE).exits(16).text("plan");
        drill().json("approve", plan, "--key", bob().toString()).exits(18);
        drill().json("approve", plan, "--key", bob().toString(), "--confirm", "2@contoso.example").exits(18);
        apply(plan).exits(16);
    }

    @Test
    void aKeyOfNobodyAKeyThatIsGoneAndAnotherNamespaceDoNotCount() throws Exception {
        String plan = remove(PEOPLE).exits(16).text("plan");
        Path mallory = keygen().generate("rsa", 3072);
        assertTrue(approve(plan, mallory).exits(16).out().contains("not an allowed signer"));
        approve(plan, folder.resolve("nokey")).exits(16);
        Result shown = drill().json("approve", plan).exits(0);
        List<String> words = List.of(shown.text("next").split(" "));
        String file = words.get(words.indexOf("--signature") + 1);
        Path waived = folder.resolve("waived.sig");
        Files.writeString(waived, keygen().sign(bob(), "waiver@shisa.dev",
                Files.readAllBytes(Path.of(file.substring(0, file.length() - 4)))));
        drill().json("approve", plan, "--signature", waived.toString()).exits(16);
        apply(plan).exits(16);
        assertEquals(0, writes("person1"));
    }

    @Test
    void aRevokedKeyOrOtherPoliciesTakeTheApprovalBack() throws Exception {
        String plan = remove(PEOPLE).exits(16).text("plan");
        approve(plan, bob()).exits(0);
        Path own = Files.createDirectory(folder.resolve("own-policies"));
        Files.writeString(own.resolve("own.yaml"), SMALL);
        Result other = drill().json("apply", plan, "--confirm", "1@contoso.example", "--accept-loss",
                "licences,mailbox", "--policies", own.toString()).exits(16);
        assertTrue(other.out().contains("It was given for the policies"), other.out());
        Files.writeString(bundle().resolve("revoked"), SshKeygen.publicKey(bob()) + "\n");
        pin("revoked_signers: revoked");
        assertTrue(apply(plan).exits(16).out().contains("revoked"));
        assertEquals(0, writes("person1"));
    }

    @Test
    void oneApprovalDoesNotCoverAnotherAccount() {
        String plan = remove(PEOPLE).exits(16).text("plan");
        approve(plan, bob()).exits(0);
        Result other = remove("person2@contoso.example").exits(16);
        assertTrue(other.out().contains("are not among them"), other.out());
        assertEquals(0, writes("person2"));
    }

    @Test
    void capsAndFreezesAndWaiversHold() throws Exception {
        pin("""
                waivers: waivers
                freezes: [{name: examinations, zone: Asia/Tokyo, from: "2020-01-15T00:00", to: "2099-01-18T00:00"}]
                """);
        Path waivers = Files.createDirectory(bundle().resolve("waivers"));
        Result frozen = remove(PEOPLE).exits(13);
        assertTrue(frozen.out().contains("The site is frozen: examinations."), frozen.out());
        String waiver = """
                format_version: "1.0"
                policy: freeze
                tenant_id: 5a15a000-c0de-4a7e-8000-00000000feed
                maximum_count: 1
                reason: the dean asked for it
                requester: dave@contoso.example
                expires: "2098-12-01T00:00:00Z"
                """;
        Files.writeString(waivers.resolve("dean.yaml"), waiver);
        drill().json("waiver", "check").exits(10);
        assertTrue(remove(PEOPLE).exits(13).out().contains("There is no signature dean.yaml.sig beside it."));
        Files.writeString(waivers.resolve("dean.yaml.sig"),
                keygen().sign(carol(), "waiver@shisa.dev", Files.readAllBytes(waivers.resolve("dean.yaml"))));
        drill().json("waiver", "check").exits(0);
        String plan = remove(PEOPLE).exits(16).text("plan");
        Result approved = approve(plan, bob()).exits(0);
        assertTrue(approved.out().contains("the dean asked for it"), "the approver sees the waiver");
        Result run = apply(plan).exits(0);
        String report = drill().json("run", "report", run.text("run")).exits(0).out();
        assertTrue(report.contains("waiver dean: freeze is waived for at most 1 accounts"), report);
        // The waiver is for one account only.
        Result two = drill().json("mailbox", "remove", "person2@contoso.example", "person3@contoso.example",
                "--keep-identity", "--execute", "--confirm", "2@contoso.example", "--accept-loss", "licences,mailbox");
        assertTrue(two.exits(13).out().contains("The site is frozen"), two.out());
    }

    @Test
    void aLoopOfSingleAccountsEndsAtTheCapOfTheDay() throws Exception {
        pin("limits: {day: 2, day_percent: 100}");
        for (int i = 1; i <= 2; i++) {
            String plan = remove("person" + i + "@contoso.example").exits(16).text("plan");
            approve(plan, bob()).exits(0);
            apply(plan).exits(0);
        }
        Result third = remove("person3@contoso.example").exits(15);
        assertTrue(third.out().contains("2 accounts were lost within 24 hours; 1 more make 3, and 2 are allowed."),
                third.out());
        assertEquals(0, writes("person3"));
    }

    @Test
    void aPolicyThatChangesDuringARunPausesItBeforeTheNextWave() throws Exception {
        pin("limits: {targets: 100, targets_percent: 100, day: 100, day_percent: 100}\npolicies: rules\n"
                + "probes: [{name: change, command: [/bin/sh, -c, \"echo '#' >> " + bundle()
                + "/rules/own.yaml\"], on: touched, timeout: PT20S}]");
        Path rules = Files.createDirectory(bundle().resolve("rules"));
        Files.writeString(rules.resolve("own.yaml"), SMALL);
        String[] people = {"mailbox", "remove", "person1@contoso.example", "person2@contoso.example",
                "person3@contoso.example", "--keep-identity", "--execute", "--confirm", "3@contoso.example",
                "--accept-loss", "licences,mailbox"};
        String plan = drill().json(people).exits(16).text("plan");
        drill().json("approve", plan, "--key", bob().toString(), "--confirm", "3@contoso.example").exits(0);
        Result paused = drill().json("apply", plan, "--confirm", "3@contoso.example", "--accept-loss",
                "licences,mailbox").exits(17);
        assertEquals("paused", paused.text("status"));
        assertEquals(1, paused.number("done"));
        Result shown = drill().json("run", "show", paused.text("run"));
        assertTrue(shown.out().contains("not as when it was decided: " + rules), shown.out());
        // What goes on is decided by the policies as they are now, and nobody approved that.
        drill().next(shown.text("next")).exits(16);
    }

    @Test
    void headsOfTheAuditLogAreKeptWhereTheSiteWantsThem() throws Exception {
        Path heads = folder.resolve("heads");
        pin("anchor: [/bin/sh, -c, \"echo {head} >> " + heads + "\"]");
        String plan = remove(PEOPLE).exits(16).text("plan");
        approve(plan, bob()).exits(0);
        Result run = apply(plan).exits(0);
        List<String> kept = Files.readAllLines(heads);
        assertEquals(6, kept.size(), "one before and one after each of three commands");
        assertEquals(run.text("audit_head"), kept.getLast());
        List<String> words = new ArrayList<>(List.of("audit", "verify"));
        kept.forEach(head -> words.addAll(List.of("--anchor", head)));
        drill().json(words.toArray(String[]::new)).exits(0);

        pin("anchor: [/bin/sh, -c, \"exit 7; {head}\"]");
        Result refused = remove("person2@contoso.example").exits(24);
        assertTrue(refused.out().contains("The site's anchor command ended with 7."), refused.out());
        assertEquals("ended", drill().json("audit", "log").exits(0).lines("audit").getLast().path("event").asString(),
                "how it ended is written down all the same");
        drill().json("undo", run.text("run"), "--execute", "--confirm", "1@contoso.example").exits(0);
    }

    @Test
    void whatTakesAwayAgainIsNotCoveredByTheApprovalOfBringingBack() {
        String plan = remove(PEOPLE).exits(16).text("plan");
        approve(plan, bob()).exits(0);
        apply(plan).exits(0);
        Result restore = drill().json("mailbox", "restore", PEOPLE).exits(0);
        drill().json("rehearse", restore.text("plan"), "--confirm", "1@contoso.example").exits(0);
        approve(restore.text("plan"), bob()).exits(0);
        Result back = drill().json("apply", restore.text("plan"), "--confirm", "1@contoso.example").exits(0);
        long written = writes("person1");
        Result refused = drill().json("undo", back.text("run"), "--execute", "--confirm", "1@contoso.example",
                "--accept-loss", "licences,mailbox").exits(16);
        assertTrue(refused.out().contains("what is wanted also loses licences, mailbox"), refused.out());
        assertEquals(written, writes("person1"));
    }

    @Test
    void aStrangeFileAmongTheApprovalsCountsForNothingAndIsInNobodysWay() throws Exception {
        String plan = remove(PEOPLE).exits(16).text("plan");
        approve(plan, bob()).exits(0);
        Files.writeString(folder.resolve("store").resolve("approvals").resolve("note.txt"), "x");
        Result other = remove("person2@contoso.example").exits(16);
        assertTrue(other.out().contains("note.txt"), other.out());
        Result run = apply(plan).exits(0);
        drill().json("undo", run.text("run"), "--execute", "--confirm", "1@contoso.example").exits(0);
    }

    @Test
    void whatIsSaidWithoutAKeyIsNotPassedOver() {
        String plan = remove(PEOPLE).exits(16).text("plan");
        drill().json("approve", plan, "--confirm", "1@contoso.example").exits(2);
    }

    @Test
    void policiesSpeakTheLanguageOfWhoeverAsks() throws Exception {
        Path own = Files.createDirectory(folder.resolve("own-policies"));
        Files.writeString(own.resolve("own.yaml"),
                SMALL.replace("< 100", "< 1").replace("{en: x, ja: x}", "{en: Nobody at all., ja: 誰も対象にできません。}"));
        String[] line = {"mailbox", "remove", PEOPLE, "--keep-identity", "--execute", "--confirm", "1@contoso.example",
                "--accept-loss", "licences,mailbox", "--policies", own.toString(), "--lang", "ja"};
        Result shown = shell().run(line).exits(13);
        assertTrue(shown.talk().contains("誰も対象にできません。"), shown.talk());
        assertTrue(shell().json(line).exits(13).out().contains("Nobody at all."), "the language never changes JSON");
    }
}

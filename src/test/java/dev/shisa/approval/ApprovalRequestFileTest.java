package dev.shisa.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.Cases;
import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.approval.ApprovalRequest.Requester;
import dev.shisa.approval.ApprovalRequest.Waiver;
import dev.shisa.plan.Plan;
import dev.shisa.plan.PlanFile;
import dev.shisa.plan.Target;
import dev.shisa.site.TenantKind;
import dev.shisa.store.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text that people sign: one form, to the last byte. */
class ApprovalRequestFileTest {
    private static final String EXAMPLE = """
            {
              "format_version": "1.0",
              "type": "approval-request",
              "tenant_id": "tenant-a",
              "domain": "sgu.example",
              "kind": "production",
              "command": "mailbox remove",
              "command_digest": "entry-1",
              "choices": [
                "--keep-identity"
              ],
              "plan": "plan-1",
              "plan_digest": "plan-digest-1",
              "targets": 3,
              "targets_digest": "%s",
              "counts_by_shape": {
                "cloud": 3
              },
              "sample": [
                "leaver1@sgu.example",
                "leaver2@sgu.example",
                "leaver3@sgu.example"
              ],
              "left_out": {
                "protected": 1
              },
              "loss": [
                "licences",
                "mailbox"
              ],
              "exposure": 2,
              "evidence": {
                "cloud": "evidence-1",
                "cloud, archive": "evidence-2"
              },
              "policies": "policies-1",
              "catalog": "catalog-1",
              "waivers": [
                {
                  "digest": "waiver-1",
                  "text": "freeze window until Monday"
                }
              ],
              "undo": {
                "command": "undo RUN",
                "deadline": "2026-12-22T12:00:00Z"
              },
              "not_before": "2026-11-22T10:00:00Z",
              "not_after": "2026-11-23T10:00:00Z",
              "requester": {
                "principal": "carl@sgu.example",
                "user": "carl",
                "host": "desk.sgu.example"
              },
              "reason": "left in 2025",
              "ticket": "T-1",
              "audit_head": "head-1"
            }
            """.formatted(ApprovalRequest.targetsDigest(List.of(Scene.ONE, Scene.TWO, Scene.THREE)));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ApprovalRequestFile.Content.Intact intact(byte[] bytes) {
        return assertInstanceOf(ApprovalRequestFile.Content.Intact.class, ApprovalRequestFile.read(bytes));
    }

    private static void malformed(String text, String clause) {
        String reason = assertInstanceOf(ApprovalRequestFile.Content.Malformed.class,
                ApprovalRequestFile.read(bytes(text)), text).reason();
        assertTrue(reason.contains(clause) && reason.endsWith("."), () -> "expected '" + clause + "' in: " + reason);
    }

    @Test
    void isWrittenForTheOneWhoSigns() {
        assertEquals(EXAMPLE, new Scene().text());
        assertEquals(new Scene().request(), intact(bytes(EXAMPLE)).request());
        assertEquals(Digest.of(EXAMPLE), intact(bytes(EXAMPLE)).digest());
        assertEquals(Digest.of(EXAMPLE), ApprovalRequestFile.digest(new Scene().request()));
    }

    @Test
    void whatIsNotThereIsSaid() {
        Scene scene = new Scene();
        scene.undo = Optional.empty();
        scene.requestWaivers = List.of();
        scene.requestChoices = List.of();
        ApprovalRequest request = new ApprovalRequest("t", "d", TenantKind.TEST, "", "", "c", "", List.of(), 1, "",
                new TreeMap<>(java.util.Map.of("cloud", 1)), List.of("a"), new TreeSet<>(), new TreeMap<>(), 0,
                new TreeMap<>(), "", "", List.of(), Optional.empty(), scene.notBefore, scene.notAfter,
                scene.requester, Optional.empty(), "", "");
        String text = new String(ApprovalRequestFile.write(request), StandardCharsets.UTF_8);
        assertTrue(text.contains("\"undo\": null,\n") && text.contains("\"audit_head\": null\n")
                && text.contains("\"waivers\": [],\n") && text.contains("\"left_out\": {},\n"), text);
        assertEquals(request, intact(bytes(text)).request());
    }

    @Test
    void whatCannotBeSeenIsShownAndWhatCanStays() {
        Scene scene = new Scene();
        scene.requestWaivers = List
                .of(new Waiver("w", "指差 \u202eevil\u200b \u2028\u0085 \ud83d\ude00 \ud800 \udb40\udc01 \"q\""));
        String text = scene.text();
        assertTrue(text.contains(
                "指差 \\u202eevil\\u200b \\u2028\\u0085 \ud83d\ude00 \\ud800 \\udb40\\udc01 \\\"q\\\""), text);
        assertEquals(scene.request(), intact(bytes(text)).request());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "\"ticket\": \"T-1\",~; ``; has no field 'ticket'",
            "\"ticket\": \"T-1\"; \"ticket\": \"T-1\",~  \"urgent\": true; 'urgent' that is not understood",
            "\"user\": \"carl\",; \"user\": \"carl\", \"admin\": true,; 'admin' that is not understood",
            "\"deadline\": \"2026-12; \"x\": 1, \"deadline\": \"2026-12; 'x' that is not understood",
            "\"digest\": \"waiver-1\"; \"digest\": \"waiver-1\", \"x\": 1; 'x' that is not understood",
            "\"targets\": 3; \"targets\": \"3\"; targets is not a whole number",
            "\"targets\": 3; \"targets\": 3.0; targets is not a whole number",
            "\"targets\": 3; \"targets\": 4; counts by shape are not together",
            "\"targets\": 3; \"targets\": 4294967299; integer overflow", "\"cloud\": 3; \"cloud\": -3; counts by shape",
            "\"leaver1@sgu.example\",; ``; does not name its first 10 targets",
            "\"leaver1@sgu.example\"; 1; sample is not made of texts",
            "\"protected\": 1; \"protected\": -1; a number below 0", "\"exposure\": 2; \"exposure\": -1; below 0",
            "\"cloud\": \"evidence-1\"; \"cloud\": null; cloud is not a text",
            "\"evidence\": {; \"evidence\": [{; it is not JSON",
            "\"licences\",~; \"wings\",~; there is no facet 'wings'",
            "\"licences\",~    \"mailbox\"; \"mailbox\",~    \"licences\"; not written in the one way",
            "\"licences\",~; \"LICENCES\",~; not written in the one way",
            "\"production\"; \"toy\"; no tenant of the kind 'toy'",
            "\"1.0\"; \"2.0\"; no approval-request of version 1.0", "approval-request; waiver; no approval-request",
            "\"not_after\": \"2026-11-23T10:00:00Z\"; \"not_after\": \"soon\"; not_after is not a point in time",
            "\"not_after\": \"2026-11-23T10:00:00Z\"; \"not_after\": \"2026-11-22T10:00:00Z\"; it is never valid",
            "T10:00:00Z; T10:00:00.000Z; not written in the one way",
            "\"user\": \"carl\"; \"user\": \" \"; nobody is named as requester",
            "sgu.example; \\u0073gu.example; not written in the one way", "\"exposure\": 2; \"exposure\":2; one way",
            "\"exposure\": 2,; \"exposure\": 2,~  \"exposure\": 2,; it is not JSON", "{~; [{~; it is not JSON",
            "\"undo\": {; \"undo\": 1, \"u\": {; undo is not a JSON object",
            "\"audit_head\": \"head-1\"; \"audit_head\": 1; audit_head is not a text"})
    void everyOtherTextIsNone(String part, String other, String clause) {
        String from = part.replace('~', '\n');
        assertTrue(EXAMPLE.contains(from), part);
        malformed(EXAMPLE.replace(from, other.replace('~', '\n')), clause);
    }

    @Test
    void theBytesAreTheWholeFile() {
        malformed("", "The approval request cannot be read");
        malformed("[]", "not a JSON object");
        malformed(EXAMPLE + "\n", "one way");
        malformed(EXAMPLE + "{}", "The approval request cannot be read");
        malformed(EXAMPLE.stripTrailing(), "one way");
        malformed(EXAMPLE.replace("\n", "\r\n"), "one way");
        malformed("\ufeff" + EXAMPLE, "The approval request cannot be read");
        malformed(" ".repeat(1024 * 1024) + EXAMPLE, "more than 1048576 bytes");
        malformed(EXAMPLE + " ".repeat(1024 * 1024 - bytes(EXAMPLE).length), "one way");
        malformed("[".repeat(100_000), "it is not JSON");
    }

    @Test
    void noChangedByteIsReadAsTheSameRequest() {
        byte[] whole = bytes(EXAMPLE);
        ApprovalRequest request = new Scene().request();
        Cases.check(random -> {
            byte[] changed = random.nextInt(10) == 0
                    ? Arrays.copyOf(whole, random.nextInt(whole.length))
                    : whole.clone();
            if (changed.length == whole.length) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            if (!Arrays.equals(changed, whole)
                    && ApprovalRequestFile.read(changed) instanceof ApprovalRequestFile.Content.Intact intact) {
                assertTrue(!intact.request().equals(request), new String(changed, StandardCharsets.UTF_8));
            }
        });
    }

    @Test
    void thePlaceOfTheLocaleDoesNotChangeTheBytes() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            Scene scene = new Scene();
            scene.requestWaivers = List.of(new Waiver("waiver-1", "\u202e"));
            assertTrue(scene.text().contains("\\u202e"), scene.text());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void isMadeFromAPlan() {
        List<Target> targets = new ArrayList<>();
        for (int number = 10; number < 22; number++) {
            targets.add(new Target(new AccountId("00000000-0000-0000-0000-0000000000" + number),
                    "leaver" + number + "@sgu.example", number < 12 ? "archive" : "cloud", "f"));
        }
        Plan plan = new Plan("plan-1", "tenant-a", "sgu.example", TenantKind.PRODUCTION, "mailbox remove", "entry-1",
                new TreeSet<>(Set.of("keep-identity")), new TreeMap<>(), targets,
                new TreeMap<>(java.util.Map.of("protected", 4)), new TreeSet<>(Set.of(Facet.MAILBOX)), Set.of(), 100,
                2, Optional.empty(), Instant.EPOCH, Instant.MAX, Optional.empty(), "why", "T-1", "carl");
        ApprovalRequest request = ApprovalRequest.of(plan, PlanFile.digest(plan), List.of("--keep-identity"),
                new ApprovalRequest.Grounds(new TreeMap<>(), "p", "c", List.of(), Optional.empty(), Optional.empty()),
                new Requester("carl", "carl", ""), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
        assertEquals(PlanFile.digest(plan), request.planDigest());
        assertEquals(12, request.targets());
        assertEquals(java.util.Map.of("archive", 2, "cloud", 10), request.countsByShape());
        assertEquals(10, request.sample().size());
        assertEquals("leaver10@sgu.example", request.sample().getFirst());
        assertEquals(ApprovalRequest.targetsDigest(targets.reversed().stream().map(Target::id).toList()),
                request.targetsDigest());
        assertEquals(request, intact(ApprovalRequestFile.write(request)).request());
        assertThrows(IllegalArgumentException.class, () -> ApprovalRequest.of(plan.with(List.of()), "d", List.of(),
                new ApprovalRequest.Grounds(new TreeMap<>(), "p", "c", List.of(), Optional.empty(), Optional.empty()),
                new Requester("carl", "carl", ""), Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
    }
}

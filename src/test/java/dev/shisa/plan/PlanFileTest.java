package dev.shisa.plan;

import static dev.shisa.account.AnAccount.NOON;
import static dev.shisa.account.AnAccount.id;
import static dev.shisa.account.AnAccount.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.Facet;
import dev.shisa.catalog.Decision;
import dev.shisa.execute.Bench;
import dev.shisa.site.TenantKind;
import dev.shisa.store.SealedObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** A plan is read as it was written, or not at all. */
class PlanFileTest {
    private static Plan plan(Optional<Instant> deadline) {
        return new Plan("plan-1", "tenant-1", "sgu.example", TenantKind.TEST, "mailbox remove", "cd",
                set("keep-identity"), new TreeMap<>(Map.of("sku", "x")),
                List.of(new Target(id(1), "Ünï \"q\" 指差", "kind=user", "f1"),
                        new Target(id(2), "b", "kind=guest", "f2")),
                new TreeMap<>(Map.of("guest", 3, "already as declared", 4)),
                new TreeSet<>(Set.of(Facet.MAILBOX, Facet.LICENCES)), Set.of(Facet.HOLDS, Facet.ARCHIVE), 7_340L, 146,
                deadline.map(_ -> new Plan.Basis("snapshot-1", "sd")), NOON, NOON.plus(Duration.ofHours(24)), deadline,
                "because \\ so", "T-1", "alice");
    }

    @Test
    void isReadAsItWasWritten() {
        for (Plan plan : List.of(plan(Optional.empty()), plan(Optional.of(NOON.plusSeconds(1))))) {
            assertEquals(new PlanFile.Content.Intact(plan, PlanFile.digest(plan)), PlanFile.read(PlanFile.write(plan)));
        }
    }

    @Test
    void everyChangedByteOfItsContentIsNoticed() {
        byte[] written = PlanFile.write(plan(Optional.of(NOON)));
        for (int at = 0; at < written.length; at++) {
            for (int change : new int[]{1, 4, 0x20}) {
                byte[] changed = written.clone();
                changed[at] ^= (byte) change;
                assertInstanceOf(PlanFile.Content.Altered.class, PlanFile.read(changed), "byte " + at);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"format_version", "id", "kind", "targets", "loss", "unwatched", "options", "count",
            "undo_deadline", "created", "exposure"})
    void aSealedFileThatIsNotAPlanIsNotOne(String member) {
        SealedObject.Content.Intact intact = assertInstanceOf(SealedObject.Content.Intact.class,
                SealedObject.open(PlanFile.write(plan(Optional.empty()))));
        ObjectNode without = intact.object().deepCopy();
        without.remove(member);
        assertInstanceOf(PlanFile.Content.Altered.class, PlanFile.read(SealedObject.seal(without)));
        ObjectNode strange = intact.object().deepCopy().put(member, "strange");
        if (!member.equals("id")) {
            assertInstanceOf(PlanFile.Content.Altered.class, PlanFile.read(SealedObject.seal(strange)));
        }
        assertInstanceOf(PlanFile.Content.Altered.class, PlanFile.read("{}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void itSaysWhatIsToBeConfirmed() {
        assertEquals("2@sgu.example", plan(Optional.empty()).confirmation());
        assertEquals(7, plan(Optional.empty()).leftOutCount());
        assertEquals(Map.of("kind=guest", 1, "kind=user", 1), plan(Optional.empty()).shapes());
    }

    @Test
    void itIsForOneDecisionAlone() {
        Decision keep = Bench.keepIdentity();
        Plan plan = plan(Optional.empty());
        assertFalse(plan.isFor(keep));
        Plan fits = new Plan(plan.id(), plan.tenantId(), plan.domain(), plan.kind(), "mailbox remove",
                keep.command().digest(), keep.options(), keep.parameters(), plan.targets(), plan.leftOut(), plan.loss(),
                plan.unwatched(), plan.activeAccounts(), plan.exposure(), plan.basis(),
                plan.created(), plan.expires(), plan.undoDeadline(), plan.reason(), plan.ticket(), plan.requester());
        assertTrue(fits.isFor(keep));
        assertFalse(fits.isFor(Bench.decision("mailbox remove", "discard-identity")));
        assertFalse(fits.isFor(Bench.decision("user disable")));
    }
}

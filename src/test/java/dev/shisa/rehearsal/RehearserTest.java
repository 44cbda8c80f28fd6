package dev.shisa.rehearsal;

import dev.shisa.journal.RunKind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.catalog.Decision;
import dev.shisa.evidence.Evidence;
import dev.shisa.execute.Bench;
import dev.shisa.journal.RunStatus;
import dev.shisa.plan.Target;
import dev.shisa.tenant.FakeFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** There and back on one account: only what went as declared both ways is evidence. */
class RehearserTest {
    private static final Decision KEEP = Bench.keepIdentity();

    private static RehearsalResult rehearse(Bench bench, AccountId id, Decision decision) throws Exception {
        return rehearse(bench, bench.targets(List.of(id), decision).getFirst(), decision);
    }

    private static RehearsalResult rehearse(Bench bench, Target target, Decision decision) throws Exception {
        return new Rehearser(bench.tenant.reader(), bench.writer, bench.site, bench.watched(), bench.timer).rehearse(
                decision, new Stage.Scene(target, Optional.empty()),
                bench.opened(RunKind.REHEARSAL, 1, 1), bench.journal, bench.keepsakes());
    }

    private static RunStatus status(Bench bench) throws Exception {
        return bench.folded().closed().orElseThrow().status();
    }

    @Test
    void thereAndBackAsDeclaredIsEvidence(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("rehearsal-1");
            Evidence evidence = assertInstanceOf(RehearsalResult.AsDeclared.class, rehearse(bench, id, KEEP))
                    .evidence();
            assertEquals(id, evidence.account());
            assertEquals("t", evidence.key().tenantId());
            assertEquals(Set.of(Facet.IDENTITY, Facet.ENABLED, Facet.MAILBOX, Facet.LICENCES, Facet.ADDRESSES,
                    Facet.PASSWORD, Facet.PROFILE), evidence.exercised());
            assertEquals(List.of(), evidence.residue());
            assertEquals(Duration.ofDays(7), Duration.between(evidence.made(), evidence.expires()));
            assertTrue(bench.hasMailbox(id));
            assertEquals(2, bench.tenant.writeCalls());
            assertEquals(RunStatus.COMPLETED, status(bench));
        }
    }

    @Test
    void theOtherWayIsRehearsedThroughTheRecycleBin(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("rehearsal-1");
            assertInstanceOf(RehearsalResult.AsDeclared.class,
                    rehearse(bench, id, Bench.decision("mailbox remove", "discard-identity")));
            assertEquals(List.of("1.1 DELETE", "1.1 POST"), bench.intents());
            assertTrue(bench.look(id).isActive());
        }
    }

    @Test
    void whatIsSeenLateIsWaitedForAndTheWaitIsKept(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("rehearsal-1");
            bench.tenant.pass(Duration.ofMinutes(1));
            bench.tenant.misbehave(new FakeFault.Lag(Duration.ofSeconds(2)));
            RehearsalResult result = rehearse(bench, id, KEEP);
            assertEquals(Duration.ofSeconds(2),
                    assertInstanceOf(RehearsalResult.AsDeclared.class, result).evidence().convergence());
        }
    }

    @Test
    void anIdentityThatGoesIsNoEvidenceAndIsBroughtBack(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("rehearsal-1");
            bench.tenant.misbehave(new FakeFault.IdentityLost(1));
            RehearsalResult.NotAsDeclared result = assertInstanceOf(RehearsalResult.NotAsDeclared.class,
                    rehearse(bench, id, KEEP));
            assertEquals(List.of("extra identity: active -> soft-deleted"), result.found());
            assertTrue(result.broughtBack());
            assertEquals(Identity.ACTIVE, bench.tenant.truth(id).orElseThrow().identity());
            assertTrue(bench.hasMailbox(id));
            assertEquals(RunStatus.COMPLETED, status(bench));
        }
    }

    @Test
    void anotherMailboxThanBeforeIsNotBroughtBack(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("rehearsal-1");
            bench.afterwards(() -> {
                if (bench.tenant.writeCalls() == 2) {
                    bench.tenant.alter(id, account -> account.withMailboxGuid("another"));
                }
            });
            RehearsalResult.NotAsDeclared result = assertInstanceOf(RehearsalResult.NotAsDeclared.class,
                    rehearse(bench, id, KEEP));
            assertFalse(result.broughtBack());
            assertTrue(result.found().getFirst().startsWith("not brought back: mailbox:"), result::toString);
            assertEquals(RunStatus.STUCK, status(bench));
        }
    }

    @Test
    void aServiceThatSaysYesAndDoesNothingGivesNoEvidence(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("rehearsal-1");
            bench.tenant.misbehave(new FakeFault.NothingDone(1));
            RehearsalResult.NotAsDeclared result = assertInstanceOf(RehearsalResult.NotAsDeclared.class,
                    rehearse(bench, id, KEEP));
            assertTrue(result.broughtBack());
            assertEquals(1, bench.tenant.writeCalls());
            assertTrue(bench.hasMailbox(id));
            assertEquals(RunStatus.COMPLETED, status(bench));
        }
    }

    @Test
    void anAccountThatNobodyCanReadAnyMoreIsNotWrittenAgain(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("rehearsal-1");
            bench.tenant.misbehave(new FakeFault.AnswerLost(1));
            bench.afterwards(() -> bench.tenant.misbehave(new FakeFault.Unreachable()));
            RehearsalResult.NotAsDeclared result = assertInstanceOf(RehearsalResult.NotAsDeclared.class,
                    rehearse(bench, id, KEEP));
            assertFalse(result.broughtBack());
            assertEquals(1, bench.tenant.writeCalls());
            assertEquals(RunStatus.STUCK, status(bench));
        }
    }

    @Test
    void aLostAnswerIsSettledByLookingAndBroughtBack(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("rehearsal-1");
            bench.tenant.misbehave(new FakeFault.AnswerLost(1));
            rehearse(bench, id, KEEP);
            assertTrue(bench.hasMailbox(id));
            assertEquals(2, bench.tenant.writeCalls());
            assertEquals(RunStatus.COMPLETED, status(bench));
        }
    }

    @Test
    void anAccountThatDriftedOrIsRefusedWasNotRehearsed(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("rehearsal-1");
            Target target = bench.targets(List.of(id), KEEP).getFirst();
            bench.tenant.alter(id, account -> account.withLicences(Licences.of(List.of())));
            RehearsalResult.NotAsDeclared result = assertInstanceOf(RehearsalResult.NotAsDeclared.class,
                    rehearse(bench, target, KEEP));
            assertTrue(result.broughtBack());
            assertEquals(0, bench.tenant.writeCalls());
        }
    }
}

package dev.shisa.sandbox.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documented numbers, and what is counted together. */
final class QuotaDeskTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    private static QuotaDesk desk(String keys, int accounts) throws FaultsRefused {
        FaultDesk faults = new FaultDesk(Faults.parse("- {condition: quota" + keys + "}"), accounts);
        return faults.conditions().quota().orElseThrow();
    }

    private static int granted(QuotaDesk desk, Demand demand) {
        int granted = 0;
        while (desk.enter(demand, NOW) instanceof Admission.Granted && granted < 40_000) {
            desk.leave(demand);
            granted++;
        }
        return granted;
    }

    @ParameterizedTest
    @CsvSource({"'',1,3500", "'',49,3500", "'',50,5000", "'',500,5000", "'',501,8000", "'',1000000,8000",
            "', tenant: S',1000,3500", "', tenant: M',1,5000", "', tenant: L',1,8000",
            "', units: {limit: 800, per: PT1S}',1,800"})
    void unitsGoByTheSizeOfTheTenantWhereNothingElseIsSaid(String keys, int accounts, int units) throws Exception {
        assertEquals(units, granted(desk(keys, accounts), new Demand.OfDirectory("a", 1, 0)));
    }

    @Test
    void theOtherLimitsAreAsDocumented() throws Exception {
        assertEquals(3_000, granted(desk("", 1_000), new Demand.OfDirectory("a", 1, 1)));
        assertEquals(5, granted(desk("", 1_000), new Demand.OfReports("a")));
        assertEquals(10_000, granted(desk("", 1_000), new Demand.OfMailbox("a", "m")));
    }

    @Test
    void aTenantTakesEighteenThousandWritesOfAllItsApplications() throws Exception {
        QuotaDesk desk = desk("", 1_000);
        int granted = 0;
        for (String application : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
            for (int i = 0; i < 2_900; i++) {
                granted += desk.enter(new Demand.OfDirectory(application, 1, 1), NOW) instanceof Admission.Granted
                        ? 1
                        : 0;
            }
        }
        assertEquals(18_000, granted);
    }

    @Test
    void fourRequestsOnAMailboxAreUnderWayAtOneTime() throws Exception {
        QuotaDesk desk = desk("", 1_000);
        Demand mailbox = new Demand.OfMailbox("a", "m");
        for (int i = 0; i < 4; i++) {
            assertInstanceOf(Admission.Granted.class, desk.enter(mailbox, NOW));
        }
        Admission.Throttled fifth = assertInstanceOf(Admission.Throttled.class, desk.enter(mailbox, NOW));
        assertEquals(Admission.Limit.MAILBOX_CONCURRENCY, fifth.limit());
        assertInstanceOf(Admission.Granted.class, desk.enter(new Demand.OfMailbox("a", "n"), NOW));
        assertInstanceOf(Admission.Granted.class, desk.enter(new Demand.OfMailbox("b", "m"), NOW));
        desk.leave(mailbox);
        assertInstanceOf(Admission.Granted.class, desk.enter(mailbox, NOW));
        assertInstanceOf(Admission.Throttled.class, desk.enter(mailbox, NOW));
    }
}

package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.execute.Gathering;
import dev.shisa.execute.Timer;
import dev.shisa.journal.Entry;
import dev.shisa.journal.Journal;
import dev.shisa.journal.RecoveryTable;
import dev.shisa.journal.Sight;
import dev.shisa.journal.TargetState;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.text.Text;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Finds out, before a run goes on, what became of the requests of a process that is gone: it looks until each is seen to have done something or
 * the longest wait is over. Only what then still looks as before is taken for not applied, and may be written again.
 */
final class Settling {
    private final RunOrder order;
    private final TenantReader reader;
    private final Timer timer;
    private final Journal journal;
    private final Tally tally;

    Settling(RunOrder order, TenantReader reader, Timer timer, Journal journal, Tally tally) {
        this.order = order;
        this.reader = reader;
        this.timer = timer;
        this.journal = journal;
        this.tally = tally;
    }

    /**
     * Looks, and writes down what was found not to have been applied. What did something, though nobody knew or though the service refused it,
     * is left for the gate to judge.
     *
     * @param roles who holds roles now
     */
    void settle(Map<AccountId, Roles> roles) throws IOException, TenantFailure, InterruptedException {
        Set<AccountId> open = tally.unresolved();
        Set<AccountId> asked = new HashSet<>(open);
        asked.addAll(tally.refused());
        SortedMap<AccountId, RecoveryLook> looks = look(asked, roles);
        for (int number = 1; number < order.site().waits().looks() && isAnyOpen(open, looks); number++) {
            timer.await(order.site().waits().reread());
            looks.putAll(look(asked, roles));
        }
        for (RecoveryLook look : looks.values()) {
            settled(look);
        }
    }

    private static boolean isAnyOpen(Set<AccountId> open, SortedMap<AccountId, RecoveryLook> looks) {
        return looks.values().stream().anyMatch(look -> open.contains(look.target())
                && (look.cell().sight() == Sight.AS_BEFORE || look.cell().sight() == Sight.NOT_READABLE));
    }

    private void settled(RecoveryLook look) throws IOException {
        if (look.cell().becomes() == TargetState.NOT_APPLIED) {
            tally.notApplied(look.target());
            journal.append(new Entry.Observed(timer.now(), look.target(), TargetState.NOT_APPLIED,
                    List.of(Text.of("it looks as before the request").toString())));
        } else if (look.cell().next() == RecoveryTable.Next.STOP) {
            tally.doubted(look.target());
        }
    }

    private SortedMap<AccountId, RecoveryLook> look(Set<AccountId> asked, Map<AccountId, Roles> roles)
            throws TenantFailure {
        Map<AccountId, Observation> looks = Gathering.observe(reader, asked, roles);
        return RecoveryLook.of(tally, order.isUndo() ? order.original() : tally.intended(), looks,
                order.contract().boundedBy(order.site().waits().within()), order.watched(), order.isUndo());
    }
}

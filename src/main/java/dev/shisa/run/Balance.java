package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.execute.Timer;
import dev.shisa.site.Waits;
import dev.shisa.tenant.AuditRecord;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the tenant's numbers against what this run did and what the audit log says of others. What is left over is a loss that nobody has seen
 * yet.
 */
final class Balance {
    /** The service tells its time in whole seconds, and counts a moment before or after it answers. */
    private static final Duration BLUR = Duration.ofSeconds(2);

    private final TenantReader reader;
    private final Timer timer;
    private final Waits waits;
    private final AuditTrail audit;
    private final Instant opened;
    private final Conservation counted;

    private Balance(TenantReader reader, Timer timer, Waits waits, AuditTrail audit, Instant opened,
            Conservation counted) {
        this.reader = reader;
        this.timer = timer;
        this.waits = waits;
        this.audit = audit;
        this.opened = opened;
        this.counted = counted;
    }

    /** Counts what every later count is compared with. */
    static Balance open(TenantReader reader, Timer timer, Waits waits, AuditTrail audit, Instant opened)
            throws TenantFailure {
        return new Balance(reader, timer, waits, audit, opened, Conservation.count(reader));
    }

    /**
     * What is not explained; empty when everything is.
     *
     * @param before how the written accounts looked before this run wrote them
     * @param after how they look
     */
    Optional<String> imbalance(Map<AccountId, Observation> before, Map<AccountId, Observation> after)
            throws TenantFailure, InterruptedException {
        Conservation ours = Conservation.of(after.values())
                .minus(Conservation.of(after.keySet().stream().map(before::get).toList()));
        Conservation moved = ours;
        List<Counted> counts = new ArrayList<>();
        for (int look = 0; look < waits.looks(); look++) {
            if (look > 0) {
                timer.await(waits.reread());
            }
            moved = Conservation.count(reader).minus(counted);
            if (moved.equals(ours)) {
                return Optional.empty();
            }
            counts.add(new Counted(moved.minus(ours), reader.identify().serverTime()));
            List<AuditRecord> others = others(after);
            if (counts.stream().anyMatch(count -> isExplained(count, others))) {
                return Optional.empty();
            }
        }
        return Optional.of(Text.of(
                "the tenant's numbers are not explained by this run or by the audit log: active accounts {0}, recycle bin {1}; ours are {2} and {3}",
                signed(moved.active()), signed(moved.deleted()), signed(ours.active()), signed(ours.deleted()))
                .toString());
    }

    /** A difference that is not ours, and when it was counted. In a busy tenant the records of the last moment are always still to come. */
    private record Counted(Conservation difference, Instant at) {
    }

    private List<AuditRecord> others(Map<AccountId, Observation> after) {
        List<AuditRecord> moves = audit.since(opened).stream()
                .filter(record -> record.move() != AuditRecord.Move.NONE && !audit.isOurs(record))
                .sorted(Comparator.comparing(AuditRecord::at)).toList();
        Map<AccountId, Integer> seen = new HashMap<>();
        for (int i = 0; i < moves.size(); i++) {
            for (AccountId id : moves.get(i).accounts()) {
                if (isSeen(moves.get(i).move(), after.get(id))) {
                    seen.put(id, i);
                }
            }
        }
        return IntStream.range(0, moves.size()).filter(
                i -> moves.get(i).accounts().stream().noneMatch(id -> i <= seen.getOrDefault(id, -1)))
                .mapToObj(moves::get).toList();
    }

    /** Whether the records of others up to about the moment of a count make its difference. */
    private static boolean isExplained(Counted count, List<AuditRecord> others) {
        int certain = (int) others.stream().filter(record -> record.at().isBefore(count.at().minus(BLUR))).count();
        int possible = (int) others.stream().filter(record -> !record.at().isAfter(count.at().plus(BLUR))).count();
        for (int upTo = certain; upTo <= possible; upTo++) {
            if (Conservation.moved(others.subList(0, upTo)).equals(count.difference())) {
                return true;
            }
        }
        return false;
    }

    /**
     * A written account that was seen after somebody else moved it stands on our side of the balance already, and so does whatever was done to it
     * before that.
     */
    private static boolean isSeen(AuditRecord.Move move, @Nullable Observation account) {
        return account != null && account.value(Facet.IDENTITY).filter(identity -> switch (move) {
            case ADDED, RESTORED -> identity == Identity.ACTIVE;
            case DELETED -> identity == Identity.SOFT_DELETED;
            case PURGED -> identity == Identity.ABSENT;
            case NONE -> false;
        }).isPresent();
    }

    private static String signed(long number) {
        return number > 0 ? "+" + number : String.valueOf(number);
    }
}

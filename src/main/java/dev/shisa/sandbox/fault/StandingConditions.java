package dev.shisa.sandbox.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The conditions of one fault list, with what they have counted since it was set. Thread-safe. */
public final class StandingConditions {

    private final List<Condition> conditions;
    private final Map<String, Instant> lastWrites = new HashMap<>();
    private final Map<String, Integer> deletedAccounts = new HashMap<>();
    private final Optional<QuotaDesk> quota;
    private int requests;

    StandingConditions(List<Condition> conditions, int accounts) {
        this.conditions = List.copyOf(conditions);
        this.quota = all(Condition.Quota.class).findFirst().map(wanted -> new QuotaDesk(wanted, accounts));
    }

    /** The quotas in force; empty: nothing is throttled by them. */
    public Optional<QuotaDesk> quota() {
        return quota;
    }

    private <C extends Condition> Stream<C> all(Class<C> kind) {
        return conditions.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Counts a request with a good token; true when all tokens issued so far are to expire behind it. */
    public synchronized boolean expiresTokens() {
        Optional<Condition.TokenExpires> expiry = all(Condition.TokenExpires.class).findFirst();
        if (expiry.isEmpty()) {
            return false;
        }
        requests++;
        int after = expiry.get().after();
        return expiry.get().every() ? requests % after == 0 : requests == after;
    }

    /** Whether a write on this object comes too soon after the one before; if not, it is the one before the next. */
    public synchronized Optional<Condition.RapidWrites> tooSoon(String object, Instant now) {
        Optional<Condition.RapidWrites> rapid = all(Condition.RapidWrites.class).findFirst();
        if (rapid.isPresent()) {
            Instant last = lastWrites.get(object);
            if (last != null && now.isBefore(last.plus(rapid.get().within()))) {
                return rapid;
            }
            lastWrites.put(object, now);
        }
        return Optional.empty();
    }

    /** For how long a licence change cannot be seen; zero: it can be seen at once. */
    public Duration licenceChangeLate() {
        return all(Condition.LicenceChangeLate.class).findFirst().map(Condition.LicenceChangeLate::by)
                .orElse(Duration.ZERO);
    }

    public boolean delaysDelicensing() {
        return all(Condition.DelayedDelicensing.class).findFirst().isPresent();
    }

    /** Counts a deleted account and says what of it a newcomer takes. */
    public synchronized Set<Condition.Taken> takenFrom(String account) {
        int ordinal = deletedAccounts.computeIfAbsent(account, key -> deletedAccounts.size() + 1);
        Set<Condition.Taken> taken = EnumSet.noneOf(Condition.Taken.class);
        all(Condition.RestoreConflict.class).filter(conflict -> ordinal >= conflict.from())
                .forEach(conflict -> taken.add(conflict.of()));
        return taken;
    }

    /** Whether no seat of the product is free, whatever was bought. */
    public boolean noSeats(String partNumber) {
        return all(Condition.NoSeats.class).anyMatch(seats -> seats.partNumber().equals(partNumber));
    }

    /** The state of a service in the health overview. */
    public String health(String service) {
        return all(Condition.ServiceHealth.class).filter(health -> health.service().equals(service)).findFirst()
                .map(Condition.ServiceHealth::status).orElse("serviceOperational");
    }
}

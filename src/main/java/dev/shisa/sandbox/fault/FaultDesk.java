package dev.shisa.sandbox.fault;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The faults in force, with their counters. Thread-safe: requests are counted one after another. */
public final class FaultDesk {

    /** A disturbance and what it has counted. */
    private static final class Running {

        private final FaultRule.Disturbance rule;
        private final Random random;
        private int count;

        Running(FaultRule.Disturbance rule) {
            this.rule = rule;
            this.random = new Random(rule.seed().orElse(0));
        }

        boolean strikes() {
            count++;
            if (!rule.due(count)) {
                return false;
            }
            return rule.probability().isEmpty() || random.nextDouble() < rule.probability().getAsDouble();
        }
    }

    private List<Running> disturbances = List.of();
    private List<FaultRule.Breach> breaches = List.of();
    private volatile StandingConditions conditions = new StandingConditions(List.of(), 0);
    private final Map<String, Integer> writtenAccounts = new HashMap<>();
    private final int accounts;

    /** For a tenant of so many accounts, on which quotas depend. */
    public FaultDesk(Faults faults, int accounts) {
        this.accounts = accounts;
        replace(faults);
    }

    /** Other faults from now on; all counters begin anew. */
    public synchronized void replace(Faults faults) {
        List<Running> running = new ArrayList<>();
        List<FaultRule.Breach> kept = new ArrayList<>();
        List<Condition> standing = new ArrayList<>();
        for (FaultRule rule : faults.rules()) {
            switch (rule) {
                case FaultRule.Disturbance disturbance -> running.add(new Running(disturbance));
                case FaultRule.Breach breach -> kept.add(breach);
                case Condition condition -> standing.add(condition);
            }
        }
        disturbances = running;
        breaches = kept;
        conditions = new StandingConditions(standing, accounts);
        writtenAccounts.clear();
    }

    /** The conditions in force. */
    public StandingConditions conditions() {
        return conditions;
    }

    /** The effect on this request, or null. Every entry that matches counts it, the first that strikes wins. */
    public synchronized @Nullable Effect disturb(String method, String path, @Nullable String account) {
        Effect effect = null;
        for (Running running : disturbances) {
            if (running.rule.matches(method, path, account) && running.strikes() && effect == null) {
                effect = running.rule.effect();
            }
        }
        return effect;
    }

    /**
     * The effect on a request beside Graph, or null. Only entries that name such a path from its first segment on speak
     * of it, so that an entry about Graph counts what it always counted.
     */
    public synchronized @Nullable Effect disturbBeside(String method, String path, @Nullable String account) {
        Effect effect = null;
        for (Running running : disturbances) {
            PathPattern named = running.rule.path();
            if (named != null && !named.segments().getFirst().startsWith("*")
                    && running.rule.matches(method, path, account) && running.strikes() && effect == null) {
                effect = running.rule.effect();
            }
        }
        return effect;
    }

    /**
     * Counts an accepted write on an account and says how the tenant misbehaves on it.
     *
     * @param removing takes something away; otherwise gives back or is neither
     * @param giving   gives back an account or a mailbox
     */
    public synchronized Set<Misbehaviour> accepted(String account, boolean removing, boolean giving) {
        int ordinal = writtenAccounts.computeIfAbsent(account, key -> writtenAccounts.size() + 1);
        Set<Misbehaviour> strikes = EnumSet.noneOf(Misbehaviour.class);
        for (FaultRule.Breach breach : breaches) {
            if (ordinal >= breach.from() && (removing || giving) && breach.kind().strikes(removing)) {
                strikes.add(breach.kind());
            }
        }
        return strikes;
    }

    /** Whether an account was written since the faults were set. */
    public synchronized boolean written(String account) {
        return writtenAccounts.containsKey(account);
    }
}

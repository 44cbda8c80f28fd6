package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.execute.Bench;
import dev.shisa.tenant.AuditRecord;
import dev.shisa.tenant.ServiceHealth;
import dev.shisa.tenant.TenantReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The reader of a bench's tenant. It notes what it is asked, and its audit log holds what a test writes into it beside what happened. */
final class AskedReader {
    private final Bench bench;
    private final List<AuditRecord> records = new ArrayList<>();
    private final List<Set<AccountId>> observed = new ArrayList<>();
    private final List<Instant> audited = new ArrayList<>();
    private final Map<AccountId, Facet> blind = new HashMap<>();
    private Optional<List<ServiceHealth>> health = Optional.empty();
    private int counts;

    AskedReader(Bench bench) {
        this.bench = bench;
    }

    /** The log names a person. */
    AskedReader logs(String person, Instant at, AccountId id, AuditRecord.Move move, Facet... facets) {
        return logs(new AuditRecord.Actor(person, Optional.empty()), at, id, move, facets);
    }

    /** The log names the application that this program writes as. */
    AskedReader logsOurs(Instant at, AccountId id, AuditRecord.Move move, Facet... facets) {
        return logs(new AuditRecord.Actor("shisa", Optional.of(bench.writer.application())), at, id, move, facets);
    }

    private AskedReader logs(AuditRecord.Actor actor, Instant at, AccountId id, AuditRecord.Move move,
            Facet... facets) {
        records.add(new AuditRecord("r-" + (records.size() + 1), at, "Update user", actor, Set.of(id), Set.of(facets),
                move));
        return this;
    }

    /** Single looks at that account do not tell that facet. */
    AskedReader blindTo(AccountId id, Facet facet) {
        blind.put(id, facet);
        return this;
    }

    /** The service says that of its health. */
    AskedReader healthy(ServiceHealth... services) {
        health = Optional.of(List.of(services));
        return this;
    }

    /** Which accounts were looked at singly, request by request. */
    List<Set<AccountId>> observed() {
        return List.copyOf(observed);
    }

    /** From when on the audit log was read, request by request. */
    List<Instant> audited() {
        return List.copyOf(audited);
    }

    /** How often the active accounts were counted. */
    int counts() {
        return counts;
    }

    /** The audit log as the program asks it. */
    AuditTrail trail() {
        return new AuditTrail(reader(), bench.writer.application(), bench.site.waits(), bench.timer);
    }

    TenantReader reader() {
        TenantReader truth = bench.tenant.reader();
        return (TenantReader) Proxy.newProxyInstance(TenantReader.class.getClassLoader(),
                new Class<?>[]{TenantReader.class}, (_, method, arguments) -> {
                    note(method.getName(), arguments);
                    try {
                        return told(method.getName(), arguments, method.invoke(truth, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void note(String method, Object[] arguments) {
        switch (method) {
            case "observe" -> {
                Set<AccountId> ids = new TreeSet<>();
                ((Collection<?>) arguments[0]).forEach(id -> ids.add((AccountId) id));
                observed.add(ids);
            }
            case "audits" -> audited.add((Instant) arguments[0]);
            case "countActive" -> counts++;
            default -> {
                // What is asked beside this is nothing that a test counts.
            }
        }
    }

    private Object told(String method, Object[] arguments, Object truth) {
        return switch (method) {
            case "observe" -> ((Collection<?>) truth).stream().map(Observation.class::cast).map(this::blinded).toList();
            case "audits" -> logged((Instant) arguments[0], (Collection<?>) truth);
            case "health" -> health.<Object>map(services -> services).orElse(truth);
            default -> truth;
        };
    }

    private List<AuditRecord> logged(Instant since, Collection<?> truth) {
        List<AuditRecord> all = new ArrayList<>();
        truth.forEach(record -> all.add((AuditRecord) record));
        records.stream().filter(record -> !record.at().isBefore(since)).forEach(all::add);
        return all;
    }

    private Observation blinded(Observation look) {
        return Optional.ofNullable(blind.get(look.id())).map(facet -> {
            EnumMap<Facet, Reading> readings = new EnumMap<>(look.readings());
            readings.put(facet, new Reading.Unseen("503"));
            return new Observation(look.id(), look.traits(), readings);
        }).orElse(look);
    }
}

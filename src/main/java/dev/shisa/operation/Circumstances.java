package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.Observation;
import dev.shisa.account.Traits;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.Impact;
import dev.shisa.diag.RefusedException;
import dev.shisa.evidence.Evidence;
import dev.shisa.execute.Gathering;
import dev.shisa.plan.PersonName;
import dev.shisa.plan.Plan;
import dev.shisa.plan.Protection;
import dev.shisa.plan.Target;
import dev.shisa.policy.Situation;
import dev.shisa.policy.Variable;
import dev.shisa.run.Surroundings;
import dev.shisa.site.Calendar;
import dev.shisa.site.Limits;
import dev.shisa.site.Site;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds out what is the case before something is decided. Everything comes from fresh looks at the tenant, from its own records and from the store's
 * journals; nothing from the plan's file but the list of targets.
 */
final class Circumstances {
    private final Draft draft;
    private final Connection connection;
    private final Rules rules;
    private final Instant now;
    private final List<Target> targets;
    private final EnumMap<Variable, Object> values = new EnumMap<>(Variable.class);

    private Circumstances(Draft draft, Connection connection, Rules rules, Set<AccountId> leftAlone, Instant now) {
        this.draft = draft;
        this.connection = connection;
        this.rules = rules;
        this.now = now;
        this.targets = draft.plan().targets().stream().filter(target -> !leftAlone.contains(target.id())).toList();
    }

    /**
     * The situation in which a draft would be carried out.
     *
     * @param terms what was said aloud; empty when only a rehearsal is wanted
     * @param atHand what is proved
     * @param resumed whether it is the rest of a run
     * @param leftAlone targets for which nothing will be sent
     * @param now by the service's clock
     * @param catalog where earlier commands are looked up
     */
    static Situation of(Draft draft, Optional<Terms> terms, EvidenceAtHand atHand, boolean resumed,
            Set<AccountId> leftAlone,
            Connection connection, Archive archive, Catalog catalog, Rules rules, Instant now)
            throws TenantFailure, IOException, RefusedException {
        Circumstances here = new Circumstances(draft, connection, rules, leftAlone, now);
        here.plan(terms, resumed);
        here.tenant();
        here.protection();
        here.floors();
        here.values.putAll(new History(connection, archive, catalog, now).of(draft));
        here.recycleBin();
        here.limits();
        here.calendar();
        here.review();
        here.atHand(atHand);
        return Situation.of(here.values);
    }

    private void put(Variable variable, Object value) {
        values.put(variable, value);
    }

    private void plan(Optional<Terms> terms, boolean resumed) {
        Plan plan = draft.plan();
        put(Variable.PLAN_COMMAND, plan.command());
        put(Variable.PLAN_CHOICES, List.copyOf(plan.options()));
        put(Variable.PLAN_IMPACT, draft.decision().command().impact().label());
        put(Variable.PLAN_TARGETS, (long) targets.size());
        put(Variable.PLAN_LEFT_OUT, (long) plan.leftOutCount());
        put(Variable.PLAN_NAMED, !draft.isBulk());
        put(Variable.PLAN_EXPECTED_COUNT, terms.flatMap(Terms::expectedCount).orElse(-1L));
        Map<String, Long> shapes = new TreeMap<>();
        targets.forEach(target -> shapes.merge(target.shape(), 1L, Long::sum));
        put(Variable.PLAN_SHAPES, shapes);
        put(Variable.PLAN_LOSS, plan.loss().stream().map(Facet::label).sorted().toList());
        put(Variable.PLAN_EXPOSURE, (long) plan.exposure());
        Duration age = Duration.between(draft.overview().takenAt(), now);
        put(Variable.PLAN_SNAPSHOT_AGE, age.isNegative() ? Duration.ZERO : age);
        put(Variable.PLAN_RESUMED, resumed);
        double pace = connection.site().writesPerSecond();
        put(Variable.PLAN_DURATION, pace > 0
                ? Duration.ofMillis((long) Math.ceil(targets.size() * 1000.0 / pace))
                : Duration.ZERO);
        put(Variable.PLAN_TICKET, plan.ticket());
        put(Variable.PLAN_REASON, plan.reason());
        put(Variable.TIME_NOW, now);
        put(Variable.OPERATOR_NAME, rules.user());
    }

    private void tenant() {
        put(Variable.TENANT_ID, connection.identity().id());
        put(Variable.TENANT_DOMAIN, connection.identity().defaultDomain());
        put(Variable.TENANT_KIND, connection.site().kind().label());
        put(Variable.TENANT_ACTIVE_ACCOUNTS, draft.overview().activeAccounts());
    }

    private void protection() throws TenantFailure {
        Site site = connection.site();
        EnumMap<Protection, Long> found = new EnumMap<>(Protection.class);
        long own = 0;
        for (Target target : targets) {
            Optional<Observation> account = Optional.ofNullable(draft.targets().get(target.id()));
            account.map(seen -> Protection.of(seen, site)).orElse(Optional.of(Protection.UNREADABLE))
                    .ifPresent(why -> found.merge(why, 1L, Long::sum));
            own += account.filter(seen -> PersonName.mayBeSame(List.of(seen.name()), rules.requester())).isPresent()
                    ? 1
                    : 0;
        }
        put(Variable.TARGETS_OWN, own);
        put(Variable.TARGETS_ROLE_HOLDERS, found.getOrDefault(Protection.ROLE_HOLDER, 0L));
        put(Variable.TARGETS_BREAK_GLASS, found.getOrDefault(Protection.BREAK_GLASS, 0L));
        put(Variable.TARGETS_SENTINELS, found.getOrDefault(Protection.SENTINEL, 0L));
        put(Variable.TARGETS_REHEARSAL, found.getOrDefault(Protection.REHEARSAL, 0L));
        put(Variable.TARGETS_UNREAD, found.getOrDefault(Protection.UNREADABLE, 0L));
        Set<AccountId> shielded = new HashSet<>();
        for (String group : site.governance().protectedGroups()) {
            shielded.addAll(connection.reader().membersOf(group));
        }
        put(Variable.TARGETS_IN_PROTECTED_GROUPS,
                targets.stream().filter(target -> shielded.contains(target.id())).count());
    }

    /** Whether the targets cannot act for themselves afterwards. */
    private boolean leaves() {
        return draft.decision().command().impact() != Impact.RESTORING && draft.decision().contract().effects().stream()
                .map(effect -> effect.change().facet())
                .anyMatch(facet -> facet == Facet.IDENTITY || facet == Facet.ENABLED);
    }

    private void floors() throws TenantFailure {
        Set<AccountId> leaving = new HashSet<>();
        if (leaves()) {
            targets.forEach(target -> leaving.add(target.id()));
        }
        Set<AccountId> administrators = administrators();
        long lost = administrators.stream().filter(leaving::contains).count();
        put(Variable.FLOORS_ADMINISTRATORS, administrators.size() - lost);
        put(Variable.FLOORS_ADMINISTRATORS_LOST, lost);
        put(Variable.FLOORS_ORPHANED_GROUPS, leaving.isEmpty() ? 0L : orphaned(leaving));
        // Whoever goes and may own a group that nobody can name takes more along than can be told.
        long untold = leaving.stream().map(draft.targets()::get)
                .filter(account -> account != null && account.isActive() && account.value(Facet.GROUPS).isEmpty())
                .count();
        put(Variable.TARGETS_UNREAD, (long) Objects.requireNonNull(values.get(Variable.TARGETS_UNREAD)) + untold);
    }

    private Set<AccountId> administrators() throws TenantFailure {
        List<AccountId> holders = new ArrayList<>();
        draft.overview().roles().forEach((id, roles) -> {
            if (roles.isGlobalAdministrator()) {
                holders.add(id);
            }
        });
        Set<AccountId> able = new TreeSet<>();
        for (Observation holder : Gathering.observe(connection.reader(), holders, draft.overview().roles()).values()) {
            if (holder.isActive() && holder.value(Facet.ENABLED, Enabled.class).filter(Enabled::enabled).isPresent()) {
                able.add(holder.id());
            }
        }
        return able;
    }

    private long orphaned(Set<AccountId> leaving) throws TenantFailure {
        Set<String> owned = new TreeSet<>();
        for (Target target : targets) {
            Optional.ofNullable(draft.targets().get(target.id()))
                    .flatMap(account -> account.value(Facet.GROUPS, Groups.class))
                    .ifPresent(groups -> owned.addAll(groups.owns()));
        }
        long orphaned = 0;
        for (String group : owned) {
            Set<AccountId> owners = connection.reader().ownersOf(group);
            orphaned += !owners.isEmpty() && leaving.containsAll(owners) ? 1 : 0;
        }
        return orphaned;
    }

    private void recycleBin() {
        Duration youngest = Duration.ofDays(36_500);
        long held = 0;
        for (Target target : targets) {
            Optional<Observation> account = Optional.ofNullable(draft.targets().get(target.id()));
            Duration since = account.flatMap(Observation::traits).flatMap(Traits::deletedAt)
                    .map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
            youngest = since.compareTo(youngest) < 0 ? since : youngest;
            held += account.flatMap(seen -> seen.value(Facet.HOLDS, Holds.class)).filter(holds -> !holds.isEmpty())
                    .isPresent() ? 1 : 0;
        }
        put(Variable.RECYCLE_BIN_YOUNGEST, targets.isEmpty() ? Duration.ZERO : youngest);
        put(Variable.RECYCLE_BIN_HELD, held);
    }

    private void limits() {
        Site site = connection.site();
        Limits limits = site.governance().limits();
        put(Variable.LIMITS_TARGETS, (long) limits.targets());
        put(Variable.LIMITS_TARGETS_PERCENT, (long) limits.targetsPercent());
        put(Variable.LIMITS_DAY, (long) limits.day());
        put(Variable.LIMITS_DAY_PERCENT, (long) limits.dayPercent());
        put(Variable.LIMITS_EXPOSURE, (long) site.exposure(draft.overview().activeAccounts()));
        put(Variable.LIMITS_PACE, site.writesPerSecond());
        put(Variable.LIMITS_GROWTH, (long) limits.growth());
    }

    private void calendar() throws TenantFailure {
        Calendar calendar = connection.site().governance().calendar();
        put(Variable.CALENDAR_FROZEN, calendar.frozen(now));
        put(Variable.CALENDAR_HAS_HOURS, calendar.begin().isPresent());
        put(Variable.CALENDAR_OPEN, calendar.left(now).isPositive());
        put(Variable.CALENDAR_LEFT, calendar.left(now));
        put(Variable.CALENDAR_REACHABLE, calendar.isReachable(now));
        put(Variable.HEALTH_DEGRADED, List.copyOf(Surroundings.ailments(connection.reader())));
    }

    private void review() {
        Command command = draft.decision().command();
        Optional<Instant> signed = rules.reviews().expires(command.digest());
        boolean shipped = rules.shippedEntries().contains(command.digest());
        put(Variable.REVIEW_SIGNED, shipped || signed.isPresent());
        put(Variable.REVIEW_EXPIRES,
                signed.orElseGet(() -> command.review().expires().atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private void atHand(EvidenceAtHand atHand) {
        Map<String, Duration> ages = new HashMap<>();
        for (Map.Entry<String, Evidence> entry : atHand.evidence().entrySet()) {
            ages.put(entry.getKey(), Duration.between(entry.getValue().made(), now));
        }
        put(Variable.EVIDENCE_MISSING, (long) atHand.missing());
        put(Variable.EVIDENCE_OLDEST,
                ages.values().stream().max(Duration::compareTo).filter(Duration::isPositive).orElse(Duration.ZERO));
    }
}

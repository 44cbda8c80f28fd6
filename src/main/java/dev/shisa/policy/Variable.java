package dev.shisa.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy may ask about. The set is fixed: a policy that names anything else is not loaded. The neutral value is the one of an unsuspicious plan
 * for one account of a production tenant; a policy's test says only in what its case differs from that.
 */
public enum Variable {
    /** Noun and verb. */
    PLAN_COMMAND("plan.command", Kind.STRING, "noun and verb", "mailbox remove"),
    /** Decided choices. */
    PLAN_CHOICES("plan.choices", Kind.STRINGS, "the decided choices, without dashes", List.of()),
    /** Impact of the command. */
    PLAN_IMPACT("plan.impact", Kind.STRING, "restoring, destructive or irreversible", "destructive"),
    /** Targets. */
    PLAN_TARGETS("plan.targets", Kind.INT, "how many accounts are to be written", 1L),
    /** Accounts left out. */
    PLAN_LEFT_OUT("plan.left_out", Kind.INT, "how many accounts were left out", 0L),
    /** Lane. */
    PLAN_NAMED("plan.named", Kind.BOOL,
            "whether at most ten accounts were named one by one; otherwise the plan is a bulk plan",
            true),
    /** What --expect-count said. */
    PLAN_EXPECTED_COUNT("plan.expected_count", Kind.INT, "what --expect-count says; -1 where it was not said", -1L),
    /** Shapes. */
    PLAN_SHAPES("plan.shapes", Kind.COUNTS, "how many targets each shape has", Map.of()),
    /** Declared loss. */
    PLAN_LOSS("plan.loss", Kind.STRINGS, "the facets that are lost", List.of("mailbox")),
    /** Exposure. */
    PLAN_EXPOSURE("plan.exposure", Kind.INT, "how many accounts may be written and not yet judged", 20L),
    /** Age of the look. */
    PLAN_SNAPSHOT_AGE("plan.snapshot_age", Kind.DURATION, "how old the look at the tenant is on which this is decided",
            Duration.ZERO),
    /** Going on. */
    PLAN_RESUMED("plan.resumed", Kind.BOOL, "whether a run that stopped goes on", false),
    /** Reckoned time. */
    PLAN_DURATION("plan.duration", Kind.DURATION, "how long the writes take at the pace of the site", Duration.ZERO),
    /** Ticket. */
    PLAN_TICKET("plan.ticket", Kind.STRING, "the requester's ticket; empty where none was given", ""),
    /** Reason. */
    PLAN_REASON("plan.reason", Kind.STRING, "the requester's reason; empty where none was given", ""),
    /** Tenant. */
    TENANT_ID("tenant.id", Kind.STRING, "the tenant's id", "11111111-2222-4333-8444-555555555555"),
    /** Domain. */
    TENANT_DOMAIN("tenant.domain", Kind.STRING, "its default domain", "contoso.example"),
    /** Kind of tenant. */
    TENANT_KIND("tenant.kind", Kind.STRING, "sandbox, test or production", "production"),
    /** Active accounts. */
    TENANT_ACTIVE_ACCOUNTS("tenant.active_accounts", Kind.INT, "how many active accounts it has, by its own count",
            10_000L),
    /** Operator. */
    OPERATOR_NAME("operator.name", Kind.STRING, "the operating system's name of whoever typed the command", "operator"),
    /** Own account. */
    TARGETS_OWN("targets.own", Kind.INT, "how many targets are the operator's own account", 0L),
    /** Role holders. */
    TARGETS_ROLE_HOLDERS("targets.role_holders", Kind.INT, "how many hold a role or may activate one", 0L),
    /** Break-glass accounts. */
    TARGETS_BREAK_GLASS("targets.break_glass", Kind.INT, "how many are break-glass accounts", 0L),
    /** Sentinels. */
    TARGETS_SENTINELS("targets.sentinels", Kind.INT, "how many are sentinels", 0L),
    /** Rehearsal accounts. */
    TARGETS_REHEARSAL("targets.rehearsal", Kind.INT, "how many are rehearsal accounts", 0L),
    /** Protected groups. */
    TARGETS_IN_PROTECTED_GROUPS("targets.in_protected_groups", Kind.INT, "how many are members of a protected group",
            0L),
    /** Unread. */
    TARGETS_UNREAD("targets.unread", Kind.INT, "of how many it cannot be told", 0L),
    /** Administrators that remain. */
    FLOORS_ADMINISTRATORS("floors.administrators", Kind.INT,
            "how many global administrators are active and enabled afterwards",
            2L),
    /** Administrators that go. */
    FLOORS_ADMINISTRATORS_LOST("floors.administrators_lost", Kind.INT, "how many of them the plan takes away", 0L),
    /** Groups that lose their last owner. */
    FLOORS_ORPHANED_GROUPS("floors.orphaned_groups", Kind.INT,
            "how many groups have no active owner afterwards and have one now",
            0L),
    /** Lost of late. */
    HISTORY_LOST("history.lost_24h", Kind.INT,
            "how many accounts were deleted within 24 hours by the recycle bin's own dates, whoever did it, or written by this store's destructive runs",
            0L),
    /** Runs. */
    HISTORY_RUNS("history.runs", Kind.INT, "how many runs of this command this store knows in this tenant", 0L),
    /** Largest run. */
    HISTORY_LARGEST("history.largest", Kind.INT, "how many targets the largest of them had", 0L),
    /** Youngest in the bin. */
    RECYCLE_BIN_YOUNGEST("recycle_bin.youngest", Kind.DURATION,
            "how long the youngest target has lain in the recycle bin, by the service's dates", Duration.ofDays(10)),
    /** Held. */
    RECYCLE_BIN_HELD("recycle_bin.held", Kind.INT, "how many targets are held, or of how many it cannot be told", 0L),
    /** Cap. */
    LIMITS_TARGETS("limits.targets", Kind.INT, "the site's cap for one plan", 500L),
    /** Cap in percent. */
    LIMITS_TARGETS_PERCENT("limits.targets_percent", Kind.INT, "the same in percent of the active accounts", 5L),
    /** Daily cap. */
    LIMITS_DAY("limits.day", Kind.INT, "the site's cap for 24 hours", 1000L),
    /** Daily cap in percent. */
    LIMITS_DAY_PERCENT("limits.day_percent", Kind.INT, "the same in percent of the active accounts", 10L),
    /** Exposure. */
    LIMITS_EXPOSURE("limits.exposure", Kind.INT, "the site's bound for what is written and not yet judged", 200L),
    /** Pace. */
    LIMITS_PACE("limits.writes_per_second", Kind.DOUBLE, "the site's pace; 0 where it has none", 5.0),
    /** Growth. */
    LIMITS_GROWTH("limits.growth", Kind.INT, "how many times larger than the largest run of its command a plan may be",
            10L),
    /** Freeze windows in force. */
    CALENDAR_FROZEN("calendar.frozen", Kind.STRINGS, "the freeze windows in force", List.of()),
    /** Whether hours are pinned. */
    CALENDAR_HAS_HOURS("calendar.has_hours", Kind.BOOL, "whether the site pins hours in which bulk runs may begin",
            true),
    /** Whether it is open. */
    CALENDAR_OPEN("calendar.open", Kind.BOOL, "whether it is such an hour", true),
    /** What is left. */
    CALENDAR_LEFT("calendar.left", Kind.DURATION, "how long these hours still last", Duration.ofHours(4)),
    /** Contacts. */
    CALENDAR_REACHABLE("calendar.reachable", Kind.BOOL, "whether the site's contacts can be reached now", true),
    /** Review end. */
    REVIEW_EXPIRES("review.expires", Kind.TIMESTAMP, "until when the review of the catalog's entry counts",
            Instant.parse("2027-06-30T00:00:00Z")),
    /** Review signature. */
    REVIEW_SIGNED("review.signed", Kind.BOOL,
            "whether this very entry came with the program, or an allowed signer signed its review", true),
    /** Missing evidence. */
    EVIDENCE_MISSING("evidence.missing", Kind.INT,
            "how many shapes have no evidence and none can be made before the run", 0L),
    /** Oldest evidence. */
    EVIDENCE_OLDEST("evidence.oldest", Kind.DURATION, "how old the oldest evidence is", Duration.ofHours(1)),
    /** Health. */
    HEALTH_DEGRADED("health.degraded", Kind.STRINGS, "the parts of the service that are not well, by its own word",
            List.of()),
    /** Time. */
    TIME_NOW("time.now", Kind.TIMESTAMP, "now, by the service's clock", Instant.parse("2026-11-24T01:00:00Z"));

    private final String label;
    private final Kind kind;
    private final String meaning;
    /** Of a type that cannot change, whatever the kind; the compiler only sees an object. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Object neutral;

    Variable(String label, Kind kind, String meaning, Object neutral) {
        this.label = label;
        this.kind = kind;
        this.meaning = meaning;
        this.neutral = neutral;
    }

    /** The name in expressions, tests and messages. */
    public String label() {
        return label;
    }

    /** What sort of value it has. */
    public Kind kind() {
        return kind;
    }

    /** What it means, for people. */
    public String meaning() {
        return meaning;
    }

    Object neutral() {
        return neutral;
    }

    /** The variable of that name. */
    public static Optional<Variable> parse(String label) {
        return all().stream().filter(variable -> variable.label.equals(label)).findFirst();
    }

    /** All of them. */
    public static List<Variable> all() {
        return Collections.unmodifiableList(Arrays.asList(values()));
    }
}

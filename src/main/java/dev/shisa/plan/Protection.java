package dev.shisa.plan;

import dev.shisa.text.Text;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.account.Traits;
import dev.shisa.site.Site;
import java.util.Optional;
import java.util.Set;

/** Why an account is never a target, whatever the command: by what it is, or by what it is listed as. Each has a way that exists for it. */
public enum Protection {
    /** Listed for rehearsals. */
    REHEARSAL("rehearsal account",
            "rehearsals touch it; to change it for good, take it off the site's list"),
    /** Listed as sentinel. */
    SENTINEL("sentinel account", "gates read it; to change it for good, take it off the site's list"),
    /** Listed as break-glass. */
    BREAK_GLASS("break-glass account", "it must always work; take it off the site's list first"),
    /** Holds or may activate a directory role. */
    ROLE_HOLDER("holder or eligible holder of a role",
            "remove its roles first, in the Entra admin center"),
    /** Owned by a directory on premises. */
    SYNCED("synced from on-premises", "change it in the on-premises directory"),
    /** Lives in a restricted management unit. */
    RESTRICTED("in a restricted management unit", "ask an administrator of that unit"),
    /** An invited account. */
    GUEST("guest", "remove guests in the Entra admin center"),
    /** A shared mailbox. */
    SHARED("shared mailbox", "remove it in the Exchange admin center, after asking its members"),
    /** A room. */
    ROOM("room mailbox", "remove it in the Exchange admin center"),
    /** A piece of equipment. */
    EQUIPMENT("equipment mailbox", "remove it in the Exchange admin center"),
    /** A mailbox of a sort that is not a person's. */
    OTHER_MAILBOX("system or other mailbox", "look at it in the Exchange admin center"),
    /** Held. */
    HELD("held mailbox",
            "release the hold with those who placed it, or let the mailbox become inactive"),
    /** Its archive grows without bound. */
    AUTO_EXPANDING_ARCHIVE("auto-expanding archive",
            "Exchange cannot give such a mailbox back once it is lost; export it first, then remove it in the Exchange admin center"),
    /** A migration moves it, or is about to. */
    PENDING_MIGRATION("pending migration",
            "complete the migration or take the account out of it, in the Exchange admin center"),
    /** What it is could not be read. */
    UNREADABLE("could not be read", "find out why; what cannot be read is not touched");

    private final String english;
    private final String way;

    Protection(String english, String way) {
        this.english = english;
        this.way = way;
    }

    /** The reason, for people. */
    public Text reason() {
        return Text.word(english);
    }

    /** What can be done instead. */
    public Text way() {
        return Text.word(way);
    }

    /**
     * Why that account is not a target, judged from a single observation with its roles.
     *
     * @param account the account as observed
     * @param site what the tenant's owners pin
     */
    public static Optional<Protection> of(Observation account, Site site) {
        Optional<Traits> traits = account.traits();
        if (traits.isEmpty() || account.value(Facet.IDENTITY).isEmpty()) {
            return Optional.of(UNREADABLE);
        }
        Optional<Protection> listed = listed(account.name(), site);
        return listed.isPresent() ? listed : byNature(account, traits.get());
    }

    /** Whether the site's lists alone protect the account. */
    static Optional<Protection> listed(String name, Site site) {
        if (site.isRehearsal(name)) {
            return Optional.of(REHEARSAL);
        }
        if (site.isSentinel(name)) {
            return Optional.of(SENTINEL);
        }
        return site.isBreakGlass(name) ? Optional.of(BREAK_GLASS) : Optional.empty();
    }

    /** What the account itself gives as a reason, the site's lists aside. */
    public static Optional<Protection> byNature(Observation account, Traits traits) {
        if (account.isActive()) {
            Optional<Roles> roles = account.value(Facet.ROLES, Roles.class);
            if (roles.isEmpty()) {
                return Optional.of(UNREADABLE);
            }
            if (!roles.get().isEmpty()) {
                return Optional.of(ROLE_HOLDER);
            }
        }
        if (traits.synced()) {
            return Optional.of(SYNCED);
        }
        if (traits.managementRestricted()) {
            return Optional.of(RESTRICTED);
        }
        if (account.value(Facet.HOLDS, Holds.class).filter(holds -> !holds.isEmpty()).isPresent()) {
            return Optional.of(HELD);
        }
        return byKind(traits.kind()).or(() -> byCondition(traits.conditions())).or(() -> unread(account));
    }

    /** Whether a mailbox is held is told by Exchange alone; where nobody can ask it, every mailbox may be. */
    private static Optional<Protection> unread(Observation account) {
        boolean mailbox = account.value(Facet.MAILBOX, Mailbox.class).filter(Mailbox::isEmpty).isEmpty();
        return account.isActive() && mailbox && account.value(Facet.HOLDS).isEmpty()
                ? Optional.of(UNREADABLE)
                : Optional.empty();
    }

    private static Optional<Protection> byCondition(Set<Traits.Condition> conditions) {
        return conditions.stream().sorted().findFirst().map(condition -> switch (condition) {
            case AUTO_EXPANDING_ARCHIVE -> AUTO_EXPANDING_ARCHIVE;
            case PENDING_MIGRATION -> PENDING_MIGRATION;
            case UNTOLD -> UNREADABLE;
        });
    }

    private static Optional<Protection> byKind(Traits.Kind kind) {
        return switch (kind) {
            case USER, MEMBER -> Optional.empty();
            case GUEST -> Optional.of(GUEST);
            case SHARED -> Optional.of(SHARED);
            case ROOM -> Optional.of(ROOM);
            case EQUIPMENT -> Optional.of(EQUIPMENT);
            case OTHER -> Optional.of(OTHER_MAILBOX);
        };
    }
}

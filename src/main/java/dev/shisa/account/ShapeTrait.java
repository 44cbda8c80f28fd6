package dev.shisa.account;

import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Licences;
import java.util.Locale;
import java.util.Optional;

/**
 * A property that can change how a command behaves on an account. Each puts an account into one of a few buckets, so that a
 * rehearsal on one account speaks for all accounts of the same buckets and for no other.
 */
public enum ShapeTrait {
    /** Person, guest, shared mailbox, room, equipment. */
    KIND {
        @Override
        public String bucket(Observation account) {
            return account.traits().map(t -> t.kind().label()).orElse("unknown");
        }
    },
    /** Cloud, or synced from a directory on premises. */
    ORIGIN {
        @Override
        public String bucket(Observation account) {
            return account.traits().map(t -> t.synced() ? "synced" : "cloud").orElse("unknown");
        }
    },
    /** Licences assigned directly, by group, both or none. */
    LICENCE {
        @Override
        public String bucket(Observation account) {
            return account.value(Facet.LICENCES, Licences.class).map(ShapeTrait::licenceSource).orElse("unread");
        }
    },
    /** How many licences entitle to a mailbox: none, one, several. */
    MAILBOX_PLAN {
        @Override
        public String bucket(Observation account) {
            return account.value(Facet.LICENCES, Licences.class).map(ShapeTrait::mailboxPlans).orElse("unread");
        }
    },
    /** Held or not; unread where no source tells. */
    HOLD {
        @Override
        public String bucket(Observation account) {
            Optional<Holds> holds = account.value(Facet.HOLDS, Holds.class);
            return holds.map(h -> h.isEmpty() ? "none" : "held").orElse("unread");
        }
    },
    /** With an archive mailbox or without; unread where no source tells. */
    ARCHIVE {
        @Override
        public String bucket(Observation account) {
            return account.value(Facet.ARCHIVE, Archive.class).map(a -> a.present() ? "present" : "none")
                    .orElse("unread");
        }
    };

    /** The bucket this account falls into. */
    public abstract String bucket(Observation account);

    /** The name in files and output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The trait of that name. */
    public static Optional<ShapeTrait> parse(String text) {
        for (ShapeTrait trait : values()) {
            if (trait.label().equals(text)) {
                return Optional.of(trait);
            }
        }
        return Optional.empty();
    }

    private static String licenceSource(Licences licences) {
        boolean direct = licences.licences().stream().anyMatch(Licence::direct);
        boolean group = licences.licences().stream().anyMatch(l -> !l.groups().isEmpty());
        if (direct && group) {
            return "both";
        }
        if (direct) {
            return "direct";
        }
        return group ? "group" : "none";
    }

    private static String mailboxPlans(Licences licences) {
        long count = licences.licences().stream().filter(Licence::givesMailbox).count();
        return count == 0 ? "none" : count == 1 ? "one" : "several";
    }
}

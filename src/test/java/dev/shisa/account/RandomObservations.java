package dev.shisa.account;

import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Password;
import dev.shisa.account.FacetValue.Profile;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.FacetValue.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Observations of every form, the same for the same seed. */
public final class RandomObservations {
    private static final List<String> TEXTS = List.of("", "a", "Ünïcödé 指差", "with \"quotes\" and \\", "line\nbreak",
            "x@sgu.example", "x@y'; Get-Mailbox | Remove-Mailbox #", "\u0000\u001f", "🦁");

    private final Random random;

    /** A generator that always makes the same observations for that seed. */
    public RandomObservations(long seed) {
        this.random = new Random(seed);
    }

    /** The next observation. */
    public Observation next() {
        Map<Facet, Reading> readings = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            switch (random.nextInt(4)) {
                case 0 -> {
                }
                case 1 -> readings.put(facet, new Reading.Unseen(text()));
                default -> readings.put(facet, new Reading.Seen(value(facet), text(), instant()));
            }
        }
        return new Observation(new AccountId(uuid()),
                random.nextInt(10) == 0 ? Optional.empty() : Optional.of(traits()),
                readings);
    }

    private Traits traits() {
        return new Traits(text(), text(), pick(List.of(Traits.Kind.values())), random.nextBoolean(),
                random.nextBoolean(), random.nextBoolean() ? Optional.of(instant()) : Optional.empty(),
                random.nextBoolean() ? Set.of(pick(List.of(Traits.Condition.values()))) : Set.of());
    }

    private FacetValue value(Facet facet) {
        return switch (facet) {
            case IDENTITY -> pick(List.of(Identity.values()));
            case ENABLED -> new Enabled(random.nextBoolean());
            case MAILBOX -> new Mailbox(pick(List.of(Mailbox.State.values())),
                    random.nextBoolean() ? Optional.of(uuid()) : Optional.empty());
            case ARCHIVE -> new Archive(random.nextBoolean());
            case VISIBILITY -> new Visibility(random.nextBoolean());
            case HOLDS -> new Holds(texts());
            case LICENCES -> licences();
            case ADDRESSES -> new Addresses(text(), text(), texts());
            case ROLES -> new Roles(texts());
            case GROUPS -> new Groups(texts(), texts());
            case PASSWORD -> new Password(random.nextBoolean() ? Optional.of(instant()) : Optional.empty());
            case PROFILE -> new Profile(uuid());
        };
    }

    private Licences licences() {
        List<Licence> licences = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            licences.add(new Licence(uuid(), texts(), texts(), random.nextBoolean(), texts()));
        }
        return Licences.of(licences);
    }

    private SortedSet<String> texts() {
        SortedSet<String> texts = new TreeSet<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        return pick(TEXTS) + (random.nextBoolean() ? String.valueOf(random.nextInt(1000)) : "");
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L), random.nextInt(2) * 123_000_000L);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}

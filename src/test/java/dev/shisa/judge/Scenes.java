package dev.shisa.judge;

import static dev.shisa.account.AnAccount.LICENCE;
import static dev.shisa.account.AnAccount.NOON;
import static dev.shisa.account.AnAccount.OTHER_SKU;
import static dev.shisa.account.AnAccount.SKU;
import static dev.shisa.account.AnAccount.id;
import static dev.shisa.account.AnAccount.set;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
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
import dev.shisa.account.Licence;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Change;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random scenes over a small alphabet of values, so that equal values, losses and declared changes all come up often. */
final class Scenes {
    private static final Map<Facet, List<FacetValue>> VALUES = values();
    private static final Map<Facet, List<Change>> CHANGES = Map.of(Facet.IDENTITY,
            List.of(new Change.ToIdentity(Identity.SOFT_DELETED), new Change.ToIdentity(Identity.ACTIVE)),
            Facet.ENABLED, List.of(new Change.ToEnabled(false), new Change.ToEnabled(true)), Facet.MAILBOX,
            List.of(new Change.ToMailbox(Mailbox.State.TOMBSTONE), new Change.ToMailbox(Mailbox.State.PRESENT),
                    new Change.MayGainMailbox()),
            Facet.LICENCES,
            List.of(new Change.WithoutMailboxPlans(), new Change.WithMailboxPlans(), new Change.WithoutSku(SKU),
                    new Change.WithSku(OTHER_SKU), new Change.ToLicences(Licences.of(List.of(LICENCE)))),
            Facet.ADDRESSES, List.of(new Change.MayLoseAddresses()));

    private Scenes() {
    }

    private static Map<Facet, List<FacetValue>> values() {
        Map<Facet, List<FacetValue>> values = new EnumMap<>(Facet.class);
        values.put(Facet.IDENTITY,
                List.of(Identity.ACTIVE, Identity.ACTIVE, Identity.ACTIVE, Identity.SOFT_DELETED, Identity.ABSENT));
        values.put(Facet.ENABLED, List.of(new Enabled(true), new Enabled(false)));
        List<FacetValue> boxes = new ArrayList<>(List.of(Mailbox.present("a"), Mailbox.present("b")));
        for (Mailbox.State state : Mailbox.State.values()) {
            boxes.add(Mailbox.of(state));
        }
        values.put(Facet.MAILBOX, boxes);
        values.put(Facet.ARCHIVE, List.of(new Archive(true), new Archive(false)));
        values.put(Facet.VISIBILITY, List.of(new Visibility(true), new Visibility(false)));
        values.put(Facet.HOLDS, List.of(new Holds(set()), new Holds(set("litigation"))));
        Licence off = LICENCE.withoutMailbox();
        Licence second = Licence.direct(OTHER_SKU, Set.of(), Set.of());
        values.put(Facet.LICENCES, List.of(Licences.of(List.of()), Licences.of(List.of(LICENCE)),
                Licences.of(List.of(off)), Licences.of(List.of(LICENCE, second)), Licences.of(List.of(off, second))));
        values.put(Facet.ADDRESSES, List.of(new Addresses("u@x", "u@x", set("smtp:u@x")),
                new Addresses("u@x", "u@x", set("smtp:u@x", "smtp:v@x")), new Addresses("w@x", "", set())));
        values.put(Facet.ROLES, List.of(new Roles(set()), new Roles(set("assigned:a")),
                new Roles(set("assigned:a", "eligible:b"))));
        values.put(Facet.GROUPS, List.of(new Groups(set(), set()), new Groups(set("g"), set("o"))));
        values.put(Facet.PASSWORD, List.of(new Password(Optional.empty()), new Password(Optional.of(NOON))));
        values.put(Facet.PROFILE, List.of(new Profile("p"), new Profile("q")));
        return values;
    }

    /** A scene in which anything may have happened. */
    static Scene any(Random random) {
        Map<AccountId, Observation> before = new LinkedHashMap<>();
        Map<AccountId, Observation> after = new LinkedHashMap<>();
        Map<AccountId, Instant> attempted = new LinkedHashMap<>();
        // How much moves, is unread or is declared differs from scene to scene, else hardly any scene would pass.
        double moves = random.nextDouble() * random.nextDouble();
        double unread = random.nextInt(3) == 0 ? 0.1 : 0;
        for (int number = 1 + random.nextInt(4); number > 0; number--) {
            Observation was = observation(number, random, unread);
            if (random.nextInt(30) > 0) {
                before.put(id(number), was);
            }
            if (random.nextInt(30) > 0) {
                after.put(id(number), moved(was, random, moves, unread));
            }
            if (random.nextInt(2) == 0) {
                attempted.put(id(number), NOON.plusSeconds(random.nextInt(60)));
            }
        }
        return new Scene(contract(random), attempted, before, after, NOON.plusSeconds(random.nextInt(400)),
                watched(random), baseline(random), attribution(random.nextInt(4)));
    }

    /** A state in which every watched facet of an active account that was asked for was seen. */
    static Map<AccountId, Observation> readable(Random random) {
        Map<AccountId, Observation> accounts = new LinkedHashMap<>();
        for (int number = 1 + random.nextInt(4); number > 0; number--) {
            Observation account = observation(number, random, 0);
            accounts.put(account.id(), account);
        }
        return accounts;
    }

    private static Observation observation(int number, Random random, double unread) {
        Map<Facet, Reading> readings = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            if (facet == Facet.IDENTITY || random.nextInt(8) > 0) {
                readings.put(facet, reading(facet, random, unread));
            }
        }
        return new Observation(id(number), Optional.empty(), readings);
    }

    private static Observation moved(Observation was, Random random, double moves, double unread) {
        Map<Facet, Reading> readings = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Reading now = random.nextDouble() < moves || was.value(facet).isEmpty()
                    ? reading(facet, random, unread)
                    : was.reading(facet);
            readings.put(facet, now);
        }
        return new Observation(was.id(), Optional.empty(), readings);
    }

    private static Reading reading(Facet facet, Random random, double unread) {
        return random.nextDouble() < unread
                ? new Reading.Unseen("random")
                : new Reading.Seen(pick(VALUES.getOrDefault(facet, List.of()), random), "random", NOON);
    }

    /** A contract of up to three effects. */
    static Contract contract(Random random) {
        List<Effect> effects = new ArrayList<>();
        CHANGES.forEach((_, changes) -> {
            if (random.nextInt(4) == 0) {
                effects.add(effect(pick(changes, random), random));
            }
        });
        return new Contract(effects);
    }

    /** That contract with one more effect, or with a longer bound. */
    static Contract wider(Contract contract, Random random) {
        List<Effect> effects = new ArrayList<>();
        contract.effects().forEach(effect -> effects.add(new Effect(effect.change(),
                effect.within().plusSeconds(random.nextInt(300)), effect.after())));
        CHANGES.forEach((facet, changes) -> {
            if (contract.effect(facet).isEmpty() && random.nextBoolean()) {
                effects.add(effect(pick(changes, random), random));
            }
        });
        return new Contract(effects);
    }

    private static Effect effect(Change change, Random random) {
        return new Effect(change, Duration.ofSeconds(random.nextInt(300)),
                random.nextInt(4) == 0 ? Optional.of(Duration.ofSeconds(random.nextInt(100))) : Optional.empty());
    }

    static Set<Facet> watched(Random random) {
        if (random.nextInt(3) > 0) {
            return EnumSet.allOf(Facet.class);
        }
        EnumSet<Facet> watched = EnumSet.noneOf(Facet.class);
        for (Facet facet : Facet.values()) {
            if (random.nextInt(3) > 0) {
                watched.add(facet);
            }
        }
        return watched;
    }

    private static Baseline baseline(Random random) {
        return random.nextBoolean()
                ? Baseline.still()
                : new Baseline(4, Map.of(Facet.PASSWORD, 1 + random.nextInt(3), Facet.GROUPS, 1, Facet.ROLES, 1));
    }

    static Attribution.Lookup attribution(int kind) {
        return (account, facet) -> switch ((kind + account.hashCode() + facet.label().hashCode()) & 3) {
            case 0 -> new Attribution.Ours();
            case 1 -> new Attribution.Other("somebody");
            case 2 -> new Attribution.Nobody();
            default -> new Attribution.NotAsked();
        };
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}

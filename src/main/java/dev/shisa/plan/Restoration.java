package dev.shisa.plan;

import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.Licence;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Change;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.Effect;
import dev.shisa.catalog.WireCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The way from how an account looks back to how it looked before: the identity first, then the licences, then the sign-in flag. It works from
 * the observed difference and not from the declared effect, so it also brings back what should never have been lost. Addresses are never
 * reconciled: a conflict is refused by the service and shown.
 *
 * @param before the account before it was first written
 */
public record Restoration(Observation before) {
    /** The most requests a restoration takes. */
    public static final int MOST_STEPS = 4;

    private static final Duration WITHIN = Duration.ofMinutes(10);

    /** The next request; empty when nothing is left that a request could bring back. */
    public Optional<WireCall> next(Observation now) {
        Optional<Identity> was = before.value(Facet.IDENTITY, Identity.class);
        Optional<Identity> is = now.value(Facet.IDENTITY, Identity.class);
        if (was.isEmpty() || is.isEmpty()) {
            return Optional.empty();
        }
        if (was.get() != is.get()) {
            return identity(was.get(), is.get());
        }
        return was.get() == Identity.ACTIVE ? licences(now).or(() -> enabled(now)) : Optional.empty();
    }

    private Optional<WireCall> identity(Identity was, Identity is) {
        if (was == Identity.ACTIVE && is == Identity.SOFT_DELETED) {
            return Optional
                    .of(new WireCall("POST", "/directory/deletedItems/" + before.id() + "/restore", Optional.of("{}")));
        }
        if (was == Identity.SOFT_DELETED && is == Identity.ACTIVE) {
            return Optional.of(new WireCall("DELETE", "/users/" + before.id(), Optional.empty()));
        }
        return Optional.empty();
    }

    private Optional<WireCall> licences(Observation now) {
        Optional<Licences> was = before.value(Facet.LICENCES, Licences.class);
        Optional<Licences> is = now.value(Facet.LICENCES, Licences.class);
        if (was.isEmpty() || is.isEmpty() || direct(was.get()).equals(direct(is.get()))) {
            return Optional.empty();
        }
        List<Licence> add = new ArrayList<>(direct(was.get()));
        add.removeAll(direct(is.get()));
        Set<String> keep = direct(was.get()).stream().map(Licence::sku).collect(Collectors.toSet());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("addLicenses", Decision.addLicenses(add));
        ArrayNode remove = body.putArray("removeLicenses");
        direct(is.get()).stream().map(Licence::sku).filter(sku -> !keep.contains(sku)).forEach(remove::add);
        return Optional
                .of(new WireCall("POST", "/users/" + before.id() + "/assignLicense", Optional.of(body.toString())));
    }

    private static List<Licence> direct(Licences licences) {
        return licences.licences().stream().filter(Licence::direct).toList();
    }

    private Optional<WireCall> enabled(Observation now) {
        Optional<Enabled> was = before.value(Facet.ENABLED, Enabled.class);
        Optional<Enabled> is = now.value(Facet.ENABLED, Enabled.class);
        if (was.isEmpty() || is.isEmpty() || was.equals(is)) {
            return Optional.empty();
        }
        String body = "{\"accountEnabled\":" + was.get().enabled() + "}";
        return Optional.of(new WireCall("PATCH", "/users/" + before.id(), Optional.of(body)));
    }

    /** What the restoration may change on an account that looks like this: nothing but the way back. */
    public Contract contract() {
        List<Effect> effects = new ArrayList<>();
        before.value(Facet.IDENTITY, Identity.class).ifPresent(was -> effects.add(effect(new Change.ToIdentity(was))));
        before.value(Facet.ENABLED, Enabled.class)
                .ifPresent(was -> effects.add(effect(new Change.ToEnabled(was.enabled()))));
        before.value(Facet.MAILBOX, Mailbox.class)
                .ifPresent(was -> effects.add(effect(new Change.ToMailbox(was.state()))));
        before.value(Facet.LICENCES, Licences.class).ifPresent(was -> effects.add(effect(new Change.ToLicences(was))));
        before.value(Facet.GROUPS, Groups.class).ifPresent(was -> effects.add(effect(new Change.ToTies(was))));
        return new Contract(effects);
    }

    private static Effect effect(Change change) {
        return new Effect(change, WITHIN, Optional.empty());
    }
}

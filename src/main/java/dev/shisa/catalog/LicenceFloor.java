package dev.shisa.catalog;

import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.Licence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The least harm of one {@code assignLicense}. It replaces the disabled plans of what it adds, so adding can take away too. */
final class LicenceFloor {
    private static final Set<String> BODY = Set.of("addLicenses", "removeLicenses");
    private static final LeastHarm MAILBOX_LOST = new LeastHarm.Becomes(
            new Change.ToMailbox(Mailbox.State.TOMBSTONE));

    private LicenceFloor() {
    }

    static Floor of(JsonNode body, Optional<Licences> held) {
        JsonNode removed = body.path("removeLicenses");
        if (!BODY.equals(Set.copyOf(body.propertyNames())) || !isTexts(removed)) {
            return new Floor.Unknown("assignLicense takes addLicenses and removeLicenses, both, and nothing else");
        }
        JsonNode added = body.path("addLicenses");
        List<LeastHarm> harms = new ArrayList<>();
        if (added.isString()) {
            Optional<Placeholder> placeholder = Placeholder.parse(added.asString()).filter(p -> p != Placeholder.SKU);
            if (placeholder.isEmpty()) {
                return new Floor.Unknown("addLicenses is a list or a placeholder for one");
            }
            if (placeholder.get() == Placeholder.LICENCES_WITHOUT_MAILBOX) {
                harms.add(new LeastHarm.Becomes(new Change.WithoutMailboxPlans()));
                harms.add(MAILBOX_LOST);
            }
        } else if (!isAdditions(added)) {
            return new Floor.Unknown("an added licence has skuId and disabledPlans, and nothing else");
        } else if (takesPlans(added, held)) {
            harms.add(new LeastHarm.Loses(Facet.LICENCES));
        }
        for (JsonNode sku : removed) {
            harms.add(new LeastHarm.Becomes(new Change.WithoutSku(Sku.folded(sku.asString()))));
        }
        boolean taken = !harms.isEmpty() && !harms.contains(MAILBOX_LOST);
        if (taken && held.map(h -> losesMailbox(h, added, removed)).orElse(true)) {
            harms.add(MAILBOX_LOST);
        }
        return new Floor.Known(harms);
    }

    private static boolean isTexts(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isString);
    }

    private static boolean isAdditions(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(entry -> entry.isObject()
                && Set.copyOf(entry.propertyNames()).equals(Set.of("skuId", "disabledPlans"))
                && entry.path("skuId").isString() && isTexts(entry.path("disabledPlans")));
    }

    private static boolean takesPlans(JsonNode added, Optional<Licences> held) {
        return added.valueStream().anyMatch(entry -> held.map(h -> takesPlans(entry, h))
                .orElseGet(() -> !entry.path("disabledPlans").isEmpty()));
    }

    private static boolean takesPlans(JsonNode entry, Licences held) {
        return held.licences().stream().filter(l -> isFor(entry, l))
                .anyMatch(l -> !l.disabledPlans().containsAll(disabled(entry)));
    }

    private static boolean losesMailbox(Licences held, JsonNode added, JsonNode removed) {
        return held.giveMailbox()
                && held.licences().stream().noneMatch(licence -> givesMailboxAfter(licence, added, removed));
    }

    private static boolean givesMailboxAfter(Licence licence, JsonNode added, JsonNode removed) {
        if (removed.valueStream().anyMatch(sku -> sku.asString().equalsIgnoreCase(licence.sku()))) {
            return false;
        }
        List<JsonNode> replacing = added.valueStream().filter(entry -> isFor(entry, licence)).toList();
        return replacing.isEmpty()
                ? licence.givesMailbox()
                : replacing.stream().noneMatch(entry -> disabled(entry).containsAll(licence.mailboxPlans()));
    }

    private static boolean isFor(JsonNode entry, Licence licence) {
        return entry.path("skuId").asString().equalsIgnoreCase(licence.sku());
    }

    private static Set<String> disabled(JsonNode entry) {
        TreeSet<String> disabled = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        entry.path("disabledPlans").forEach(plan -> disabled.add(plan.asString()));
        return disabled;
    }
}

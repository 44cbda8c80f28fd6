package dev.shisa.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import tools.jackson.databind.JsonNode;

/** Holds the harm that a report names against the harm that there is. */
final class Harms {
    private Harms() {
    }

    /** Every harmed account and facet that the report does not name. */
    static List<String> unnamed(SortedMap<String, SortedSet<String>> harmed, JsonNode report, Truth truth) {
        List<String> unnamed = new ArrayList<>();
        harmed.forEach((id, facets) -> facets.stream().filter(facet -> !names(report, id, facet))
                .forEach(facet -> unnamed.add("harm not named: " + truth.name(id) + " " + facet)));
        return unnamed;
    }

    /**
     * No listing tells of mailboxes, so of an account that was not written the loss of the plans behind the mailbox stands for the loss of the mailbox.
     */
    private static boolean names(JsonNode report, String id, String facet) {
        for (JsonNode person : report.path("harmed")) {
            if (person.path("id").asString().equals(id)) {
                boolean unseen = facet.equals("mailbox") && !person.path("state").asString().equals("written");
                for (JsonNode found : person.path("found")) {
                    if (found.asString().contains(" " + facet + ":")
                            || (unseen && found.asString().contains(" licences:"))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}

package dev.shisa.bench;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What the tenant itself says became of its accounts, and what the request log says was sent. */
final class Truth {
    private static final Map<String, String> FACETS = facets();

    private final SortedMap<String, JsonNode> before;
    private final SortedMap<String, JsonNode> after;

    Truth(SortedMap<String, JsonNode> before, SortedMap<String, JsonNode> after) {
        this.before = before;
        this.after = after;
    }

    private static Map<String, String> facets() {
        Map<String, String> facets = new LinkedHashMap<>();
        facets.put("identity", "identity");
        facets.put("enabled", "enabled");
        facets.put("mailboxGuid", "mailbox");
        facets.put("mailbox", "mailbox");
        facets.put("licences", "licences");
        facets.put("addresses", "addresses");
        facets.put("roles", "roles");
        facets.put("groups", "groups");
        facets.put("passwordChangedAt", "password");
        return facets;
    }

    JsonNode account(String id) {
        return java.util.Objects.requireNonNull(after.get(id), id);
    }

    /** The sign-in name before; a deleted account has another one. */
    String name(String id) {
        return java.util.Objects.requireNonNull(before.get(id), id).path("userPrincipalName").asString();
    }

    /**
     * The facets that changed and were not declared to.
     *
     * @param written accounts on which a declared change may show
     * @param identity whether the declared change is the loss of the identity, else of the mailbox
     */
    SortedMap<String, SortedSet<String>> harmed(Set<String> written, boolean identity) {
        TreeMap<String, SortedSet<String>> harmed = new TreeMap<>();
        before.forEach((id, was) -> {
            TreeSet<String> facets = new TreeSet<>();
            JsonNode is = account(id);
            FACETS.forEach((member, facet) -> {
                if (isLess(was.path(member), is.path(member))
                        && !(written.contains(id) && isDeclared(member, is, identity))) {
                    facets.add(facet);
                }
            });
            boolean gone = is.path("identity").asString().equals("soft-deleted");
            if (gone && written.contains(id) && identity) {
                // What lies under an identity that is gone as declared is judged when it comes back.
                facets.clear();
            }
            if (facets.contains("identity")) {
                // What goes with the identity needs no word of its own.
                facets.retainAll(Set.of("identity"));
            }
            if (!facets.isEmpty()) {
                harmed.put(id, facets);
            }
        });
        return harmed;
    }

    /** Whether something is gone or another; a list that only became longer has lost nothing. */
    private static boolean isLess(JsonNode was, JsonNode is) {
        if (!was.isArray() || !is.isArray()) {
            return !was.equals(is);
        }
        Set<JsonNode> left = new HashSet<>();
        is.forEach(left::add);
        for (JsonNode one : was) {
            if (!left.contains(one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDeclared(String member, JsonNode is, boolean identity) {
        return switch (member) {
            case "licences" -> true;
            case "identity" -> identity && is.path(member).asString().equals("soft-deleted");
            case "mailbox" -> identity || is.path(member).asString().equals("tombstone");
            default -> false;
        };
    }

    /** Whether the declared change is there. */
    boolean isDone(String id, boolean identity) {
        return identity
                ? account(id).path("identity").asString().equals("soft-deleted")
                : account(id).path("identity").asString().equals("active")
                        && account(id).path("mailbox").asString().equals("tombstone");
    }

    /** Accounts that a write named, in the order of the first one that was accepted. */
    static List<String> accepted(List<JsonNode> writes) {
        return writes.stream().filter(Truth::isAccepted).map(request -> request.path("account").asString()).distinct()
                .toList();
    }

    /** Whether the client was told that it was done, or it was done without a word. */
    static boolean isAccepted(JsonNode request) {
        int status = request.path("status").asInt();
        return request.path("applied").asBoolean() || (status >= 200 && status < 300);
    }
}

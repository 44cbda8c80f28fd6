package dev.shisa.graph;

import dev.shisa.text.Text;
import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.graph.Batch.Part;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Who holds a directory role, or may activate one. A role given to a group counts for everybody in it. Who may activate a membership in
 * such a group is not seen. Safe for several threads.
 */
final class RoleReader {
    /** The tenant has not bought eligibility at all, so nobody has any; every other refusal is a failure. */
    private static final String NOT_BOUGHT = "AadPremiumLicenseRequired";

    private final PatientWire wire;
    private final GraphRequests requests;
    private final Pages pages;
    private final Batch batch;

    RoleReader(PatientWire wire, GraphRequests requests, Pages pages, Batch batch) {
        this.wire = wire;
        this.requests = requests;
        this.pages = pages;
        this.batch = batch;
    }

    Map<AccountId, Roles> read() throws TenantFailure {
        Map<AccountId, SortedSet<String>> held = new HashMap<>();
        pages.walk(requests::roleAssignments, (row, page) -> add(held, row, page, "assigned:"));
        Answer eligible = wire.ask(requests::roleEligibilities);
        if (eligible.isSuccess()) {
            pages.walk(eligible, (row, page) -> add(held, row, page, "eligible:"));
        } else if (!eligible.fault().code().equals(NOT_BOUGHT)) {
            throw eligible.failure();
        }
        for (AccountId group : groupsAmong(held.keySet())) {
            SortedSet<String> roles = new TreeSet<>(held.getOrDefault(group, new TreeSet<>()));
            for (AccountId member : members(group.value())) {
                held.computeIfAbsent(member, _ -> new TreeSet<>()).addAll(roles);
            }
        }
        Map<AccountId, Roles> roles = new HashMap<>();
        held.forEach((id, texts) -> roles.put(id, new Roles(texts)));
        return roles;
    }

    /** The users in a group, through nested groups as well. */
    Set<AccountId> members(String groupId) throws TenantFailure {
        Set<AccountId> members = new HashSet<>();
        pages.walk(() -> requests.transitiveMembers(groupId), (row, page) -> addUser(members, row, page));
        return members;
    }

    /** The users that own a group; nobody owns what is no group. */
    Set<AccountId> owners(String objectId) throws TenantFailure {
        Answer first = wire.ask(() -> requests.owners(objectId));
        if (first.status() == 404) {
            return Set.of();
        }
        if (!first.isSuccess()) {
            throw first.failure();
        }
        Set<AccountId> owners = new HashSet<>();
        pages.walk(first, (row, page) -> addUser(owners, row, page));
        return owners;
    }

    private static void addUser(Set<AccountId> users, JsonNode row, Answer page) throws TenantFailure {
        String type = row.path("@odata.type").asString("");
        if (type.isEmpty()) {
            throw page.malformed("names somebody in a group without saying of which type");
        }
        if (type.equals("#microsoft.graph.user")) {
            users.add(UserDecoder.id(row, page));
        }
    }

    private static void add(Map<AccountId, SortedSet<String>> held, JsonNode row, Answer page, String how)
            throws TenantFailure {
        AccountId principal = AccountId.parse(row.path("principalId").asString(""))
                .orElseThrow(() -> page.malformed("has a role without its holder"));
        String role = row.path("roleDefinitionId").asString("");
        if (role.isEmpty()) {
            throw page.malformed("has a role without its definition");
        }
        held.computeIfAbsent(principal, _ -> new TreeSet<>()).add(how + role + scope(row));
    }

    private static String scope(JsonNode row) {
        String directory = row.path("directoryScopeId").asString("");
        String application = row.path("appScopeId").asString("");
        if (directory.isEmpty() && !application.isEmpty()) {
            return "@app:" + application;
        }
        return directory.isEmpty() || directory.equals("/") ? "" : "@" + directory;
    }

    private List<AccountId> groupsAmong(Set<AccountId> principals) throws TenantFailure {
        List<AccountId> sorted = principals.stream().sorted().toList();
        List<AccountId> groups = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += Batch.LARGEST) {
            List<AccountId> some = sorted.subList(from, Math.min(sorted.size(), from + Batch.LARGEST));
            List<Part> parts = batch.ask(some.stream().map(id -> "/groups/" + id.value() + "?$select=id").toList());
            for (int i = 0; i < some.size(); i++) {
                if (isGroup(parts.get(i))) {
                    groups.add(some.get(i));
                }
            }
        }
        return groups;
    }

    private static boolean isGroup(Part part) throws TenantFailure {
        if (!part.isSuccess() && part.status() != 404) {
            throw new TenantFailure(Reason.UNREACHABLE,
                    Text.of("Whether a role is held by a group could not be read: {0}.", part.fault().sentence()));
        }
        return part.isSuccess();
    }
}

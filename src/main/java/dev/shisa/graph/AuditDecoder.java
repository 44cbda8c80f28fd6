package dev.shisa.graph;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.tenant.AuditRecord;
import dev.shisa.tenant.AuditRecord.Actor;
import dev.shisa.tenant.AuditRecord.Move;
import dev.shisa.tenant.TenantFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads a record of the directory audit. What it can have changed is told by its activity and by the names of the properties it lists; a record
 * whose words are not known explains nothing (m365.md §2.8; learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities).
 */
final class AuditDecoder {
    private AuditDecoder() {
    }

    /** The record; empty for an attempt that failed, which changed nothing, and for one that names nobody, which explains nothing. */
    static Optional<AuditRecord> record(JsonNode row, Answer page) throws TenantFailure {
        if (!row.path("result").asString("").equals("success")) {
            return Optional.empty();
        }
        String activity = row.path("activityDisplayName").asString("");
        Set<AccountId> accounts = new HashSet<>();
        EnumSet<Facet> facets = ofActivity(activity);
        for (JsonNode target : row.path("targetResources")) {
            AccountId.parse(target.path("id").asString("")).ifPresent(accounts::add);
            for (JsonNode property : target.path("modifiedProperties")) {
                facets.addAll(ofProperty(property.path("displayName").asString("")));
            }
        }
        Instant at = at(row, page);
        return actor(row.path("initiatedBy")).map(actor -> new AuditRecord(row.path("id").asString(""), at, activity,
                actor, accounts, facets, move(activity)));
    }

    private static Instant at(JsonNode row, Answer page) throws TenantFailure {
        try {
            return Instant.parse(row.path("activityDateTime").asString(""));
        } catch (DateTimeException e) {
            throw page.malformed("has an audit record without its time");
        }
    }

    /** Who did it; empty where the record names nobody, which explains nothing. */
    private static Optional<Actor> actor(JsonNode by) {
        JsonNode application = by.path("app");
        String client = application.path("appId").asString("");
        String name = application.path("displayName").asString("");
        String user = by.path("user").path("userPrincipalName").asString("");
        if (!client.isEmpty()) {
            return Optional.of(new Actor(name.isEmpty() ? client : name, Optional.of(client)));
        }
        return Optional.of(user.isEmpty() ? name : user).filter(text -> !text.isEmpty())
                .map(text -> new Actor(text, Optional.empty()));
    }

    private static Move move(String activity) {
        return switch (activity.toLowerCase(Locale.ROOT)) {
            case "add user" -> Move.ADDED;
            case "delete user" -> Move.DELETED;
            case "restore user" -> Move.RESTORED;
            case "hard delete user" -> Move.PURGED;
            default -> Move.NONE;
        };
    }

    private static EnumSet<Facet> ofActivity(String activity) {
        String words = activity.toLowerCase(Locale.ROOT);
        if (move(activity) != Move.NONE) {
            return EnumSet.allOf(Facet.class);
        }
        if (words.contains("role")) {
            return EnumSet.of(Facet.ROLES);
        }
        if (words.contains("password")) {
            return EnumSet.of(Facet.PASSWORD);
        }
        if (words.contains("group") || words.contains("owner")) {
            return EnumSet.of(Facet.GROUPS);
        }
        if (words.contains("license")) {
            return EnumSet.of(Facet.LICENCES, Facet.MAILBOX, Facet.ARCHIVE);
        }
        return words.equals("disable account") || words.equals("enable account")
                ? EnumSet.of(Facet.ENABLED)
                : EnumSet.noneOf(Facet.class);
    }

    private static Set<Facet> ofProperty(String property) {
        String name = property.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "accountenabled" -> EnumSet.of(Facet.ENABLED);
            case "assignedlicense", "assignedplan", "licenseassignment" ->
                EnumSet.of(Facet.LICENCES, Facet.MAILBOX, Facet.ARCHIVE);
            case "proxyaddresses", "userprincipalname", "mail", "othermails" -> EnumSet.of(Facet.ADDRESSES);
            case "passwordprofile", "strongauthenticationpassword", "lastpasswordchangetimestamp" ->
                EnumSet.of(Facet.PASSWORD);
            case "showinaddresslist" -> EnumSet.of(Facet.VISIBILITY);
            default -> EnumSet.of(Facet.PROFILE);
        };
    }
}

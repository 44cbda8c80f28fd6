package dev.shisa.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * Accounts that a bulk command is to work on: active, enabled, in the cloud, with a mailbox and a licence, and none that is listed for rehearsals
 * or as a sentinel. Always the same of the same tenant.
 *
 * @param ids object ids
 * @param names sign-in names, in the same order
 */
record Targets(List<String> ids, List<String> names) {

    /** As many as are asked for, or all that there are. */
    static Targets of(BenchTenant tenant, SortedMap<String, JsonNode> accounts, int number) {
        Set<String> synced = new HashSet<>();
        tenant.list("/users?$count=true&$top=999&$select=id&$filter="
                + BenchTenant.encoded("onPremisesSyncEnabled eq true"))
                .forEach(user -> synced.add(user.path("id").asString()));
        List<JsonNode> fit = new ArrayList<>(accounts.values().stream()
                .filter(account -> account.path("identity").asString().equals("active"))
                .filter(account -> account.path("enabled").asBoolean())
                .filter(account -> account.path("mailbox").asString().equals("present"))
                .filter(account -> !account.path("licences").isEmpty() && account.path("roles").isEmpty())
                .filter(account -> !account.path("userPrincipalName").asString()
                        .matches("(rehearsal|sentinel|breakglass)-.*"))
                .filter(account -> !synced.contains(account.path("id").asString())).toList());
        Collections.shuffle(fit, new Random(number));
        List<JsonNode> chosen = fit.subList(0, Math.min(number, fit.size()));
        return new Targets(chosen.stream().map(account -> account.path("id").asString()).toList(),
                chosen.stream().map(account -> account.path("userPrincipalName").asString()).toList());
    }
}

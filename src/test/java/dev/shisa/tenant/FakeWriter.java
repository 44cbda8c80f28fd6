package dev.shisa.tenant;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.Licence;
import dev.shisa.catalog.WireCall;
import dev.shisa.tenant.WriteOutcome.Accepted;
import dev.shisa.tenant.WriteOutcome.Rejected;
import dev.shisa.tenant.WriteOutcome.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes the fake tenant. */
public final class FakeWriter implements TenantWriter {
    private static final Pattern PATH = Pattern.compile("/(users|directory/deletedItems)/([0-9a-f-]{36})(/[A-Za-z]+)?");
    private static final JsonMapper JSON = new JsonMapper();

    private final FakeTenant tenant;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    FakeWriter(FakeTenant tenant) {
        this.tenant = tenant;
    }

    /**
     * One write as it arrived.
     *
     * @param call the request
     * @param requestId its client-request-id
     */
    public record Sent(WireCall call, UUID requestId) {
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    @Override
    public String application() {
        return "fake-writer";
    }

    @Override
    public synchronized WriteOutcome apply(WireCall call, UUID requestId) {
        sent.add(new Sent(call, requestId));
        int nth = sent.size();
        Optional<FakeFault.Refused> refused = tenant.fault(FakeFault.Refused.class).filter(f -> f.nth() == nth);
        if (refused.isPresent()) {
            return new Rejected(refused.get().status(), "Fake", 0, call.describe() + " was refused.");
        }
        WriteOutcome outcome = tenant.fault(FakeFault.NothingDone.class).filter(f -> nth >= f.from()).isPresent()
                ? new Accepted(204, call.describe() + " was accepted.", warnings())
                : performAsOurselves(call, nth);
        return tenant.fault(FakeFault.AnswerLost.class).filter(f -> f.nth() == nth).isPresent()
                ? new Unknown(call.describe() + " was answered with 504.")
                : outcome;
    }

    private List<String> warnings() {
        return tenant.fault(FakeFault.WriteWarned.class).map(FakeFault.WriteWarned::text).stream().toList();
    }

    private WriteOutcome performAsOurselves(WireCall call, int nth) {
        return tenant.as(new AuditRecord.Actor("shisa", Optional.of(application())), () -> perform(call, nth));
    }

    private WriteOutcome perform(WireCall call, int nth) {
        Matcher path = PATH.matcher(call.path());
        if (!path.matches()) {
            return new Rejected(400, "Request_BadRequest", 0, "There is no " + call.describe() + ".");
        }
        boolean bin = path.group(1).startsWith("directory");
        Identity wanted = bin ? Identity.SOFT_DELETED : Identity.ACTIVE;
        Optional<FakeAccount> account = tenant.truth(new AccountId(path.group(2))).filter(a -> a.identity() == wanted);
        if (account.isEmpty()) {
            return new Unknown(call.describe() + " was answered with 404.");
        }
        String action = path.group(3) == null ? "" : path.group(3);
        boolean done = bin
                ? inBin(call.method() + action, account.get())
                : active(call, call.method() + action, account.get(), nth);
        return done
                ? new Accepted(call.method().equals("DELETE") ? 204 : 200, call.describe() + " was accepted.",
                        warnings())
                : new Rejected(400, "Request_BadRequest", 0, "There is no " + call.describe() + ".");
    }

    private boolean inBin(String what, FakeAccount account) {
        switch (what) {
            case "POST/restore" -> tenant.put(account.withIdentity(Identity.ACTIVE, Optional.empty()));
            case "DELETE" -> tenant.purge(account.id());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean active(WireCall call, String what, FakeAccount account, int nth) {
        JsonNode body = JSON.readTree(call.body().orElse("{}"));
        switch (what) {
            case "DELETE" -> delete(account);
            case "PATCH" ->
                taking(!body.path("accountEnabled").asBoolean(true), account.withEnabled(body.path("accountEnabled")
                        .asBoolean(account.enabled())), nth);
            case "POST/assignLicense" -> {
                FakeAccount next = account.withLicences(assigned(account.licences(), body));
                taking(!next.licences().covers(account.licences()), next, nth);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void taking(boolean takesAway, FakeAccount next, int nth) {
        tenant.put(next);
        if (!takesAway) {
            return;
        }
        if (tenant.fault(FakeFault.IdentityLost.class).filter(f -> nth >= f.from()).isPresent()) {
            delete(next);
        }
        tenant.fault(FakeFault.OtherAccountHit.class).filter(f -> nth >= f.from())
                .ifPresent(f -> tenant.alter(f.victim(), victim -> victim.withLicences(Licences.of(List.of()))));
    }

    private void delete(FakeAccount account) {
        tenant.put(account.withIdentity(Identity.SOFT_DELETED, Optional.of(tenant.now())));
    }

    private static Licences assigned(Licences held, JsonNode body) {
        TreeMap<String, Licence> licences = new TreeMap<>();
        held.licences().forEach(licence -> licences.put(licence.sku(), licence));
        body.path("removeLicenses").forEach(sku -> licences.remove(sku.asString()));
        for (JsonNode added : body.path("addLicenses")) {
            Set<String> disabled = new TreeSet<>();
            added.path("disabledPlans").forEach(plan -> disabled.add(plan.asString()));
            String sku = added.path("skuId").asString();
            licences.put(sku, Licence.direct(sku, disabled, Set.of(FakeTenant.MAILBOX_PLAN)));
        }
        return Licences.of(new ArrayList<>(licences.values()));
    }
}

package dev.shisa.approval;

import dev.shisa.signature.Signers;
import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.approval.ApprovalRequest.Requester;
import dev.shisa.approval.ApprovalRequest.Undo;
import dev.shisa.approval.ApprovalRequest.Waiver;
import dev.shisa.signature.AllowedSigners;
import dev.shisa.signature.RevokedKeys;
import dev.shisa.signature.SoftwareKey;
import dev.shisa.site.TenantKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Carl wants to remove three mailboxes, and Anne has been asked. Everything fits; each test changes what it is about, by the fields. What is
 * signed is what the request says at that moment.
 */
final class Scene {
    static final AccountId ONE = account(1);
    static final AccountId TWO = account(2);
    static final AccountId THREE = account(3);
    static final AccountId STRANGER = account(9);
    static final SoftwareKey ANNES = SoftwareKey.ed25519();
    static final SoftwareKey ANNES_OTHER = SoftwareKey.securityEd25519("ssh:");
    static final SoftwareKey BERTS = SoftwareKey.securityEcdsa("ssh:");
    static final SoftwareKey NOBODYS = SoftwareKey.ed25519();

    // the request
    String requestTenant = "tenant-a";
    String requestPlan = "plan-digest-1";
    String requestCommand = "mailbox remove";
    String requestCommandDigest = "entry-1";
    List<String> requestChoices = List.of("--keep-identity");
    Set<AccountId> requestTargets = Set.of(ONE, TWO, THREE);
    Optional<Set<AccountId>> digestOf = Optional.empty();
    Set<Facet> requestLoss = Set.of(Facet.LICENCES, Facet.MAILBOX);
    int requestExposure = 2;
    Map<String, String> requestEvidence = Map.of("cloud", "evidence-1", "cloud, archive", "evidence-2");
    String requestPolicies = "policies-1";
    String requestCatalog = "catalog-1";
    List<Waiver> requestWaivers = List.of(new Waiver("waiver-1", "freeze window until Monday"));
    Optional<Undo> undo = Optional.of(new Undo("undo RUN", Instant.parse("2026-12-22T12:00:00Z")));
    Instant notBefore = Instant.parse("2026-11-22T10:00:00Z");
    Instant notAfter = Instant.parse("2026-11-23T10:00:00Z");
    Requester requester = new Requester("carl@sgu.example", "carl", "desk.sgu.example");

    // what is wanted
    Wanted.Scope scope = Wanted.Scope.RUN;
    String tenant = "tenant-a";
    String plan = "plan-digest-1";
    String command = "mailbox remove";
    String commandDigest = "entry-1";
    List<String> choices = List.of("--keep-identity");
    Set<AccountId> targets = Set.of(ONE, TWO, THREE);
    Set<Facet> loss = Set.of(Facet.LICENCES, Facet.MAILBOX);
    int exposure = 2;
    Map<String, String> evidence = Map.of("cloud", "evidence-1", "cloud, archive", "evidence-2");
    String policies = "policies-1";
    String catalog = "catalog-1";
    Set<String> waivers = Set.of("waiver-1");
    Set<String> wantedBy = Set.of("carl@sgu.example", "carl");

    // who judges it
    String allowed = "anne@sgu.example " + ANNES.line() + "\nanne@sgu.example " + ANNES_OTHER.line()
            + "\nbert@sgu.example " + BERTS.line() + "\n";
    String revoked = "";
    int needed = 1;
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    final Map<String, Set<AccountId>> plans = new TreeMap<>(Map.of("plan-digest-1", Set.of(ONE, TWO, THREE)));
    final List<SignedRequest> found = new ArrayList<>();

    static AccountId account(int number) {
        return new AccountId("00000000-0000-0000-0000-00000000000" + number);
    }

    ApprovalRequest request() {
        return new ApprovalRequest(requestTenant, "sgu.example", TenantKind.PRODUCTION, "plan-1", requestPlan,
                requestCommand, requestCommandDigest, requestChoices, requestTargets.size(),
                ApprovalRequest.targetsDigest(digestOf.orElse(requestTargets)),
                new TreeMap<>(Map.of("cloud", requestTargets.size())),
                requestTargets.stream().sorted().map(id -> "leaver" + id.value().substring(35) + "@sgu.example")
                        .toList(),
                new TreeSet<>(requestLoss), new TreeMap<>(Map.of("protected", 1)), requestExposure,
                new TreeMap<>(requestEvidence), requestPolicies, requestCatalog, requestWaivers, undo, notBefore,
                notAfter, requester, Optional.of("head-1"), "left in 2025", "T-1");
    }

    String text() {
        return new String(ApprovalRequestFile.write(request()), StandardCharsets.UTF_8);
    }

    /** Somebody signs the request as it is now. */
    Scene signedBy(SoftwareKey key) {
        return signedBy(key, SignatureNamespace.APPROVAL);
    }

    Scene signedBy(SoftwareKey key, String namespace) {
        return found(text(), key.sign(text().getBytes(StandardCharsets.UTF_8), namespace));
    }

    Scene found(String text, String signature) {
        found.add(new SignedRequest("number " + (found.size() + 1), text, signature));
        return this;
    }

    Wanted wanted() {
        return new Wanted(scope, tenant, plan, command, commandDigest, choices, new TreeSet<>(loss), targets,
                new TreeMap<>(evidence), policies, catalog, waivers, exposure, wantedBy);
    }

    ApprovalGate.Answer judge() {
        if (!(AllowedSigners.read(allowed, ZoneOffset.UTC) instanceof AllowedSigners.Reading.Intact signers)
                || !(RevokedKeys.read(revoked) instanceof RevokedKeys.Reading.Intact keys)) {
            throw new IllegalStateException("the scene has a malformed file");
        }
        return new ApprovalGate(digest -> Optional.ofNullable(plans.get(digest))).judge(wanted(), found,
                new Signers(signers.signers(), keys.revoked()), needed, now);
    }
}

package dev.shisa.operation;

import dev.shisa.text.Text;
import dev.shisa.account.AccountId;
import dev.shisa.approval.ApprovalFolder;
import dev.shisa.approval.ApprovalGate;
import dev.shisa.approval.ApprovalRequest;
import dev.shisa.approval.ApprovalRequestFile;
import dev.shisa.approval.SignedRequest;
import dev.shisa.approval.Wanted;
import dev.shisa.catalog.Catalog;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.evidence.Evidence;
import dev.shisa.evidence.EvidenceFile;
import dev.shisa.journal.Entry;
import dev.shisa.plan.Plan;
import dev.shisa.plan.PlanFile;
import dev.shisa.plan.Target;
import dev.shisa.policy.Waiver;
import dev.shisa.site.TenantKind;
import dev.shisa.store.Digest;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks other people for their approval, and counts who gave it. What is asked for and what is wanted are both computed afresh. */
public final class Approvals {
    /** A store keeps the signatures of years; what is wrong with five of them says enough. */
    private static final int MOST_SHOWN = 5;
    private final Connection connection;
    private final Archive archive;
    private final Catalog catalog;

    /**
     * Approvals of what is done in one tenant.
     *
     * @param connection the tenant
     * @param archive where requests, signatures and plans lie
     * @param catalog the catalog that holds
     */
    public Approvals(Connection connection, Archive archive, Catalog catalog) {
        this.connection = connection;
        this.archive = archive;
        this.catalog = catalog;
    }

    /**
     * Who approved.
     *
     * @param lines one for each person; empty where nobody was needed
     */
    record Grant(List<String> lines) {
        Grant {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The request that somebody would sign now.
     *
     * @param settlement the plan, with all its evidence at hand
     * @param auditHead head of the audit log
     */
    public ApprovalRequest request(Settlement settlement, Optional<String> auditHead)
            throws RefusedException {
        Draft draft = settlement.draft();
        Plan plan = draft.plan();
        Rules rules = rules();
        List<ApprovalRequest.Waiver> waivers = waivers(settlement, rules).stream()
                .map(waiver -> new ApprovalRequest.Waiver(waiver.digest(), waiver.line())).toList();
        Optional<ApprovalRequest.Undo> undo = draft.decision().undo().flatMap(back -> plan.undoDeadline()
                .map(deadline -> new ApprovalRequest.Undo(back.command() + back.options().stream()
                        .map(option -> " --" + option).collect(Collectors.joining()), deadline)));
        if (plan.requester().isBlank()) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.APPROVAL,
                            Text.of("Nobody can say who made the plan, so nobody can be another person."))
                    .remedy(Text.of("Make a new plan, as a user whom the operating system can name.")));
        }
        SortedSet<String> names = connection.site().governance().names(plan.requester());
        String principal = names.stream().filter(name -> name.contains("@")).findFirst().orElse(plan.requester());
        return ApprovalRequest.of(plan, draft.digest(), draft.decision().words(),
                new ApprovalRequest.Grounds(digests(settlement.evidence()), rules.policies().digest(),
                        catalog.digest(), waivers, undo, auditHead),
                new ApprovalRequest.Requester(principal, plan.requester(), ""), plan.created(), plan.expires())
                .exposing(settlement.exposure(connection));
    }

    /**
     * Keeps a request, unless one that says the same is kept already: then several people sign one file.
     *
     * @return the digest of the one that is kept
     */
    public String keep(ApprovalRequest request) throws IOException {
        for (String digest : archive.approvals().requests()) {
            Optional<ApprovalRequest> known = read(digest);
            if (known.map(one -> one.anchored(request.auditHead())).filter(request::equals).isPresent()) {
                return digest;
            }
        }
        return archive.approvals().save(request);
    }

    /** The request of that digest as it is kept. */
    public ApprovalRequest kept(String digest) throws IOException {
        return read(digest)
                .orElseThrow(() -> new IOException("the approval request " + digest + " is gone or altered"));
    }

    private Optional<ApprovalRequest> read(String digest) throws IOException {
        return archive.approvals().request(digest).map(ApprovalRequestFile::read)
                .filter(ApprovalRequestFile.Content.Intact.class::isInstance)
                .map(ApprovalRequestFile.Content.Intact.class::cast)
                .filter(intact -> intact.digest().equals(digest)).map(ApprovalRequestFile.Content.Intact::request);
    }

    /**
     * What a signature adds, for whoever just gave it.
     *
     * @param settlement the plan, with all its evidence at hand
     * @param name name of the signature's file
     * @return notes
     * @throws RefusedException when the signature does not count
     */
    public List<String> count(Settlement settlement, String name)
            throws RefusedException, IOException, TenantFailure {
        int policies = settlement.verdict().approvals();
        Plan plan = settlement.draft().plan();
        Wanted wanted = wanted(settlement, plan.targets(), settlement.evidence(), Wanted.Scope.RUN,
                connection.site().governance().names(plan.requester()));
        return switch (answer(wanted, Math.max(1, policies))) {
            case ApprovalGate.Answer.Granted _ -> List.of(policies == 0
                    ? "The signature counts; the policies ask for none."
                    : "The signature counts; nobody else is needed.");
            case ApprovalGate.Answer.Lacking lacking -> {
                Optional<String> own = lacking.sentences().stream()
                        .filter(sentence -> sentence.startsWith("The signature " + name + " ")).findFirst();
                if (own.isPresent()) {
                    throw new RefusedException(Diagnostic
                            .refusal(ExitStatus.APPROVAL, Text.of("The signature is kept, and it does not count."))
                            .contrast(Text.of("the signature of another person who may approve this"),
                                    Text.verbatim(own.get())));
                }
                yield List.of("The signature counts: " + lacking.have() + " of " + lacking.needed() + " people.");
            }
        };
    }

    private Rules rules() throws RefusedException {
        return connection.book().rules(connection.identity().serverTime());
    }

    private static List<Waiver> waivers(Settlement settlement, Rules rules) {
        List<String> used = settlement.verdict().waivers();
        return rules.waivers().counting().stream().filter(waiver -> used.contains(waiver.name())).toList();
    }

    private static SortedMap<String, String> digests(Map<String, Evidence> evidence) {
        TreeMap<String, String> digests = new TreeMap<>();
        evidence.forEach((shape, found) -> digests.put(shape, Digest.of(EvidenceFile.write(found))));
        return digests;
    }

    /**
     * Whether enough people approved a run.
     *
     * @param settlement what would be done
     * @param targets to whom; of the rest of a run, those that are left
     * @param evidence all evidence it rests on
     * @param scope on what occasion
     * @throws RefusedException when not enough did; the refusal says why each signature that is there does not count
     */
    Grant forRun(Settlement settlement, Collection<Target> targets, Map<String, Evidence> evidence, Wanted.Scope scope)
            throws RefusedException, IOException, TenantFailure {
        return settlement.verdict().approvals() == 0
                ? new Grant(List.of())
                : judge(wanted(settlement, targets, evidence, scope, connection.book().requester()),
                        settlement.verdict().approvals(), settlement.draft().plan().id());
    }

    private Wanted wanted(Settlement settlement, Collection<Target> targets, Map<String, Evidence> evidence,
            Wanted.Scope scope, Set<String> requester) throws RefusedException {
        Plan plan = settlement.draft().plan();
        Rules rules = rules();
        Set<String> waived = waivers(settlement, rules).stream().map(Waiver::digest).collect(Collectors.toSet());
        return new Wanted(scope, plan.tenantId(), settlement.draft().digest(), plan.command(), plan.commandDigest(),
                settlement.draft().decision().words(), plan.loss(), ids(targets), digests(evidence),
                rules.policies().digest(), catalog.digest(), waived, settlement.exposure(connection), requester);
    }

    /**
     * Whether somebody approved that a run is brought back: whoever approved the run did, until the deadline of the way back. Only production needs it.
     *
     * @param draft what would be brought back
     * @param others what else refuses it, told together
     * @throws RefusedException when nobody did
     */
    Grant forUndo(UndoDraft draft, List<Diagnostic> others) throws RefusedException, IOException, TenantFailure {
        try {
            return forUndo(draft);
        } catch (RefusedException e) {
            List<Diagnostic> all = new ArrayList<>(others);
            all.addAll(e.diagnostics());
            throw new RefusedException(all);
        }
    }

    private Grant forUndo(UndoDraft draft) throws RefusedException, IOException, TenantFailure {
        int needed = connection.site().kind() == TenantKind.PRODUCTION ? 1 : 0;
        if (needed == 0) {
            return new Grant(List.of());
        }
        Entry.Opened opened = draft.state().opened();
        Optional<Plan> plan = archive.plan(opened.plan()).filter(PlanFile.Content.Intact.class::isInstance)
                .map(content -> ((PlanFile.Content.Intact) content).plan());
        if (plan.isEmpty()) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.APPROVAL,
                            Text.of("Nobody can say what was approved: the plan of the run is not there."))
                    .contrast(Text.of("the plan {0}", opened.plan()), Text.of("none that verifies")));
        }
        Wanted wanted = new Wanted(Wanted.Scope.UNDO, opened.tenantId(), opened.planDigest(), opened.command(),
                plan.get().commandDigest(), opened.words(), draft.loss(), ids(draft.targets()), new TreeMap<>(), "", "",
                Set.of(), 0, connection.book().requester());
        return judge(wanted, needed, opened.plan());
    }

    private static Set<AccountId> ids(Collection<Target> targets) {
        return targets.stream().map(Target::id).collect(Collectors.toSet());
    }

    private Grant judge(Wanted wanted, int needed, String plan) throws RefusedException, IOException, TenantFailure {
        return switch (answer(wanted, needed)) {
            case ApprovalGate.Answer.Granted granted ->
                new Grant(granted.approvers().stream().map(approver -> "approved by "
                        + String.join(", ", approver.principals()) + ", key " + approver.fingerprint() + ", request "
                        + approver.request()).toList());
            case ApprovalGate.Answer.Lacking lacking -> throw new RefusedException(refusal(lacking, plan));
        };
    }

    private ApprovalGate.Answer answer(Wanted wanted, int needed) throws RefusedException, IOException, TenantFailure {
        Instant now = connection.reader().identify().serverTime();
        ApprovalFolder.Listing listing = archive.approvals().listing();
        ApprovalGate.Answer answer = gate(listing.signed()).judge(wanted, listing.signed(), connection.book().signers(),
                needed, now);
        // What belongs to nothing counts for nothing; it is told where something lacks, because it may be what was meant.
        return answer instanceof ApprovalGate.Answer.Lacking lacking
                ? new ApprovalGate.Answer.Lacking(lacking.have(), lacking.needed(),
                        Stream.concat(listing.strange().stream(), lacking.sentences().stream()).toList())
                : answer;
    }

    private static Diagnostic refusal(ApprovalGate.Answer.Lacking lacking, String plan) {
        int more = lacking.sentences().size() - MOST_SHOWN;
        String shown = String.join(" ", lacking.sentences().stream().limit(MOST_SHOWN).toList());
        Text found = more > 0
                ? Text.of("{0} And {1} more signatures that do not count.", shown, more)
                : Text.verbatim(shown);
        return Diagnostic
                .refusal(ExitStatus.APPROVAL, Text.of("This needs the approval of other people."))
                .contrast(Text.counted(lacking.needed(), "approvals of {0} person", "approvals of {0} people"),
                        shown.isEmpty() ? Text.of("{0}", lacking.have()) : Text.of("{0}. {1}", lacking.have(), found))
                .remedy(Text.of("Let somebody else look at it and sign: shisa approve {0} --key FILE.", plan));
    }

    /** A gate that knows the plans which these requests name. A plan that does not verify is none. */
    private ApprovalGate gate(List<SignedRequest> signed) throws IOException {
        Map<String, Set<AccountId>> targets = new HashMap<>();
        for (SignedRequest found : signed) {
            if (ApprovalRequestFile
                    .read(found.request()
                            .getBytes(StandardCharsets.UTF_8)) instanceof ApprovalRequestFile.Content.Intact intact
                    && !targets.containsKey(intact.request().planDigest())) {
                archive.plan(intact.request().plan()).filter(PlanFile.Content.Intact.class::isInstance)
                        .map(PlanFile.Content.Intact.class::cast)
                        .ifPresent(plan -> targets.put(plan.digest(), ids(plan.plan().targets())));
            }
        }
        return new ApprovalGate(digest -> Optional.ofNullable(targets.get(digest)));
    }
}

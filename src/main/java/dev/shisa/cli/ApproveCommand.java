package dev.shisa.cli;

import dev.shisa.text.Text;
import dev.shisa.approval.ApprovalFolder;
import dev.shisa.approval.ApprovalRequest;
import dev.shisa.approval.ApprovalRequestFile;
import dev.shisa.approval.RequestSigner;
import dev.shisa.approval.SignatureNamespace;
import dev.shisa.approval.SigningProcess;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.operation.Approvals;
import dev.shisa.operation.Connection;
import dev.shisa.operation.Draft;
import dev.shisa.operation.Replanning;
import dev.shisa.operation.Settlement;
import dev.shisa.operation.Terms;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what somebody asks to be approved, and takes the signature of whoever approves. */
@Command(name = "approve", description = {"Show what a plan asks to be approved, and sign it.",
        "Without --key and --signature it is only shown, with the file to sign."})
final class ApproveCommand implements BuiltIn {
    private static final int LARGEST = 1 << 16;

    @Parameters(paramLabel = "PLAN", description = "Name or file of the plan.")
    private String plan = "";

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private Way way = new Way();

    @Option(names = "--confirm", paramLabel = "COUNT@DOMAIN", description = "What the request says: how many accounts of which tenant. Goes with --key.")
    private @Nullable String confirm;

    /** How it is signed. */
    static final class Way {
        @Option(names = "--key", paramLabel = "FILE", description = "Sign with this key through ssh-keygen; the public key's file, where an agent or a security key holds the private one.")
        private @Nullable String key;

        @Option(names = "--signature", paramLabel = "FILE", description = "Take this signature, made by ssh-keygen -Y sign -n approval@shisa.dev.")
        private @Nullable Path signature;
    }

    @Override
    public int run(Desk desk) {
        return desk.carryOut("approve", this::work);
    }

    private Outcome work(Session session) throws RefusedException, IOException, TenantFailure, InterruptedException {
        if (confirm != null && way.key == null) {
            throw new RefusedException(Diagnostic.refusal(ExitStatus.USAGE, Text.of("--confirm goes with --key."))
                    .remedy(Text.of(
                            "Add --key FILE, or leave --confirm out; a signature says for itself what it is for.")));
        }
        Connection connection = session.connect();
        Draft draft = Replanning.of(PlanCommands.load(session.archive(), plan), connection, session.archive(),
                session.catalog(), session.names());
        session.tell(PlanCommands.planned(session.outcome(), draft.plan()));
        Settlement settlement = Settlement.of(draft, Optional.empty(), connection, session.archive(),
                session.catalog(), session.names());
        refuse(settlement);
        Approvals approvals = new Approvals(connection, session.archive(), session.catalog());
        String digest = approvals.keep(approvals.request(settlement, session.auditHead()));
        ApprovalRequest request = approvals.kept(digest);
        Path file = session.archive().approvals().file(digest);
        session.view().plan(draft);
        session.view().note(Text.of("What is signed, to the letter:"));
        session.view().document(new String(ApprovalRequestFile.write(request), StandardCharsets.UTF_8));
        Optional<String> armored = armored(session, draft, request);
        if (armored.isEmpty()) {
            session.view().note(Text.of("To approve it: {0}",
                    "ssh-keygen -Y sign -f KEY -n " + SignatureNamespace.APPROVAL + " " + file));
            return session.outcome()
                    .next(session.line(List.of("approve", draft.plan().id(), "--signature", file + ".sig")))
                    .ending("planned", ExitStatus.DONE, session.writeCalls());
        }
        String name = keep(session.archive().approvals().add(digest, armored.get()));
        approvals.count(settlement, name).forEach(line -> session.view().note(Text.verbatim(line)));
        return session.outcome().next(session.line(GuardedCommand.applyWords(draft.plan()))).ending("completed",
                ExitStatus.DONE, session.writeCalls());
    }

    /** What would be refused anyway is not asked of anybody. A tenant that is closed for now may be open when it is approved. */
    private static void refuse(Settlement settlement) throws RefusedException {
        List<Diagnostic> refusals = new ArrayList<>(settlement.refusals());
        refusals.removeIf(refusal -> refusal.status() == ExitStatus.CLOSED);
        if (!settlement.stage().scenes().isEmpty()) {
            refusals.add(Diagnostic
                    .refusal(ExitStatus.REHEARSAL, Text.of("Nobody can approve what was not rehearsed."))
                    .contrast(Text.of("evidence for every shape"),
                            Text.of("none for {0}", String.join("; ", settlement.stage().scenes().keySet())))
                    .remedy(Text.of("Rehearse it first: shisa rehearse {0}.", settlement.draft().plan().id())));
        }
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }

    /** The signature, as it is made or handed in; empty where nobody signs now. */
    private Optional<String> armored(Session session, Draft draft, ApprovalRequest request)
            throws RefusedException, IOException, InterruptedException {
        if (way.signature != null) {
            return Optional.of(read(way.signature));
        }
        if (way.key == null) {
            return Optional.empty();
        }
        Terms terms = SpokenOptions.ask(session,
                new Terms(Optional.empty(), Optional.ofNullable(confirm), Optional.empty()),
                Collections.emptySortedSet());
        List<Diagnostic> unsaid = terms.refusals(draft.plan().targets().size(), draft.plan().domain(),
                Collections.emptySortedSet());
        if (!unsaid.isEmpty()) {
            throw new RefusedException(unsaid);
        }
        return switch (new SigningProcess().sign(way.key, SignatureNamespace.APPROVAL,
                ApprovalRequestFile.write(request))) {
            case RequestSigner.Signing.Signed signed -> Optional.of(signed.armored());
            case RequestSigner.Signing.NotSigned not -> throw refusal(not.reason());
        };
    }

    private static String read(Path signature) throws RefusedException, IOException {
        if (!Files.isRegularFile(signature) || Files.size(signature) > LARGEST) {
            throw refusal("There is no signature in " + signature + ", or it is too long to be one.");
        }
        return new String(Files.readAllBytes(signature), StandardCharsets.ISO_8859_1);
    }

    private static String keep(ApprovalFolder.Filing filing) throws RefusedException {
        return switch (filing) {
            case ApprovalFolder.Filing.Kept kept -> String.valueOf(kept.file().getFileName());
            case ApprovalFolder.Filing.NotKept not -> throw refusal(not.reason());
        };
    }

    private static RefusedException refusal(String reason) {
        return new RefusedException(Diagnostic.refusal(ExitStatus.APPROVAL, Text.of("Nothing is approved."))
                .contrast(Text.of("a signature over the request"), Text.verbatim(reason))
                .remedy(Text.of("Sign the file of the request as it is, for {0}.", SignatureNamespace.APPROVAL)));
    }
}

package dev.shisa.fuzz;

import dev.shisa.approval.ApprovalRequestTarget;
import dev.shisa.approval.ApprovalTarget;
import dev.shisa.catalog.CatalogTarget;
import dev.shisa.cli.AccountListTarget;
import dev.shisa.cli.DescriptorTarget;
import dev.shisa.cli.ProfilesTarget;
import dev.shisa.operation.RunSummaryTarget;
import dev.shisa.policy.ExpressionTarget;
import dev.shisa.policy.PoliciesTarget;
import dev.shisa.policy.ReviewTarget;
import dev.shisa.policy.WaiverTarget;
import dev.shisa.powershell.PowerShellTarget;
import dev.shisa.signature.AllowedSignersTarget;
import dev.shisa.signature.RevokedKeysTarget;
import dev.shisa.signature.SignatureTarget;
import java.io.IOException;
import java.util.List;

/** All kinds of files that a person can hand in. A new kind is a class and a line here, and a folder of inputs. */
public final class FuzzTargets {
    private FuzzTargets() {
    }

    /** Each of them, made anew. */
    public static List<FuzzTarget> all() throws IOException {
        return List.of(
                new CatalogTarget(),
                new SiteTarget(),
                new ProfilesTarget(),
                new HooksTarget(),
                new DescriptorTarget(),
                new AccountListTarget(),
                new PlanTarget(),
                new EvidenceTarget(),
                new RunSummaryTarget(),
                new HaltsTarget(),
                new JournalTarget(),
                new KeepsakeTarget(),
                new AuditTarget(),
                new SnapshotTarget(),
                new FaultsTarget(),
                new LifeTarget(),
                new PoliciesTarget(),
                new ExpressionTarget(),
                new WaiverTarget(),
                new ReviewTarget(),
                new ApprovalRequestTarget(),
                new ApprovalTarget(),
                new SignatureTarget(),
                new AllowedSignersTarget(),
                new RevokedKeysTarget(),
                new PowerShellTarget());
    }
}

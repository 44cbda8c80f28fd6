package dev.shisa.operation;

import dev.shisa.catalog.Decision;
import dev.shisa.tenant.TenantTrait;
import dev.shisa.execute.Timer;
import dev.shisa.run.AuditTrail;
import dev.shisa.account.Facet;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.site.Site;
import dev.shisa.tenant.Tenant;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantIdentity;
import dev.shisa.tenant.TenantReader;
import java.util.EnumSet;
import java.util.Set;

/**
 * A tenant that answered, with what its owners pin about it.
 *
 * @param tenant the tenant
 * @param identity who answered
 * @param site what its owners pin
 * @param book what decides about commands in it
 */
public record Connection(Tenant tenant, TenantIdentity identity, Site site, RuleBook book) {

    /** The reader. */
    public TenantReader reader() {
        return tenant.reader();
    }

    /** The facets that can be read here, roles included. */
    public Set<Facet> watched() {
        EnumSet<Facet> watched = EnumSet.copyOf(reader().visibleFacets());
        watched.add(Facet.ROLES);
        return watched;
    }

    /** The facets that nobody can read here. */
    public Set<Facet> unwatched() {
        return EnumSet.complementOf(EnumSet.copyOf(watched()));
    }

    /** The decision as this tenant will carry it out. */
    Decision asHere(Decision decision) throws TenantFailure {
        boolean delayed = "on".equals(reader().tenantTraits().get(TenantTrait.DELAYED_DELICENSING));
        return delayed ? decision.delayedBy(TenantTrait.DELICENSING_DELAY) : decision;
    }

    /** The service's audit log, in which writes of this program stand under its own name. */
    AuditTrail audit(Timer timer) {
        return new AuditTrail(reader(), tenant.application(), site.waits(), timer);
    }

    /** A read that gave no answer, as a refusal. */
    public static RefusedException refused(TenantFailure failure) {
        ExitStatus status = switch (failure.reason()) {
            case BAD_REQUEST -> ExitStatus.USAGE;
            case UNREACHABLE, SIGN_IN_REFUSED, DENIED -> ExitStatus.UNREACHABLE;
            case MALFORMED -> ExitStatus.INCOMPLETE;
        };
        return new RefusedException(Diagnostic.refusal(status, failure.sentence()));
    }
}

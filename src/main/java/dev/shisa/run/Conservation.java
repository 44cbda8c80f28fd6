package dev.shisa.run;

import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.tenant.AuditRecord;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import java.util.Collection;
import java.util.List;

/**
 * How many accounts there are, as two requests tell. What leaves the active ones must be what we took, and must be in the recycle bin.
 *
 * @param active active accounts
 * @param deleted accounts in the recycle bin
 */
public record Conservation(long active, long deleted) {

    /** Asks the service. */
    public static Conservation count(TenantReader reader) throws TenantFailure {
        return new Conservation(reader.countActive(), reader.countDeleted());
    }

    /** How many of these accounts are active and how many lie in the recycle bin. */
    static Conservation of(Collection<Observation> accounts) {
        return new Conservation(accounts.stream().filter(Observation::isActive).count(), accounts.stream()
                .filter(account -> account.value(Facet.IDENTITY).filter(Identity.SOFT_DELETED::equals).isPresent())
                .count());
    }

    /** What others moved meanwhile, as the audit log tells. */
    static Conservation moved(List<AuditRecord> records) {
        return new Conservation(records.stream().mapToLong(record -> record.move().active()).sum(),
                records.stream().mapToLong(record -> record.move().deleted()).sum());
    }

    /** The difference to earlier numbers. A run explains the tenant's difference when that of its own accounts is the same. */
    Conservation minus(Conservation earlier) {
        return new Conservation(active - earlier.active, deleted - earlier.deleted);
    }
}

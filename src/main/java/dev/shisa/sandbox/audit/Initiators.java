package dev.shisa.sandbox.audit;

import dev.shisa.sandbox.audit.AuditRecord.Initiator;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.ServiceActor;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.login.Application;
import java.util.List;

/** Who stands behind the short names in changes. */
public final class Initiators {

    /** The documentation range: no such address exists. */
    private static final String ADDRESSES = "192.0.2.";

    private final Directory directory;
    private final List<Application> applications;

    public Initiators(Directory directory, List<Application> applications) {
        this.directory = directory;
        this.applications = List.copyOf(applications);
    }

    Initiator of(String by) {
        if (by.startsWith(ServiceActor.USER)) {
            return user(by.substring(ServiceActor.USER.length()));
        }
        ServiceActor service = ServiceActor.labelled(by);
        if (service == ServiceActor.SYNC) {
            return new Initiator.OfUser(service.objectId(), service.displayName(),
                    ServiceActor.syncName(directory.content().defaultDomain()), address(service.objectId()));
        }
        if (service != null) {
            return new Initiator.OfApplication(service.appId(), service.displayName(), service.objectId());
        }
        for (Application application : applications) {
            if (application.clientId().equals(by)) {
                return new Initiator.OfApplication(by, application.name(), application.principalId());
            }
        }
        return new Initiator.OfApplication(null, "Microsoft Online Services", null);
    }

    /** Privileged Identity Management as it shows itself in its own records: as a user without a name. */
    Initiator privileged() {
        return new Initiator.OfUser(ServiceActor.PIM.objectId(), "Azure AD PIM", null, null);
    }

    private Initiator user(String id) {
        User user = directory.everKnown(id);
        return user == null
                ? new Initiator.OfUser(id, null, null, null)
                : new Initiator.OfUser(id, user.text(UserField.DISPLAY_NAME), user.principalName(), address(id));
    }

    private static String address(String id) {
        return ADDRESSES + (1 + Math.floorMod(id.hashCode(), 254));
    }
}

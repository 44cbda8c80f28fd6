package dev.shisa.sandbox.audit;

import dev.shisa.sandbox.audit.AuditRecord.Activity;
import dev.shisa.sandbox.audit.AuditRecord.Initiator;
import dev.shisa.sandbox.audit.AuditRecord.Target;
import dev.shisa.sandbox.directory.Change;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.History.Dated;
import dev.shisa.sandbox.directory.Role;
import dev.shisa.sandbox.directory.ServiceActor;
import dev.shisa.sandbox.directory.User;
import java.util.ArrayList;
import java.util.List;

/** Which records a change left. Nothing is kept: a record is made when it is read, from what was and what is. */
public final class AuditTrail {

    private final Directory directory;
    private final Initiators initiators;

    public AuditTrail(Directory directory, Initiators initiators) {
        this.directory = directory;
        this.initiators = initiators;
    }

    /** The records of a change, in the order in which they were written; none for a change that is not told. */
    public List<AuditRecord> of(Dated dated) {
        Change change = dated.change();
        List<AuditRecord> records = new ArrayList<>();
        if (!change.audited()) {
            return records;
        }
        Initiator by = initiators.of(change.by());
        for (Change.Step step : change.steps()) {
            boolean himself = change.by().equals(ServiceActor.USER + step.after().id());
            for (RecordsOfUser.Told told : RecordsOfUser.of(step.before(), step.after(), himself, directory)) {
                records.add(record(dated, records.size(), told.activity(), by, told.targets()));
            }
        }
        for (Change.RoleStep step : change.roles()) {
            role(dated, step, by, records);
        }
        return records;
    }

    /** The directory tells what became of the role, Privileged Identity Management why. */
    private void role(Dated dated, Change.RoleStep step, Initiator by, List<AuditRecord> into) {
        Role role = step.assignment().role();
        String principal = step.assignment().principal();
        User user = directory.everKnown(principal);
        User known = user == null ? User.blank(principal) : user;
        Target target = new Target(role.templateId(), role.displayName(), "Role", null, null, List.of());
        into.add(record(dated, into.size(), step.granted() ? Activities.GRANT : Activities.REVOKE,
                initiators.of(ServiceActor.PIM.label()),
                List.of(RecordsOfUser.user(known, ModifiedProperties.role(role, step.granted())), target)));
        boolean himself = dated.change().by().equals(ServiceActor.USER + principal);
        Activity why = step.granted()
                ? himself ? Activities.ACTIVATED : Activities.TIME_BOUND
                : Activities.EXPIRED;
        into.add(record(dated, into.size(), why, step.granted() ? by : initiators.privileged(),
                List.of(target, RecordsOfUser.user(known, List.of()))));
    }

    private static AuditRecord record(Dated dated, int index, Activity activity, Initiator by, List<Target> targets) {
        return new AuditRecord(dated.change().number(), index, dated.moment(), activity, by, targets);
    }
}

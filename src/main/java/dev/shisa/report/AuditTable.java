package dev.shisa.report;

import dev.shisa.audit.AuditEntry;
import java.util.List;

/** The audit log as a table for other programs. */
public final class AuditTable {
    private static final String HEADING = "at,invocation,event,by,command,words,tenant,kind,run,plan,application,status,exit_code,targets,write_calls,refusals";

    private AuditTable() {
    }

    /** One line a record, with a heading; what a record does not tell is empty. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
    public static String csv(List<AuditEntry> entries) {
        StringBuilder table = new StringBuilder(HEADING).append("\r\n");
        for (AuditEntry entry : entries) {
            table.append(CsvLine.of(switch (entry) {
                case AuditEntry.Begun begun -> List.of(begun.at().toString(), begun.invocation(), "begun", begun.by(),
                        begun.command(), String.join(" ", begun.words()), begun.tenantId().orElse(""), begun.kind(), "",
                        "", "", "", "", "", "", "");
                case AuditEntry.Worked worked -> List.of(worked.at().toString(), worked.invocation(), "worked", "", "",
                        "", "", "", worked.run(), worked.plan(), worked.application(), "", "", "", "", "");
                case AuditEntry.Ended ended -> List.of(ended.at().toString(), ended.invocation(), "ended", "", "", "",
                        "", ended.kind(), ended.run().orElse(""), ended.plan().orElse(""), "", ended.status(),
                        String.valueOf(ended.exitCode()), String.valueOf(ended.targets()),
                        String.valueOf(ended.writeCalls()), String.join("; ", ended.refusals()));
            }));
        }
        return table.toString();
    }
}

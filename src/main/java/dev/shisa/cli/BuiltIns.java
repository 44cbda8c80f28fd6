package dev.shisa.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands that do not come from the catalog. */
final class BuiltIns {
    private BuiltIns() {
    }

    static void addTo(CommandSpec root) {
        group(root, "plan", "Plans.", new PlanCommands.ListPlans(), new PlanCommands.Show());
        root.addSubcommand("apply", line(new PlanCommands.Apply()));
        root.addSubcommand("rehearse", line(new PlanCommands.Rehearse()));
        group(root, "evidence", "What rehearsals proved.", new PlanCommands.ListEvidence(),
                new PlanCommands.ShowCoverage());
        root.addSubcommand("approve", line(new ApproveCommand()));
        root.addSubcommand("undo", line(new UndoCommand()));
        root.addSubcommand("halt", line(new HaltCommand()));
        group(root, "run", "Runs, rehearsals and undos.", new RunCommands.ListRuns(), new RunCommands.Show(),
                new RunCommands.Status(), new ResumeCommand(), new RunCommands.Verify(), new CloseCommand(),
                new RunCommands.Report());
        group(root, "snapshot", "Snapshots of the whole tenant.", new SnapshotCommands.Take(),
                new SnapshotCommands.ListSnapshots(),
                new SnapshotCommands.Show(), new SnapshotCommands.Diff(), new SnapshotCommands.Verify());
        group(root, "account", "Single accounts.", new LookCommands.ShowAccount());
        group(root, "catalog", "The command catalog.", new LookCommands.ListCatalog(), new LookCommands.ShowCatalog(),
                new LookCommands.CheckCatalog());
        group(root, "tenant", "Tenants.", new LookCommands.ListTenants(), new LookCommands.CheckTenant());
        group(root, "policy", "Policies.", new PolicyCommands.ListPolicies(), new PolicyCommands.TestPolicies(),
                new PolicyCommands.Explain());
        group(root, "waiver", "Signed exceptions from policies.", new PolicyCommands.ListWaivers(),
                new PolicyCommands.CheckWaivers());
        group(root, "sandbox", "The sandbox tenant.", new SandboxCommands.Serve(), new SandboxCommands.Reset(),
                new SandboxCommands.ListServed());
        group(root, "audit", "The audit log.", new AuditCommands.Log(), new AuditCommands.Verify());
        root.addSubcommand("lint", line(new LintCommand()));
        root.addSubcommand("exit-codes", line(new LookCommands.ExitCodes()));
    }

    private static void group(CommandSpec root, String name, String description, BuiltIn... members) {
        CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
        spec.usageMessage().description(description);
        for (BuiltIn member : members) {
            CommandLine line = line(member);
            spec.addSubcommand(line.getCommandName(), line);
        }
        root.addSubcommand(name, spec);
    }

    private static CommandLine line(BuiltIn command) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(command).mixinStandardHelpOptions(true);
        return new CommandLine(spec);
    }
}

package dev.shisa.cli;

import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The commands that do not come from the catalog, added to a command line as far as they are wanted. */
final class BuiltIns {
    private final CommandSpec root;
    private final Predicate<String> wanted;

    /**
     * Nothing is added yet.
     *
     * @param root to which they are added
     * @param wanted which nouns, verbs and commands of one word are, by their names
     */
    BuiltIns(CommandSpec root, Predicate<String> wanted) {
        this.root = root;
        this.wanted = wanted;
    }

    void add() {
        group("plan", "Plans.", new PlanCommands.ListPlans(), new PlanCommands.Show());
        add(root, new PlanCommands.Apply());
        add(root, new PlanCommands.Rehearse());
        group("evidence", "What rehearsals proved.", new PlanCommands.ListEvidence(),
                new PlanCommands.ShowCoverage());
        add(root, new ApproveCommand());
        add(root, new UndoCommand());
        add(root, new HaltCommand());
        group("run", "Runs, rehearsals and undos.", new RunCommands.ListRuns(), new RunCommands.Show(),
                new StatusCommand(), new ResumeCommand(), new RunCommands.Verify(), new CloseCommand(),
                new ReportCommand());
        group("snapshot", "Snapshots of the whole tenant.", new SnapshotCommands.Take(),
                new SnapshotCommands.ListSnapshots(),
                new SnapshotCommands.Show(), new SnapshotCommands.Diff(), new SnapshotCommands.Verify());
        group("account", "Single accounts.", new LookCommands.ShowAccount());
        group("catalog", "The command catalog.", new LookCommands.ListCatalog(), new LookCommands.ShowCatalog(),
                new LookCommands.CheckCatalog(), new CheckOption());
        group("tenant", "Tenants.", new LookCommands.ListTenants(), new LookCommands.CheckTenant());
        group("policy", "Policies.", new PolicyCommands.ListPolicies(), new PolicyCommands.TestPolicies(),
                new PolicyCommands.Explain());
        group("waiver", "Signed exceptions from policies.", new PolicyCommands.ListWaivers(),
                new PolicyCommands.CheckWaivers());
        group("sandbox", "The sandbox tenant.", new SandboxCommands.Serve(), new SandboxCommands.Reset(),
                new SandboxCommands.ListServed());
        group("audit", "The audit log.", new AuditCommands.Log(), new AuditCommands.Verify());
        add(root, new SmokeCommand());
        add(root, new LintCommand());
        add(root, new LookCommands.ExitCodes());
        add(root, new HelpCommand());
        add(root, new CompletionCommand());
        add(root, new ShellCommand());
    }

    private void group(String name, String description, BuiltIn... members) {
        if (!wanted.test(name)) {
            return;
        }
        CommandSpec spec = CommandTree.helped(CommandSpec.create().name(name));
        spec.usageMessage().description(description);
        for (BuiltIn member : members) {
            add(spec, member);
        }
        root.addSubcommand(name, spec);
    }

    private void add(CommandSpec parent, BuiltIn command) {
        String name = command.getClass().getAnnotation(Command.class).name();
        if (wanted.test(name)) {
            parent.addSubcommand(name,
                    new CommandLine(CommandTree.helped(CommandSpec.forAnnotatedObject(command))));
        }
    }
}

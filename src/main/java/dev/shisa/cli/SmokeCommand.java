package dev.shisa.cli;

import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.operation.Connection;
import dev.shisa.operation.Smoke;
import dev.shisa.operation.SmokeCheck;
import dev.shisa.operation.Terms;
import dev.shisa.plan.Visible;
import dev.shisa.site.TenantKind;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rehearses the whole catalog where nobody works. */
@Command(name = "smoke", description = "Rehearse every command of the catalog with every option of its choices, on rehearsal accounts, there and back. Never in production.")
final class SmokeCommand implements BuiltIn {
    private static final String NAME = "smoke";

    @Option(names = "--confirm", paramLabel = "COUNT@DOMAIN", description = "What is shown: how many rehearsal accounts of which tenant. A sandbox asks for none.")
    private @Nullable String confirm;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the checks as JUnit XML.")
    private @Nullable Path junit;

    @Option(names = "--summary", paramLabel = "FILE", description = "Write the checks as Markdown.")
    private @Nullable Path summary;

    @Override
    public int run(Desk desk) {
        return desk.carryOut(NAME, session -> smoke(session, desk));
    }

    private Outcome smoke(Session session, Desk desk)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        TenantChoice choice = session.choice();
        Optional<Diagnostic> production = Smoke.production(session.kind());
        if (production.isPresent()) {
            throw new RefusedException(production.get());
        }
        Locale locale = desk.options().locale();
        List<SmokeCheck> checks = new ArrayList<>();
        // Whoever reads the files of a check that died must not find those of the one before it.
        write(new SmokeReport(checks, false, locale));
        session.lock(choice.tenantId(), NAME);
        Connection connection = session.connectToWrite();
        Smoke smoke = new Smoke(connection, session.archive(), session.names(), session.operator(), desk.catalog());
        List<Smoke.Item> items = smoke.items();
        int accounts = Smoke.accounts(items);
        String domain = connection.identity().defaultDomain();
        session.tell(session.outcome().confirming(accounts, accounts + "@" + domain));
        if (connection.site().kind() != TenantKind.SANDBOX) {
            List<Diagnostic> refusals = said(session, accounts, domain);
            if (!refusals.isEmpty()) {
                throw new RefusedException(refusals);
            }
        }
        boolean machine = desk.options().output().equals("json");
        smoke.run(items, check -> {
            checks.add(check);
            show(check, machine, session.view(), locale);
        });
        SmokeReport report = new SmokeReport(checks, true, locale);
        write(report);
        if (!machine) {
            new Rows().with("total", report.total()).show(session.view(), "total");
        }
        return report.isGood()
                ? session.outcome().ending("completed", ExitStatus.DONE, session.writeCalls())
                : session.outcome().ending("failed", ExitStatus.REHEARSAL, session.writeCalls());
    }

    private List<Diagnostic> said(Session session, int accounts, String domain)
            throws RefusedException, InterruptedException {
        Terms typed = GuardedCommand.terms(Optional.empty(), Optional.ofNullable(confirm), Optional.empty());
        Terms terms = SpokenOptions.ask(session, typed, new TreeSet<>());
        return terms.refusals(accounts, domain, new TreeSet<>());
    }

    private static void show(SmokeCheck check, boolean machine, View view, Locale locale) {
        Rows rows = new Rows();
        if (machine) {
            rows.with("command", check.command()).with("options", check.words())
                    .with("result", check.result().label()).with("account", check.account().orElse(""))
                    .with("run", check.run().orElse(""))
                    .with("found", check.found().stream().map(text -> text.in(Locale.ENGLISH)).toList())
                    .with("milliseconds", check.took().toMillis()).show(view, "check");
            return;
        }
        rows.with("result", SmokeReport.word(check.result()).in(locale)).with("name", check.name());
        check.account().ifPresent(account -> rows.with("account", account));
        if (!check.found().isEmpty()) {
            rows.with("found", check.found().stream().map(text -> text.in(locale)).collect(Collectors.joining("; ")));
        }
        rows.show(view, "check");
    }

    private void write(SmokeReport report) throws RefusedException {
        if (junit != null) {
            write(junit, report.junit());
        }
        if (summary != null) {
            write(summary, report.markdown());
        }
    }

    private static void write(Path file, String text) throws RefusedException {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.USAGE, Text.of("The file {0} cannot be written.",
                            Visible.escape(file.toString())))
                    .contrast(Text.of("a file in a folder that is there"),
                            Text.verbatim(String.valueOf(e.getMessage())))
                    .remedy(Text.of("Name another.")));
        }
    }
}

package dev.shisa.cli;

import dev.shisa.account.AccountId;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.journal.RunKind;
import dev.shisa.keepsake.HandWork;
import dev.shisa.keepsake.Keepsake;
import dev.shisa.operation.Archive;
import dev.shisa.operation.Kept;
import dev.shisa.operation.RunSummary;
import dev.shisa.plan.Plan;
import dev.shisa.plan.PlanFile;
import dev.shisa.plan.Visible;
import dev.shisa.report.Bulletin;
import dev.shisa.report.HtmlReport;
import dev.shisa.report.JsonReport;
import dev.shisa.report.KeepsakeReport;
import dev.shisa.report.MarkdownReport;
import dev.shisa.report.People;
import dev.shisa.report.Request;
import dev.shisa.report.RunView;
import dev.shisa.report.Story;
import dev.shisa.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The report of a run, in every form and language: each is made anew from the view that the run left behind, and from its journal. */
@Command(name = "report", description = "The report of a run: Markdown with its time line, JSON with -o json, its people by state with -o csv.")
final class ReportCommand implements BuiltIn {
    static final String NAME = "run report";
    private static final String FILE = "report.json";

    @Parameters(paramLabel = "RUN", description = "Name of the run.")
    private String run = "";

    @Option(names = "--keepsake", description = "What its accounts took with them, and the lines that put it back by hand.")
    private boolean keepsake;

    @Option(names = "--html", paramLabel = "FILE", description = "Write it as one page for a browser, which asks for nothing from anywhere.")
    private @Nullable Path html;

    @Option(names = "--notice", paramLabel = "STAGE", description = "A notice for the people of the tenant: first, update or closing.")
    private @Nullable String notice;

    @Override
    public int run(Desk desk) {
        return desk.carryOut(NAME, session -> {
            RunSummary summary = RunCommands.summary(session.archive(), run);
            boolean isFromJournal = keepsake || session.options().output().equals("csv");
            if (summary.kind() == RunKind.REHEARSAL && (html != null || notice != null || !isFromJournal)) {
                throw new RefusedException(Diagnostic
                        .refusal(ExitStatus.NOTHING_MATCHED,
                                Text.of("{0} is a rehearsal, which leaves evidence and no report.", run))
                        .remedy(Text.of(
                                "Look at its evidence: shisa evidence list. At its journal: shisa run show {0}.",
                                run)));
            }
            if (keepsake) {
                return keepsakes(session);
            }
            if (html != null) {
                return page(session, summary, html);
            }
            if (notice != null) {
                return bulletin(session, summary, notice);
            }
            session.view().document(switch (session.options().output()) {
                case "csv" -> People.csv(session.archive().standing(run).state(), names(session.archive(), summary));
                case "json" -> new String(JsonReport.write(view(session.archive(), summary)), StandardCharsets.UTF_8);
                default -> markdown(session, summary);
            });
            return session.outcome().run(run);
        });
    }

    private String markdown(Session session, RunSummary summary) throws RefusedException, IOException {
        Locale locale = session.options().locale();
        return new String(MarkdownReport.write(view(session.archive(), summary), locale), StandardCharsets.UTF_8)
                + "\n## "
                + Text.of("Time line").in(locale) + "\n\n"
                + story(session.archive()).lines(ZoneId.systemDefault(), locale).stream()
                        .map(line -> "- " + Visible.escape(line) + "\n").collect(Collectors.joining());
    }

    private Outcome page(Session session, RunSummary summary, Path file) throws RefusedException, IOException {
        Archive archive = session.archive();
        String page = HtmlReport.write(view(archive, summary), story(archive), request(archive, summary),
                ZoneId.systemDefault(), session.options().locale());
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.USAGE,
                            Text.of("The file {0} cannot be written.", Visible.escape(file.toString())))
                    .contrast(Text.of("a file in a folder that is there"),
                            Text.verbatim(String.valueOf(e.getMessage())))
                    .remedy(Text.of("Name another.")));
        }
        session.view().note(Text.of("Written to {0}.", Visible.escape(file.toString())));
        return session.outcome().run(run);
    }

    private Outcome bulletin(Session session, RunSummary summary, String stage) throws RefusedException, IOException {
        Bulletin.Stage named = Bulletin.Stage.of(stage).orElseThrow(() -> new RefusedException(Diagnostic
                .refusal(ExitStatus.USAGE, Text.of("There is no such notice."))
                .contrast(Text.of("first, update or closing"), Text.verbatim(Visible.escape(stage)))
                .remedy(Text.of("Name one of them."))));
        Bulletin bulletin = new Bulletin(view(session.archive(), summary), named);
        if (!bulletin.isTrue()) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.REFUSED, Text.of("A closing notice would not be true: {0} is not over.", run))
                    .remedy(Text.of("Write an update, or end the run: shisa run show {0}.", run)));
        }
        session.view().document(bulletin.markdown(ZoneId.systemDefault(), session.options().locale()));
        return session.outcome().run(run);
    }

    private byte[] stored(Archive archive) throws RefusedException, IOException {
        Path file = archive.runFolder(run).resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.NOTHING_MATCHED,
                            Text.of("{0} has no report: it did not come to its end.", run))
                    .remedy(Text.of("Look at its journal: shisa run show {0}.", run)));
        }
        return Files.readAllBytes(file);
    }

    /** What a run left behind when it ended; empty where there is no such file, or none that can be read. */
    static Optional<RunView> leftBehind(Archive archive, String run) throws RefusedException, IOException {
        Path file = archive.runFolder(run).resolve(FILE);
        return Files.isRegularFile(file)
                ? JsonReport.read(Files.readAllBytes(file)).filter(view -> view.run().equals(run))
                : Optional.empty();
    }

    /** What the run left behind when it ended, as it stands by now. */
    private RunView view(Archive archive, RunSummary summary) throws RefusedException, IOException {
        return JsonReport.read(stored(archive)).filter(view -> view.run().equals(run))
                .map(view -> view.standing(summary.status(), summary.verified()))
                .orElseThrow(() -> new RefusedException(Diagnostic
                        .refusal(ExitStatus.NOT_VERIFIED, Text.of("The report of {0} cannot be read.", run))
                        .remedy(Text.of("Look at its journal: shisa run show {0}.", run))));
    }

    private Story story(Archive archive) throws RefusedException, IOException {
        Story.Telling telling = new Story.Telling();
        archive.walk(run, telling);
        return telling.story();
    }

    private Request request(Archive archive, RunSummary summary) throws IOException {
        Optional<Plan> plan = plan(archive, summary);
        return new Request(summary.by(), plan.map(Plan::reason).orElse(""), plan.map(Plan::ticket).orElse(""));
    }

    /** The plan of a run, where its file is still the one that was written; an undo has none of its own. */
    private static Optional<Plan> plan(Archive archive, RunSummary summary) throws IOException {
        return summary.kind() == RunKind.RUN
                && archive.plan(summary.plan()).orElse(null) instanceof PlanFile.Content.Intact intact
                        ? Optional.of(intact.plan())
                        : Optional.empty();
    }

    private static Map<AccountId, String> names(Archive archive, RunSummary summary) throws IOException {
        Map<AccountId, String> names = new HashMap<>();
        plan(archive, summary)
                .ifPresent(plan -> plan.targets().forEach(target -> names.put(target.id(), target.name())));
        return names;
    }

    private Outcome keepsakes(Session session) throws RefusedException, IOException {
        Kept kept = Kept.of(session.archive(), run);
        if (kept.damage().isPresent()) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.NOT_VERIFIED,
                            Text.of("The keepsakes of {0} do not verify: {1}.", run, kept.damage().get()))
                    .remedy(Text.of("Keep the file as it is; a person has to look at it.")));
        }
        if (kept.keepsakes().isEmpty()) {
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.NOTHING_MATCHED, Text.of("{0} has no keepsakes.", run))
                    .remedy(Text.of("Only a run that wrote to accounts has them; an undo rests on those of its run.")));
        }
        List<Keepsake> all = kept.keepsakes().values().stream()
                .sorted(Comparator.comparing(Keepsake::name).thenComparing(Keepsake::account)).toList();
        if (session.options().output().equals("json")) {
            all.forEach(one -> HandWork.of(one).forEach(work -> row(one, work, session.view())));
        } else {
            session.view().document(KeepsakeReport.write(run, all, session.options().locale()));
        }
        return session.outcome().run(run);
    }

    private static void row(Keepsake keepsake, HandWork work, View view) {
        new Rows().with("account", keepsake.account().value()).with("name", keepsake.name())
                .with("part", work.part()).with("what", work.what().toString()).with("line", work.line().orElse(""))
                .show(view, "keepsake");
    }
}

package dev.shisa.cli;

import dev.shisa.operation.Resumption;
import dev.shisa.diag.Diagnostic;
import dev.shisa.keepsake.LossTable;
import dev.shisa.operation.Draft;
import dev.shisa.operation.UndoDraft;
import dev.shisa.report.RunView;
import dev.shisa.site.TenantKind;
import dev.shisa.text.Text;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Lines on standard output: a version, events, one result. */
final class JsonView implements View {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream out;

    JsonView(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin(TenantKind kind, String command) {
        print(line("version").put("format_version", "1.0").put("kind", kind.label()).put("program", "shisa")
                .put("program_version", Version.NUMBER).put("command", command));
    }

    @Override
    public void diagnostics(List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            String type = diagnostic.severity() == Diagnostic.Severity.REFUSAL
                    ? "error"
                    : diagnostic.severity().name().toLowerCase(Locale.ROOT);
            ObjectNode node = line(type).put("exit_code", diagnostic.status().code()).put("message",
                    diagnostic.summary().toString());
            node.put("believed", english(diagnostic.believed())).put("found", english(diagnostic.found())).put("remedy",
                    english(diagnostic.remedy()));
            print(node);
        }
    }

    @Override
    public void plan(Draft draft) {
        ObjectNode node = line("plan").put("plan", draft.plan().id()).put("digest", draft.digest())
                .put("targets", draft.plan().targets().size())
                .put("exposure", draft.plan().exposure()).put("active_accounts", draft.plan().activeAccounts())
                .put("snapshot", draft.plan().basis().map(basis -> basis.snapshot()).orElse(null));
        ObjectNode shapes = node.putObject("shapes");
        draft.plan().shapes().forEach(shapes::put);
        ObjectNode leftOut = node.putObject("left_out");
        draft.plan().leftOut().forEach(leftOut::put);
        ArrayNode unwatched = node.putArray("unwatched");
        draft.plan().unwatched().stream().sorted().forEach(facet -> unwatched.add(facet.label()));
        ArrayNode keepsake = node.putArray("keepsake");
        LossTable.of(draft.decision().contract()).forEach(row -> keepsake.addObject().put("part", row.part())
                .put("fate", row.fate().label()).put("how", row.how()));
        print(node);
    }

    @Override
    public void undo(UndoDraft draft, int left) {
        print(line("undo_plan").put("run", draft.summary().run()).put("targets", draft.targets().size())
                .put("left", left).put("conflicts", draft.conflicts().size()));
        draft.conflicts().forEach(conflict -> print(line("conflict").put("id", conflict.target().value())
                .put("name", conflict.name()).put("sentence", conflict.sentence())));
    }

    @Override
    public void resume(Resumption resumption) {
        ObjectNode node = line("resume").put("run", resumption.summary().run())
                .put("left", resumption.rest().plan().targets().size())
                .put("unsettled", resumption.tally().unsettled().size());
        texts(node, "reasons", resumption.reasons());
        texts(node, "changed", resumption.changed().stream().map(target -> target.id().value()).toList());
        ObjectNode decided = node.putObject("decided");
        Recoveries.counts(resumption.recovered()).forEach(decided::put);
        print(node);
        Recoveries.remarkable(resumption.recovered()).forEach(look -> {
            ObjectNode row = line("recovery").put("id", look.target().value()).put("believed", look.believed().label())
                    .put("decision", look.cell().label());
            texts(row, "found", look.found());
            print(row);
        });
    }

    @Override
    public void waveOpened(String run, int wave, int waves, int size, int onTheirWay, int exposure) {
        print(line("wave").put("run", run).put("wave", wave).put("waves", waves).put("size", size)
                .put("exposure", onTheirWay + size).put("exposure_limit", exposure));
    }

    @Override
    public void gatePassed(int wave, String verdict, Standing standing) {
        print(line("gate").put("wave", wave).put("verdict", verdict).put("done", standing.done())
                .put("failed", standing.failed()).put("targets", standing.targets())
                .put("on_their_way", standing.onTheirWay()).put("exposure_max", standing.exposureMax()));
    }

    @Override
    public void note(Text sentence) {
        print(line("note").put("message", sentence.toString()));
    }

    @Override
    public void waiting(Duration wait, String why) {
        note(RunProgress.waiting(wait, why));
    }

    @Override
    public void standing(RunStanding standing) {
        ObjectNode node = line("status").put("run", standing.run()).put("command", standing.command())
                .put("status", standing.status()).put("by", standing.by()).put("started", standing.started().toString())
                .put("wave", standing.wave()).put("targets", standing.targets()).put("pending", standing.pending());
        standing.counts().forEach(node::put);
        standing.halt().ifPresent(reason -> node.put("halt", reason));
        standing.haltLine().ifPresent(halting -> node.put("halt_line", halting));
        print(node.put("last", standing.last().toString()));
    }

    @Override
    public void row(String type, SortedMap<String, Object> members, List<String> order) {
        ObjectNode node = line(type);
        order.forEach(name -> node.set(name, JSON.valueToTree(members.get(name))));
        print(node);
    }

    @Override
    public void document(String text) {
        print(line("document").put("text", text));
    }

    @Override
    public void end(Outcome outcome) {
        ObjectNode node = line("result").put("command", outcome.command()).put("tenant", orNull(outcome.tenant()))
                .put("domain", orNull(outcome.domain())).put("kind", outcome.kind().label())
                .put("status", outcome.status())
                .put("exit_code", outcome.exit().code()).put("plan", orNull(outcome.plan()))
                .put("run", orNull(outcome.run()))
                .put("targets", outcome.targets()).put("left_out", outcome.leftOut())
                .put("confirm", orNull(outcome.confirm()));
        texts(node, "loss", outcome.loss());
        node.put("next", orNull(outcome.next())).put("undo_deadline", orNull(outcome.undoDeadline())).put("write_calls",
                outcome.writeCalls());
        Optional<RunView> view = outcome.view();
        node.put("done", view.map(RunView::done).orElse(0)).put("failed", view.map(RunView::failed).orElse(0))
                .put("unknown", view.map(RunView::unknown).orElse(0))
                .put("pending", view.map(RunView::pending).orElse(0))
                .put("not_started", view.map(RunView::notStarted).orElse(0));
        ObjectNode judgements = node.putObject("judgements");
        outcome.judgements().forEach(judgements::put);
        node.put("collateral", outcome.judgements().getOrDefault("collateral", 0L))
                .put("exposure_max", view.map(RunView::exposureMax).orElse(0))
                .put("warnings", view.map(run -> run.warnings().size()).orElse(0))
                .put("audit_head", orNull(outcome.auditHead())).put("report", orNull(outcome.report()));
        print(node);
    }

    private static void texts(ObjectNode node, String member, Collection<String> texts) {
        ArrayNode array = node.putArray(member);
        texts.forEach(array::add);
    }

    private static ObjectNode line(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }

    /** Programs read this, and they know one language. */
    private static @Nullable String english(Optional<Text> text) {
        return text.map(Text::toString).orElse(null);
    }

    private void print(ObjectNode node) {
        out.println(JSON.writeValueAsString(node));
        out.flush();
    }
}

package dev.shisa.cli;

import dev.shisa.diag.Diagnostic;
import dev.shisa.journal.Entry;
import dev.shisa.journal.RunKind;
import dev.shisa.notify.Event;
import dev.shisa.notify.Hook;
import dev.shisa.notify.Hooks;
import dev.shisa.notify.Notice;
import dev.shisa.notify.Notifications;
import dev.shisa.notify.Notifier;
import dev.shisa.operation.Ledger;
import dev.shisa.report.RunView;
import dev.shisa.run.Progress;
import dev.shisa.site.TenantKind;
import dev.shisa.text.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Listens to a run on its way to the view and tells the hooks. A rehearsal touches one test account while somebody looks on, so nobody is told of
 * it. Used by the run's thread; what the hooks' own threads find out is shown when that thread comes by.
 */
final class RunNotices implements Progress, Ledger {
    private final View view;
    private final Ledger ledger;
    private final Supplier<TenantKind> kind;
    private final Hooks hooks;
    private final Function<Hook, Notifier> ways;
    private final Notifications.Pulse pulse;
    private Optional<Told> told = Optional.empty();

    /**
     * A run that hooks are told of.
     *
     * @param notifications tells them
     * @param run which run it is
     * @param standing how far it is
     */
    private record Told(Notifications notifications, Notice.Subject run, Notice.Standing standing) {
    }

    /**
     * Listens to one command line.
     *
     * @param view shown everything, and what did not reach a hook
     * @param ledger writes down that somebody works on a run, before anybody is told
     * @param kind what is at stake, asked when a run begins
     * @param ways how each hook is told
     */
    RunNotices(View view, Ledger ledger, Supplier<TenantKind> kind, Hooks hooks, Function<Hook, Notifier> ways,
            Notifications.Pulse pulse) {
        this.view = view;
        this.ledger = ledger;
        this.kind = kind;
        this.hooks = hooks;
        this.ways = ways;
        this.pulse = pulse;
    }

    @Override
    public Optional<String> worked(Entry.Opened run, String application, List<String> authority)
            throws IOException, InterruptedException {
        Optional<String> head = ledger.worked(run, application, authority);
        if (run.kind() != RunKind.REHEARSAL && told.isEmpty()) {
            Notice.Subject subject = new Notice.Subject(run.run(), run.kind().label(), run.command(), run.domain(),
                    kind.get());
            told = Optional.of(new Told(new Notifications(hooks, ways, pulse), subject,
                    new Notice.Standing(run.targets(), 0, 0, 0)));
            raise(Event.START, Optional.empty());
        }
        return head;
    }

    private void raise(Event event, Optional<String> reason) {
        told.ifPresent(its -> its.notifications().raise(new Notice(event, pulse.now().get(), its.run(),
                its.standing(), Notice.RUNNING, Optional.empty(), reason, Optional.empty())));
    }

    @Override
    public void waveOpened(String run, int wave, int waves, int size, int onTheirWay, int exposure) {
        view.waveOpened(run, wave, waves, size, onTheirWay, exposure);
        heard();
    }

    @Override
    public void gatePassed(int wave, String verdict, Standing standing) {
        view.gatePassed(wave, verdict, standing);
        told = told.map(its -> new Told(its.notifications(), its.run(), new Notice.Standing(standing.targets(),
                standing.done(), standing.failed(), standing.onTheirWay())));
        raise(Event.GATE, Optional.of((wave == 0 ? "completion gate" : "gate " + wave) + " " + verdict));
        heard();
    }

    @Override
    public void note(Text sentence) {
        view.note(sentence);
        heard();
    }

    private void heard() {
        told.ifPresent(its -> {
            its.notifications().heard();
            show(its.notifications());
        });
    }

    private void show(Notifications notifications) {
        List<Diagnostic> missed = notifications.failures().stream()
                .map(failure -> Diagnostic.warning(Text.of("The hook {0} was not told of \"{1}\": {2}.",
                        failure.hook(), Text.word(failure.event().label()), failure.why())))
                .toList();
        if (!missed.isEmpty()) {
            view.diagnostics(missed);
        }
    }

    /**
     * Tells how the command line ended, if it worked on a run, and waits a little until that is told.
     *
     * @return how many notices reached nobody
     */
    int end(Outcome outcome) {
        if (told.isEmpty()) {
            return 0;
        }
        Notifications notifications = told.get().notifications();
        notifications.raise(last(told.get(), outcome));
        try {
            notifications.finish(Notifications.PATIENCE);
        } catch (InterruptedException e) {
            // Whoever does not want to wait for hooks still wants to know how the run ended.
            view.note(Text.of("Nobody waits any longer for the hooks."));
        }
        show(notifications);
        return notifications.failed();
    }

    private Notice last(Told its, Outcome outcome) {
        Notice.Standing standing = outcome.view().map(view -> new Notice.Standing(view.targets(), view.done(),
                view.failed(), view.unknown() + view.pending())).orElse(its.standing());
        return new Notice(event(outcome), pulse.now().get(), its.run(), standing, outcome.status(),
                Optional.of(outcome.exit().code()), outcome.view().flatMap(RunNotices::reason), outcome.next());
    }

    private static Event event(Outcome outcome) {
        return switch (outcome.status()) {
            case "paused" -> Event.PAUSED;
            case "halted" -> Event.HALTED;
            case "violated" -> Event.VIOLATED;
            default -> Event.ENDED;
        };
    }

    private static Optional<String> reason(RunView view) {
        return view.stops().isEmpty() ? Optional.empty() : Optional.of(String.join("; ", view.stops()));
    }
}

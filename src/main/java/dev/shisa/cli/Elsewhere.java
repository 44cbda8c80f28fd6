package dev.shisa.cli;

import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.graph.GraphConnection;
import dev.shisa.graph.GraphPost;
import dev.shisa.notify.Hook;
import dev.shisa.notify.Hooks;
import dev.shisa.notify.HooksFile;
import dev.shisa.notify.Notifications;
import dev.shisa.notify.Ways;
import dev.shisa.operation.Operator;
import dev.shisa.run.Progress;
import dev.shisa.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Who is told elsewhere what one command line does: the hooks of the configuration folder, and the post of the tenant. Used by the run's thread. */
final class Elsewhere {
    private Hooks hooks = Hooks.none();
    private Optional<RunNotices> notices = Optional.empty();
    /** Asked by the threads of hooks. */
    private volatile Optional<GraphPost> post = Optional.empty();

    /**
     * Reads whom to tell.
     *
     * @return what is wrong with it, and then nobody is told; whoever brings back or stops is only warned
     */
    List<Diagnostic> read(Environment environment, String command) {
        // No switch over types, which each process would link anew.
        HooksFile file = HooksFile.read(environment.configurationFolder().resolve(HooksFile.NAME));
        if (file instanceof HooksFile.Intact intact) {
            hooks = intact.hooks();
            return List.of();
        }
        return ((HooksFile.Mistakes) file).sentences().stream().map(sentence -> wrong(sentence, command)).toList();
    }

    private static Diagnostic wrong(String sentence, String command) {
        return AuditTrace.isNeverHindered(command)
                ? Diagnostic.warning(Text.of("Nobody is told elsewhere: {0}", sentence))
                : Diagnostic.refusal(ExitStatus.USAGE, Text.of("The list of hooks has a mistake: {0}", sentence))
                        .remedy(Text.of("Mend it. What stands there is not shown, because addresses of hooks are "
                                + "secrets."));
    }

    /** From now on mail can be sent by that tenant, if somebody wants any; whoever closes the answer ends that. */
    AutoCloseable posting(GraphConnection graph) {
        if (hooks.all().stream().noneMatch(Hook.Mail.class::isInstance)) {
            return () -> {
            };
        }
        GraphPost made = new GraphPost(graph);
        post = Optional.of(made);
        return made;
    }

    private Optional<Text> send(String from, List<String> to, String subject, String text) {
        return post.isPresent()
                ? post.get().send(from, to, subject, text)
                : Optional.of(Text.of("the tenant was not reached yet"));
    }

    /** The same operator, listened to where there are hooks. */
    Operator listening(Operator operator, Session session) {
        if (hooks.all().isEmpty()) {
            return operator;
        }
        RunNotices made = new RunNotices(session.view(), operator.ledger(), () -> session.outcome().kind(), hooks,
                new Ways(session.options().locale(), this::send),
                new Notifications.Pulse(operator.timer()::now, operator.timer()::elapsed, session::writeCalls));
        notices = Optional.of(made);
        return new Operator(operator.by(), operator.timer(), operator.halt(), made, made);
    }

    /** Takes sentences for the view, and counts them as a sign of life. */
    Consumer<Text> noting(View view) {
        return sentence -> notices.<Progress>map(its -> its).orElse(view).note(sentence);
    }

    /**
     * Tells how the command line ended, if it worked on a run.
     *
     * @return how many notices reached nobody
     */
    int end(Outcome outcome) {
        return notices.map(its -> its.end(outcome)).orElse(0);
    }
}

package dev.shisa.cli;

import dev.shisa.text.Text;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Choice;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.execute.Gathering;
import dev.shisa.operation.Connection;
import dev.shisa.site.Hours;
import dev.shisa.site.Probe;
import dev.shisa.operation.Planning;
import dev.shisa.plan.Candidates;
import dev.shisa.plan.Selection;
import dev.shisa.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Commands that only look. */
final class LookCommands {
    private LookCommands() {
    }

    /** Shows an account. */
    @Command(name = "show", description = "One account with all facets that can be read.")
    static final class ShowAccount implements BuiltIn {
        @Parameters(paramLabel = "ACCOUNT", description = "Sign-in name, address or object id.")
        private String account = "";

        @Override
        public int run(Desk desk) {
            return desk.carryOut("account show", session -> {
                Connection connection = session.connect();
                Snapshot snapshot = Planning
                        .complete(session.archive().take(connection.reader(), session.names().snapshot()));
                Selection selection = new Selection(
                        new Selection.Source.Named(List.of(new Selection.Line(account, Text.of("argument {0}", 1)))),
                        List.of());
                Candidates active = Candidates.of(selection, snapshot.accounts().values(), Identity.ACTIVE);
                Candidates found = active.mistakes().isEmpty()
                        ? active
                        : Candidates.of(selection, snapshot.accounts().values(), Identity.SOFT_DELETED);
                session.archive().discard(snapshot);
                if (!found.mistakes().isEmpty()) {
                    throw new RefusedException(active.mistakes());
                }
                Observation look = Gathering.observeOne(connection.reader(), found.ids().first(),
                        connection.reader().roles());
                new Rows().with("id", look.id().value()).with("name", look.name()).show(session.view(), "account");
                for (Facet facet : Facet.values()) {
                    Reading reading = look.reading(facet);
                    String text = switch (reading) {
                        case Reading.Seen seen -> describe(seen.seen());
                        case Reading.Unseen unseen -> "unseen: " + unseen.reason();
                    };
                    new Rows().with("facet", facet.label()).with("value", text).show(session.view(), "facet");
                }
                look.traits().ifPresent(traits -> traits.conditions().forEach(condition -> new Rows()
                        .with("condition", condition.label()).show(session.view(), "condition")));
                return session.outcome().ending("completed", ExitStatus.DONE, session.writeCalls());
            });
        }

        private static String describe(FacetValue value) {
            return value.describe();
        }
    }

    /** Lists the catalog. */
    @Command(name = "list", description = "The commands of the catalog.")
    static final class ListCatalog implements BuiltIn {
        @Override
        public int run(Desk desk) {
            Locale locale = desk.options().locale();
            return desk.carryOut("catalog list", session -> {
                desk.catalog().commands().forEach(command -> new Rows().with("command", command.name())
                        .with("impact", command.impact().label()).with("summary", command.summary().in(locale))
                        .show(session.view(), "command"));
                return session.outcome();
            });
        }
    }

    /** Shows an entry of the catalog. */
    @Command(name = "show", description = "One command of the catalog: choices, effects, undo.")
    static final class ShowCatalog implements BuiltIn {
        @Parameters(index = "0", paramLabel = "NOUN", description = "For example mailbox.")
        private String noun = "";

        @Parameters(index = "1", paramLabel = "VERB", description = "For example remove.")
        private String verb = "";

        @Override
        public int run(Desk desk) {
            Locale locale = desk.options().locale();
            return desk.carryOut("catalog show", session -> {
                dev.shisa.catalog.Command command = desk.catalog().find(noun, verb)
                        .orElseThrow(() -> new RefusedException(Diagnostic.refusal(ExitStatus.NOTHING_MATCHED,
                                Text.of("The catalog has no command {0} {1}.", noun, verb))
                                .remedy(Text.of("List them: shisa catalog list."))));
                new Rows().with("command", command.name()).with("impact", command.impact().label())
                        .with("digest", command.digest())
                        .show(session.view(), "command");
                for (Choice choice : command.choices()) {
                    choice.options().forEach(option -> new Rows().with("option", "--" + option.name())
                            .with("consequence", option.consequence().in(locale)).show(session.view(), "option"));
                }
                command.effects().forEach(effect -> new Rows().with("facet", effect.change().facet().label())
                        .with("change", effect.change().describe())
                        .with("option", effect.option().map(name -> "--" + name).orElse("always"))
                        .with("within", effect.within().toString()).show(session.view(), "effect"));
                command.undo().forEach(
                        undo -> new Rows().with("undo", undo.command()).with("within", undo.within().toString())
                                .with("worth", undo.worth().in(locale)).show(session.view(), "undo"));
                return session.outcome();
            });
        }
    }

    /** Checks the catalog. */
    @Command(name = "check", description = "Whether the catalog loads. All mistakes are shown at once.")
    static final class CheckCatalog implements BuiltIn {
        @Override
        public int run(Desk desk) {
            return desk.carryOut("catalog check", session -> {
                new Rows().with("commands", desk.catalog().commands().size()).with("digest", desk.catalog().digest())
                        .show(session.view(), "catalog");
                return session.outcome();
            });
        }
    }

    /** Lists tenants. */
    @Command(name = "list", description = "Tenants by name.")
    static final class ListTenants implements BuiltIn {
        @Override
        public int run(Desk desk) {
            return desk.carryOut("tenant list", session -> {
                new Rows().with("tenant", "sandbox").with("what", "the embedded sandbox tenant").show(session.view(),
                        "tenant");
                new Profiles(desk.options().environment()).names()
                        .forEach(name -> new Rows().with("tenant", name).with("what", "profile").show(session.view(),
                                "tenant"));
                return session.outcome();
            });
        }
    }

    /** Asks a tenant who it is. */
    @Command(name = "check", description = "Sign in for reading, ask the tenant who it is, and tell what the site pins about it.")
    static final class CheckTenant implements BuiltIn {
        @Override
        public int run(Desk desk) {
            return desk.carryOut("tenant check", session -> {
                Connection connection = session.connect();
                new Rows().with("tenant_id", connection.identity().id())
                        .with("domain", connection.identity().defaultDomain())
                        .with("kind", connection.site().kind().label())
                        .with("site", connection.site().source())
                        .with("store", session.store().root().toString())
                        .with("store_pinned", connection.site().store().isPresent())
                        .with("rehearsal", connection.site().rehearsal().names())
                        .with("sentinels", connection.site().sentinels().names())
                        .with("break_glass", connection.site().breakGlass().names())
                        .with("contacts", connection.site().contacts())
                        .with("policies", named(connection.site().governance().policies()))
                        .with("allowed_signers", named(connection.site().governance().allowedSigners()))
                        .with("revoked_signers", named(connection.site().governance().revokedSigners()))
                        .with("waivers", named(connection.site().governance().waivers()))
                        .with("reviews", named(connection.site().governance().reviews()))
                        .with("signers", signers(connection))
                        .with("anchor", connection.site().governance().anchor())
                        .with("operators", List.copyOf(connection.site().governance().operators().keySet()))
                        .with("protected_groups", List.copyOf(connection.site().governance().protectedGroups()))
                        .with("targets", connection.site().governance().limits().targets())
                        .with("targets_percent", connection.site().governance().limits().targetsPercent())
                        .with("day", connection.site().governance().limits().day())
                        .with("day_percent", connection.site().governance().limits().dayPercent())
                        .with("growth", connection.site().governance().limits().growth())
                        .with("freezes", connection.site().governance().calendar().freezes().stream()
                                .map(freeze -> freeze.name() + ", " + freeze.from() + " to " + freeze.to() + " "
                                        + freeze.zone())
                                .toList())
                        .with("begin", hours(connection.site().governance().calendar().begin()))
                        .with("contact_hours", hours(connection.site().governance().calendar().reachable()))
                        .with("exposure", connection.site().exposureAbsolute())
                        .with("exposure_percent", connection.site().exposurePercent())
                        .with("writes_per_second", connection.site().writesPerSecond())
                        .with("probes", connection.site().probes().stream().map(Probe::name).toList())
                        .with("server_time", connection.identity().serverTime().toString())
                        .with("permissions", List.copyOf(connection.reader().viewpoint().permissions()))
                        .with("whole_tenant", connection.reader().viewpoint().wholeTenant())
                        .with("unwatched", connection.unwatched().stream().sorted().map(Facet::label).toList())
                        .show(session.view(), "tenant");
                return session.outcome().ending("completed", ExitStatus.DONE, session.writeCalls());
            });
        }
    }

    private static String named(Optional<Path> place) {
        return place.map(Path::toString).orElse("");
    }

    private static List<String> signers(Connection connection) throws RefusedException {
        return List.copyOf(connection.book().signers().allowed().principals());
    }

    private static String hours(Optional<Hours> hours) {
        return hours.map(its -> its.days().stream().map(day -> day.name().toLowerCase(Locale.ROOT).substring(0, 3))
                .collect(Collectors.joining(", ")) + " " + its.from() + " to " + its.to() + " " + its.zone())
                .orElse("");
    }

    /** Lists exit codes. */
    @Command(name = "exit-codes", description = "Every exit code.")
    static final class ExitCodes implements BuiltIn {
        @Override
        public int run(Desk desk) {
            return desk.carryOut("exit-codes", session -> {
                for (ExitStatus status : ExitStatus.values()) {
                    new Rows().with("code", status.code())
                            .with("name", status.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .with("meaning", status.meaning()).show(session.view(), "exit_code");
                }
                return session.outcome();
            });
        }
    }
}

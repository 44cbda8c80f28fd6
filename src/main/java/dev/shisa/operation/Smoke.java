package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.Licence;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.Choice;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.Impact;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.evidence.Evidence;
import dev.shisa.execute.Gathering;
import dev.shisa.plan.Plan;
import dev.shisa.plan.PlanFile;
import dev.shisa.rehearsal.Stage;
import dev.shisa.site.TenantKind;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.text.Text;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rehearses the whole catalog: each command with each option of its choices, on rehearsal accounts only, there and back, and judged. Never in
 * production.
 */
public final class Smoke {
    /** More ways to decide one command than this are not enumerated. */
    private static final int MOST_WAYS = 64;
    private static final String SKU = "sku";
    private static final Duration PLAN_LIFE = Duration.ofHours(1);

    private final Connection connection;
    private final Archive archive;
    private final Names names;
    private final Operator operator;
    private final Catalog catalog;

    /**
     * A smoke check of one tenant. The caller holds the tenant's lock.
     *
     * @param connection the tenant
     * @param archive where rehearsals are kept
     * @param names makes names
     * @param operator who carries it out
     * @param catalog what is checked
     */
    public Smoke(Connection connection, Archive archive, Names names, Operator operator, Catalog catalog) {
        this.connection = connection;
        this.archive = archive;
        this.names = names;
        this.operator = operator;
        this.catalog = catalog;
    }

    /**
     * What would be rehearsed.
     *
     * @param command the command
     * @param words the options, as far as they are known
     * @param staged the decision and the account; empty when it cannot be rehearsed here
     * @param reason why it cannot be rehearsed here; empty when it can
     */
    public record Item(Command command, List<String> words, Optional<Staged> staged, Optional<Text> reason) {
        public Item {
            words = List.copyOf(words);
        }
    }

    /**
     * A decision and the account it is rehearsed on.
     *
     * @param decision with every option and parameter
     * @param scene the account, and what prepares it
     */
    public record Staged(Decision decision, Stage.Scene scene) {
    }

    /** The refusal of every smoke check in production; empty elsewhere. */
    public static Optional<Diagnostic> production(TenantKind kind) {
        return kind == TenantKind.PRODUCTION
                ? Optional.of(Diagnostic
                        .refusal(ExitStatus.REFUSED, Text.of("A smoke check writes, and this is a production tenant."))
                        .contrast(Text.of("a sandbox tenant or a test tenant"), Text.of("a production tenant"))
                        .remedy(Text.of(
                                "Name another with --tenant; in production shisa rehearse PLAN makes the evidence that a plan needs.")))
                : Optional.empty();
    }

    /**
     * Finds an account for each way to decide each command. Reads only.
     *
     * @throws RefusedException when the tenant is closed, is a production tenant, or cannot be read whole
     */
    public List<Item> items() throws RefusedException, IOException, TenantFailure {
        List<Diagnostic> refusals = new ArrayList<>(Settlement.closed(archive, connection.identity().id()));
        production(connection.site().kind()).ifPresent(refusals::add);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        Collection<Observation> candidates = candidates(Replanning.whole(connection, archive, names));
        List<Item> items = new ArrayList<>();
        for (Command command : catalog.commands()) {
            for (SortedSet<String> options : ways(command)) {
                items.add(item(command, options, candidates));
            }
        }
        return items;
    }

    /** How many rehearsal accounts would be written. */
    public static int accounts(List<Item> items) {
        return (int) items.stream().flatMap(item -> item.staged().stream()).map(staged -> staged.scene().account().id())
                .distinct().count();
    }

    /**
     * Carries the checks out, one after the other.
     *
     * @param items what was found
     * @param each is told each check when it is over
     */
    public void run(List<Item> items, Consumer<SmokeCheck> each) throws IOException, InterruptedException {
        for (Item item : items) {
            each.accept(check(item));
        }
    }

    private SmokeCheck check(Item item) throws IOException, InterruptedException {
        String name = item.command().name();
        if (item.staged().isEmpty()) {
            return new SmokeCheck(name, item.words(), SmokeCheck.Result.SKIPPED, Optional.empty(), Optional.empty(),
                    item.reason().stream().toList(), Duration.ZERO);
        }
        Staged staged = item.staged().get();
        Optional<String> account = Optional.of(staged.scene().account().name());
        Instant begun = operator.timer().now();
        try {
            Evidence evidence = rehearse(staged);
            return new SmokeCheck(name, item.words(), SmokeCheck.Result.GREEN, account, Optional.of(evidence.run()),
                    List.of(), Duration.between(begun, operator.timer().now()));
        } catch (RefusedException e) {
            return red(item, account, begun, e.diagnostics());
        } catch (TenantFailure e) {
            return red(item, account, begun, Connection.refused(e).diagnostics());
        }
    }

    /** Whatever keeps a check from its end is no proof that the command works, so it is red. */
    private SmokeCheck red(Item item, Optional<String> account, Instant begun, List<Diagnostic> diagnostics) {
        List<Text> found = diagnostics.stream()
                .flatMap(diagnostic -> Stream.concat(Stream.of(diagnostic.summary()), diagnostic.found().stream()))
                .toList();
        return new SmokeCheck(item.command().name(), item.words(), SmokeCheck.Result.RED, account, Optional.empty(),
                found, Duration.between(begun, operator.timer().now()));
    }

    private Evidence rehearse(Staged staged)
            throws RefusedException, IOException, TenantFailure, InterruptedException {
        // What an earlier check left behind must not be taken for what this one did, so each one begins with a look of its own.
        Overview.Whole whole = Replanning.whole(connection, archive, names);
        AccountId id = staged.scene().account().id();
        Stage.Scene scene = scene(staged.decision(), Gathering.observe(connection.reader(), Set.of(id), whole.roles())
                .values()).orElseThrow(
                        () -> new RefusedException(Diagnostic
                                .refusal(ExitStatus.REHEARSAL,
                                        Text.of("The rehearsal account is not in the state any more in which the smoke check found it."))
                                .contrast(Text.of("as at the beginning"), Text.of("changed since then"))
                                .remedy(Text.of("Look at it: shisa account show {0}.", id))));
        Draft draft = draft(staged.decision(), scene, whole);
        archive.save(draft.plan());
        List<Diagnostic> unsettled = new ArrayList<>(Settlement.closed(archive, connection.identity().id()));
        unsettled.addAll(forbidden(draft));
        return new Operation(connection, archive, names, operator, catalog).check(draft, scene, unsettled);
    }

    /** What the policies forbid whoever is meant, such as a freeze. That rehearsal accounts are protected from everybody else is no reason here. */
    private List<Diagnostic> forbidden(Draft draft) throws RefusedException, IOException, TenantFailure {
        Plan nobody = draft.plan().with(List.of());
        Terms said = new Terms(Optional.of(0L), Optional.of(nobody.confirmation()), Optional.of(List.of()));
        return Settlement.preview(
                new Draft(nobody, draft.digest(), draft.decision(), draft.overview(), Map.of(), draft.watched()), said,
                connection, archive, catalog).refusals();
    }

    private Draft draft(Decision decision, Stage.Scene scene, Overview.Whole whole) throws TenantFailure {
        Instant now = whole.takenAt();
        long active = whole.activeAccounts();
        Plan plan = new Plan(names.plan(), connection.identity().id(), connection.identity().defaultDomain(),
                connection.site().kind(), decision.command().name(), decision.command().digest(), decision.options(),
                decision.parameters(), List.of(scene.account()), new TreeMap<>(), decision.contract().loss(),
                connection.unwatched(), active, connection.site().exposure(active), Optional.empty(), now,
                now.plus(PLAN_LIFE), decision.undo().map(undo -> now.plus(undo.within())), "smoke", "",
                connection.book().user());
        Map<AccountId, Observation> observed = Gathering.observe(connection.reader(), Set.of(scene.account().id()),
                whole.roles());
        return new Draft(plan, PlanFile.digest(plan), decision, whole, observed, connection.watched());
    }

    private Collection<Observation> candidates(Overview.Whole whole) throws TenantFailure {
        Set<AccountId> listed = new TreeSet<>(whole.listed(connection.site()::isRehearsal, Identity.ACTIVE));
        listed.addAll(whole.listed(connection.site()::isRehearsal, Identity.SOFT_DELETED));
        return Gathering.observe(connection.reader(), listed, whole.roles()).values();
    }

    private Item item(Command command, SortedSet<String> options, Collection<Observation> candidates)
            throws TenantFailure {
        List<String> words = options.stream().map(option -> "--" + option).toList();
        if (command.impact() == Impact.IRREVERSIBLE) {
            return new Item(command, words, Optional.empty(), Optional
                    .of(Text.of("It cannot be taken back, so each check would use up a rehearsal account.")));
        }
        if (ways(command).size() > MOST_WAYS) {
            return new Item(command, words, Optional.empty(), Optional
                    .of(Text.of("It can be decided in more than {0} ways.", MOST_WAYS)));
        }
        for (SortedMap<String, String> parameters : parameters(command, candidates)) {
            Decision decision = connection.asHere(new Decision(command, options, parameters));
            Optional<Stage.Scene> scene = scene(decision, candidates);
            if (scene.isPresent()) {
                return new Item(command, decision.words(), Optional.of(new Staged(decision, scene.get())),
                        Optional.empty());
            }
        }
        return new Item(command, words, Optional.empty(),
                Optional.of(Text.of("No rehearsal account is in a state from which this goes there and back.")));
    }

    private Optional<Stage.Scene> scene(Decision decision, Collection<Observation> candidates) {
        return Stage.any(candidates, decision, Settlement.counterparts(decision, catalog), connection.site());
    }

    /** Each way to decide the choices; a few more than are enumerated where there are very many. */
    private static List<SortedSet<String>> ways(Command command) {
        List<SortedSet<String>> ways = new ArrayList<>(List.of(new TreeSet<>()));
        for (Choice choice : command.choices()) {
            List<SortedSet<String>> longer = new ArrayList<>();
            for (SortedSet<String> way : ways) {
                for (Choice.Option option : choice.options()) {
                    SortedSet<String> more = new TreeSet<>(way);
                    more.add(option.name());
                    longer.add(more);
                }
            }
            ways = longer;
            if (ways.size() > MOST_WAYS) {
                return ways;
            }
        }
        return ways;
    }

    /** The values that a command's parameter can take on the rehearsal accounts; none where a parameter is of another sort. */
    private static List<SortedMap<String, String>> parameters(Command command, Collection<Observation> candidates) {
        if (command.parameters().isEmpty()) {
            return List.of(new TreeMap<>());
        }
        boolean onlySku = command.parameters().stream().map(Command.Parameter::name).allMatch(SKU::equals);
        if (!onlySku) {
            return List.of();
        }
        SortedSet<String> skus = candidates.stream()
                .flatMap(account -> account.value(Facet.LICENCES, Licences.class).stream())
                .flatMap(licences -> licences.licences().stream()).filter(Licence::direct).map(Licence::sku)
                .collect(Collectors.toCollection(TreeSet::new));
        return skus.stream().map(sku -> (SortedMap<String, String>) new TreeMap<>(Map.of(SKU, sku)))
                .toList();
    }
}

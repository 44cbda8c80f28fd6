package dev.shisa.catalog;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.Licence;
import dev.shisa.account.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command with everything decided: one option per choice and one value per parameter. Only a decided command has a contract and can
 * be turned into requests.
 *
 * @param command the catalog entry
 * @param options one option name per choice
 * @param parameters one value per parameter
 * @param mailboxDelay how long mailboxes outlive their licences in the tenant it is decided for; empty when they do not
 */
public record Decision(Command command, SortedSet<String> options, SortedMap<String, String> parameters,
        Optional<Duration> mailboxDelay) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @throws IllegalArgumentException when a choice or parameter is open or decided twice
     */
    public Decision {
        options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
        parameters = Collections.unmodifiableSortedMap(Sku.folded(parameters));
        if (!open(command, options, parameters).isEmpty() || options.size() != command.choices().size()
                || parameters.size() != command.parameters().size()) {
            throw new IllegalArgumentException("not decided: " + open(command, options, parameters));
        }
    }

    /** A decision for a tenant in which mailboxes go with their licences. */
    public Decision(Command command, SortedSet<String> options, SortedMap<String, String> parameters) {
        this(command, options, parameters, Optional.empty());
    }

    /** The same decision for a tenant in which mailboxes outlive their licences by that long. */
    public Decision delayedBy(Duration delay) {
        return new Decision(command, options, parameters, Optional.of(delay));
    }

    /** The choices and parameters that are not decided exactly once; names only. */
    public static List<String> open(Command command, SortedSet<String> options, SortedMap<String, String> parameters) {
        List<String> open = new ArrayList<>();
        for (Choice choice : command.choices()) {
            if (choice.options().stream().filter(o -> options.contains(o.name())).count() != 1) {
                open.add(choice.name());
            }
        }
        command.parameters().stream().map(Command.Parameter::name).filter(name -> !parameters.containsKey(name))
                .forEach(open::add);
        return open;
    }

    /** What this decision declares to change. */
    public Contract contract() {
        Contract contract = new Contract(command.effects().stream().filter(e -> applies(e.option()))
                .map(e -> new Effect(fill(e.change()), e.within(), e.after())).toList());
        boolean licencesGo = contract.effect(Facet.LICENCES).filter(effect -> effect.change().isLoss()).isPresent();
        return licencesGo && mailboxDelay.isPresent()
                ? contract.deferring(Facet.MAILBOX, mailboxDelay.get())
                : contract;
    }

    /** The requests for one account, in order. */
    public List<WireCall> calls(Observation account) {
        return steps().stream().map(step -> render(step, account)).toList();
    }

    /** The steps that this decision takes, in order. */
    public List<Step> steps() {
        return command.steps().stream().filter(s -> applies(s.option())).toList();
    }

    /** Why the command may not be sent for that account: a clause for each precondition that does not hold. */
    public List<String> refusals(Observation account) {
        return command.preconditions(options).stream().flatMap(p -> p.refusal(account, parameters).stream()).toList();
    }

    /** The words that stand for this decision, in the order of the catalog: options with dashes, parameters with values. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        options.forEach(option -> words.add("--" + option));
        parameters.forEach((name, value) -> Collections.addAll(words, "--" + name, value));
        return words;
    }

    /** The way back, if there is one. */
    public Optional<Command.Undo> undo() {
        return command.undo(options);
    }

    private boolean applies(Optional<String> option) {
        return option.isEmpty() || options.contains(option.get());
    }

    private Change fill(Change change) {
        return switch (change) {
            case Change.WithSku with when with.sku().equals(Placeholder.SKU.text()) -> new Change.WithSku(sku());
            case Change.WithoutSku without when without.sku().equals(Placeholder.SKU.text()) ->
                new Change.WithoutSku(sku());
            default -> change;
        };
    }

    private String sku() {
        String sku = parameters.get(Sku.PARAMETER);
        if (sku == null) {
            throw new IllegalStateException("the catalog let a SKU placeholder through without a SKU parameter");
        }
        return sku;
    }

    private WireCall render(Step step, Observation account) {
        AccountId id = account.id();
        Optional<String> body = step.body().map(text -> JSON.writeValueAsString(filled(JSON.readTree(text), account)));
        return new WireCall(step.method(), step.path().replace("{id}", id.value()), body);
    }

    private JsonNode filled(JsonNode node, Observation account) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), filled(entry.getValue(), account)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(filled(item, account)));
            return copy;
        }
        return node.isString() ? Placeholder.parse(node.asString()).map(p -> value(p, account)).orElse(node) : node;
    }

    private JsonNode value(Placeholder placeholder, Observation account) {
        return switch (placeholder) {
            case LICENCES_WITHOUT_MAILBOX -> licences(account, Licence::givesMailbox, Licence::withoutMailbox);
            case LICENCES_WITH_MAILBOX -> licences(account, l -> !l.withMailbox().equals(l), Licence::withMailbox);
            case SKU -> JsonNodeFactory.instance.stringNode(sku());
        };
    }

    private static JsonNode licences(Observation account, Predicate<Licence> which, UnaryOperator<Licence> change) {
        Licences held = account.value(Facet.LICENCES, Licences.class)
                .orElseThrow(() -> new IllegalStateException("licences of " + account.id() + " were not read"));
        return addLicenses(held.licences().stream().filter(Licence::direct).filter(which).map(change).toList());
    }

    /** Licences in the form in which {@code assignLicense} wants what it adds. */
    public static ArrayNode addLicenses(List<Licence> licences) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Licence licence : licences) {
            ObjectNode entry = array.addObject().put("skuId", licence.sku());
            ArrayNode disabled = entry.putArray("disabledPlans");
            licence.disabledPlans().forEach(disabled::add);
        }
        return array;
    }
}

package dev.shisa.lint;

import dev.shisa.lint.Population.ClientFilter;
import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Expression.Binary;
import dev.shisa.powershell.Expression.Text;
import dev.shisa.powershell.Expression.Variable;
import dev.shisa.powershell.ScriptBlock;
import dev.shisa.powershell.Span;
import dev.shisa.powershell.Stage.Argument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What commands give to the next one. */
final class Transforms {
    /** What commands do with what they are fed, as far as it matters who is hit in the end. */
    private enum Kind {
        READS_FILE,
        ASKS,
        CONVERTS,
        SILENT,
        FILTERS,
        EACH,
        SELECTS,
        PICKS,
        PAGES,
        NAMES,
        MAKES,
        DATES,
        COMPUTES
    }

    private static final Map<String, Kind> KINDS = kinds();
    private static final Set<String> READING_VERBS = Set.of("get", "find", "search", "select", "show");

    private final Walk walk;
    private final Listings listings = new Listings();

    Transforms(Walk walk) {
        this.walk = walk;
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        put(kinds, Kind.READS_FILE, "import-csv get-content import-clixml import-excel import-powershelldatafile"
                + " get-clipboard get-childitem get-item import-xlsx");
        put(kinds, Kind.ASKS, "read-host get-credential");
        put(kinds, Kind.CONVERTS, "convertfrom-json convertfrom-csv convertfrom-stringdata convertto-json convertto-csv"
                + " out-string select-string write-output sort-object get-unique group-object tee-object add-member"
                + " get-random get-member");
        put(kinds, Kind.SILENT, "out-null out-file export-csv export-clixml set-content add-content write-host"
                + " write-warning write-verbose write-error write-debug write-information format-table format-list"
                + " out-host out-default export-excel");
        put(kinds, Kind.FILTERS, "where-object");
        put(kinds, Kind.EACH, "foreach-object");
        put(kinds, Kind.SELECTS, "select-object");
        put(kinds, Kind.PICKS, "out-gridview out-consolegridview");
        put(kinds, Kind.NAMES, "get-command");
        put(kinds, Kind.PAGES, "get-msgraphallpages");
        put(kinds, Kind.MAKES, "new-object");
        put(kinds, Kind.DATES, "get-date");
        put(kinds, Kind.COMPUTES, "new-timespan measure-object test-path join-path split-path resolve-path"
                + " convertto-securestring new-guid get-variable get-help get-module get-history"
                + " get-location get-process get-service");
        return Map.copyOf(kinds);
    }

    private static void put(Map<String, Kind> kinds, Kind kind, String names) {
        for (String name : names.split(" ", -1)) {
            kinds.put(name, kind);
        }
    }

    Value output(Call call, Scope scope) {
        Kind kind = KINDS.get(call.key());
        if (kind == Kind.SILENT || call.key().startsWith("write-")) {
            printed(call);
        }
        Value input = call.input().or(() -> call.parameter("InputObject")).orElse(Value.nothing());
        return switch (kind) {
            case null -> listed(call, input);
            case SILENT -> Value.nothing();
            case READS_FILE -> new Value.Hidden(new Source(Source.Kind.FILE, call.span(), true, true));
            case ASKS -> new Value.Hidden(new Source(Source.Kind.INPUT, call.span(), false, true));
            case CONVERTS -> passed(call, input);
            case FILTERS -> filtered(call, input, scope);
            case EACH -> each(call, input, scope);
            case SELECTS -> selected(call, input);
            case PICKS -> call.parameter("PassThru").isPresent() || call.parameter("OutputMode").isPresent()
                    ? input.map(Population::picked)
                    : Value.nothing();
            // A command that was looked up is called by its name.
            case NAMES -> Commands.argument(call, "Name", 0).filter(Value.Text.class::isInstance)
                    .filter(name -> name.literal().orElse("").matches("[^*?\\[\\]]+")).orElse(Value.unknown());
            case PAGES -> input.map(Population::uncut);
            case MAKES -> call.parameter("Property").orElse(call.parameter("TypeName")
                    .flatMap(Value::literal).filter(type -> type.toLowerCase(Locale.ROOT).contains("list"))
                    .<Value>map(type -> new Value.Items(List.of())).orElse(Value.unknown()));
            case DATES -> new Value.Moment();
            case COMPUTES -> Value.unknown();
        };
    }

    private void printed(Call call) {
        call.command().arguments().forEach(argument -> {
            if (argument instanceof Argument.Positional positional) {
                walk.trace().text(positional.value());
            }
        });
    }

    private static Value passed(Call call, Value input) {
        if (call.input().isPresent() || !(input instanceof Value.Nothing)) {
            return input;
        }
        List<Value> given = new ArrayList<>(call.rest());
        call.parameters().forEach((name, value) -> {
            if (!CommonParameters.values().contains(name) && !(value instanceof Value.Truth)) {
                given.add(value);
            }
        });
        return given.size() == 1 ? given.getFirst() : new Value.Items(given);
    }

    private Value listed(Call call, Value input) {
        String name = call.key();
        Optional<Listing> listing = call.cmdlet().flatMap(Cmdlet::listing);
        if (listing.isPresent()) {
            return new Value.Found(listings.population(call, listing.get(), input));
        }
        boolean reads = call.cmdlet().map(cmdlet -> cmdlet.action() == Action.READ).orElse(false)
                || (name.indexOf('-') > 0 && READING_VERBS.contains(name.substring(0, name.indexOf('-'))));
        if (Requests.reads(call)) {
            return new Value.Found(Requests.collection(call).map(asked -> listings.requested(call, asked))
                    .orElseGet(() -> listings.unknown(call, Value.nothing())));
        }
        if (call.cmdlet().isPresent() && !reads) {
            return call.cmdlet().get().action() == Action.RUN ? Value.unknown() : input;
        }
        if (reads && call.cmdlet().isEmpty() && !input.populations().isEmpty()) {
            return input;
        }
        return reads ? new Value.Found(listings.unknown(call, input)) : Value.unknown();
    }

    private Value filtered(Call call, Value input, Scope scope) {
        Optional<ScriptBlock> block = code(call);
        if (block.isPresent()) {
            Scope inner = scope.inner();
            inner.set("_", input.element());
            walk.run(block.get(), inner, call.situation());
        }
        Optional<Expression> condition = block.isPresent() ? Conditions.first(block) : simple(call);
        boolean narrows = block.isPresent()
                ? Conditions.narrows(block)
                : condition.map(Conditions::narrows).orElse(true);
        ClientFilter filter = new ClientFilter(call.place(), narrows, condition);
        boolean isCheck = condition.isPresent()
                && Conditions.checks(condition.get()).stream().anyMatch(Conditions::isItem);
        return (isCheck ? input.checked() : input).map(population -> population.with(filter));
    }

    /** {@code Where-Object Name -like '*'} says the same as a block. */
    private static Optional<Expression> simple(Call call) {
        List<String> operators = List.of("eq", "ne", "like", "notlike", "match", "notmatch", "lt", "gt", "le", "ge",
                "in",
                "notin", "contains", "notcontains");
        List<Expression> words = new ArrayList<>();
        Optional<String> operator = Optional.empty();
        for (var argument : call.command().arguments()) {
            switch (argument) {
                case Argument.Positional positional -> words.add(positional.value());
                case Argument.Named named when operators
                        .contains(named.name().toLowerCase(Locale.ROOT)) ->
                    operator = Optional.of("-" + named.name().toLowerCase(Locale.ROOT));
                default -> {
                }
            }
        }
        if (operator.isEmpty() || words.size() != 2 || !(words.getFirst() instanceof Text property)) {
            return Optional.empty();
        }
        Span span = property.span();
        Expression item = new Expression.Member(span, new Variable(span, "_", false), false, property,
                Optional.empty());
        return Optional.of(new Binary(span, operator.get(), item, words.getLast()));
    }

    private static Optional<ScriptBlock> code(Call call) {
        List<Value> all = new ArrayList<>(call.parameters().values());
        all.addAll(call.rest());
        return all.stream().filter(Value.Code.class::isInstance).map(code -> ((Value.Code) code).block()).findFirst();
    }

    private Value each(Call call, Value input, Scope scope) {
        List<Value> blocks = new ArrayList<>();
        call.parameters().values().stream().filter(Value.Code.class::isInstance).forEach(blocks::add);
        call.rest().stream()
                .flatMap(value -> value instanceof Value.Items items
                        ? items.items().stream()
                        : Stream.of(value))
                .filter(Value.Code.class::isInstance).forEach(blocks::add);
        if (blocks.isEmpty()) {
            Optional<Value> member = call.parameter("MemberName").or(() -> call.rest().stream().findFirst());
            return member.flatMap(Value::literal).map(input::member).orElse(input);
        }
        Value given = Value.nothing();
        for (Value block : blocks) {
            Value next = walk.each(block, input, call.span(), scope, call.situation());
            given = next instanceof Value.Nothing ? given : next;
        }
        return given;
    }

    /** Properties under other names are the same objects; of a table in the text they are its fields. */
    private static Value selected(Call call, Value input) {
        if (call.parameter("First").or(() -> call.parameter("Last")).isPresent() && isOne(call)) {
            return input.map(Population::single);
        }
        if (input instanceof Value.Fields fields && call.parameter("ExpandProperty").isPresent()) {
            return call.parameter("ExpandProperty").flatMap(Value::literal).map(fields::member).orElse(input);
        }
        return input instanceof Value.Fields fields
                ? new Value.Fields(new LinkedHashMap<>(fields.fields()), true)
                : input;
    }

    private static boolean isOne(Call call) {
        return List.of("First", "Last").stream().flatMap(name -> call.parameter(name).stream())
                .anyMatch(value -> value.literal().filter("1"::equals).isPresent());
    }
}

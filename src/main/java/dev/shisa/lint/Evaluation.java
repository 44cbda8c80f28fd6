package dev.shisa.lint;

import dev.shisa.lint.Population.ClientFilter;
import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Expression.Binary;
import dev.shisa.powershell.Expression.Cast;
import dev.shisa.powershell.Expression.Code;
import dev.shisa.powershell.Expression.Collected;
import dev.shisa.powershell.Expression.Expandable;
import dev.shisa.powershell.Expression.Index;
import dev.shisa.powershell.Expression.Member;
import dev.shisa.powershell.Expression.Parenthesis;
import dev.shisa.powershell.Expression.Sequence;
import dev.shisa.powershell.Expression.Sub;
import dev.shisa.powershell.Expression.Table;
import dev.shisa.powershell.Expression.Ternary;
import dev.shisa.powershell.Expression.Unary;
import dev.shisa.powershell.Expression.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows values, as far as they are literal. */
final class Evaluation {
    private static final Set<String> AUTOMATIC = Set.of("?", "^", "$", "args", "error", "executioncontext", "home",
            "host", "input", "lastexitcode", "matches", "myinvocation", "nestedpromptlevel", "pid", "profile",
            "psboundparameters", "pscmdlet", "pscommandpath", "psculture", "psdebugcontext", "pshome",
            "psscriptroot", "psuiculture", "psversiontable", "pwd", "shellid", "stacktrace", "this", "event",
            "iswindows", "islinux", "ismacos", "ofs", "foreach", "switch", "whatifpreference", "confirmpreference",
            "verbosepreference", "debugpreference", "warningpreference", "informationpreference",
            "progresspreference", "erroractionpreference", "psdefaultparametervalues", "maximumhistorycount",
            "formatenumerationlimit", "outputencoding", "psemailserver", "pssessionoption", "_", "psitem");

    private static final int MOST_TEXTS = 1000;
    /** A pattern may say a text again and again; nobody writes names so. */
    private static final int LARGEST_PRODUCT = 1 << 22;
    private static final Set<String> SINGLE = Set.of("-ne", "-eq", "-like", "-notlike", "-cne", "-ine");

    private static final Set<String> FILE_TIMES = Set.of("lastlogontimestamp", "pwdlastset", "accountexpires",
            "badpasswordtime", "lastlogon");

    private final Walk walk;

    Evaluation(Walk walk) {
        this.walk = walk;
    }

    Value value(Expression expression, Scope scope, Situation situation) {
        if (!walk.trace().step()) {
            return Value.unknown();
        }
        return switch (expression) {
            case Expression.Text text -> {
                if (text.quote() != Expression.Quote.NONE && text.value().indexOf('-') > 0) {
                    walk.trace().text(text);
                }
                yield new Value.Text(text.value());
            }
            case Expression.Numeral number -> new Value.Text(number.text());
            case Expandable expandable -> {
                walk.trace().text(expandable);
                yield expanded(expandable, scope, situation);
            }
            case Variable variable -> variable(variable, scope);
            case Sub sub -> walk.output(sub.block().statements(), scope, situation);
            case Collected collected -> listed(walk.output(collected.block().statements(), scope, situation));
            case Parenthesis inside -> walk.statement(inside.statement(), scope, situation);
            case Table table -> table(table, scope, situation);
            case Code code -> {
                walk.met(code.block());
                yield new Value.Code(code.block());
            }
            case Member member -> new Members(walk, this).value(member, scope, situation);
            case Index index -> element(index, scope, situation);
            case Expression.Type _ -> Value.unknown();
            case Cast cast -> cast(cast, scope, situation);
            case Unary unary -> unary(unary, scope, situation);
            case Binary binary -> binary(binary, scope, situation);
            case Ternary ternary -> {
                value(ternary.condition(), scope, situation);
                yield Value.either(value(ternary.yes(), scope, situation), value(ternary.no(), scope, situation));
            }
            case Sequence sequence -> new Value.Items(
                    sequence.items().stream().map(item -> value(item, scope, situation)).toList());
        };
    }

    private static Value listed(Value value) {
        return value instanceof Value.Nothing ? new Value.Items(List.of()) : value;
    }

    private Value expanded(Expandable expandable, Scope scope, Situation situation) {
        List<Value> parts = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        boolean isLiteral = true;
        boolean hasNothing = false;
        for (Expression part : expandable.parts()) {
            Value value = value(part, scope, situation);
            Optional<String> text = value instanceof Value.Nothing ? Optional.of("") : value.literal();
            if (text.isPresent()) {
                pattern.append(text.get());
            } else {
                isLiteral = false;
                pattern.append('\u0000');
            }
            if (!(part instanceof Expression.Text)) {
                parts.add(value);
                hasNothing |= value instanceof Value.Nothing;
            }
        }
        if (isLiteral && !hasNothing) {
            return new Value.Text(pattern.toString());
        }
        return new Value.Mixed(pattern.toString(), parts);
    }

    private static Value variable(Variable variable, Scope scope) {
        String name = Scope.plain(variable.name());
        String wanted = name.equals("psitem") ? "_" : name;
        return switch (name) {
            case "true", "false" -> new Value.Truth(name.equals("true"));
            case "null" -> Value.nothing();
            default -> name.startsWith("env:")
                    ? new Value.Hidden(new Source(Source.Kind.INPUT, variable.span(), false, true))
                    : scope.find(wanted).orElseGet(() -> unset(variable, wanted));
        };
    }

    /** A variable that PowerShell sets, or that nobody does. */
    private static Value unset(Variable variable, String name) {
        return AUTOMATIC.contains(name) || name.indexOf(':') >= 0
                ? Value.unknown()
                : new Value.Hidden(new Source(Source.Kind.UNSET, variable.span(), false, true));
    }

    private Value table(Table table, Scope scope, Situation situation) {
        Map<String, Value> fields = new LinkedHashMap<>();
        boolean open = false;
        for (Expression.Entry entry : table.entries()) {
            Value value = walk.statement(entry.value(), scope, situation);
            Optional<String> key = value(entry.key(), scope, situation).literal();
            if (key.isPresent()) {
                fields.put(key.get(), value);
            } else {
                open = true;
            }
        }
        return new Value.Fields(fields, open);
    }

    private Value element(Index index, Scope scope, Situation situation) {
        Value target = value(index.target(), scope, situation);
        Value which = value(index.index(), scope, situation);
        if (target instanceof Value.Fields fields) {
            return which.literal().map(fields::member).orElseGet(() -> new Value.Items(
                    List.copyOf(fields.fields().values())).element());
        }
        if (target instanceof Value.Items items && which.literal().isPresent()) {
            return item(items.items(), which.literal().get());
        }
        boolean isRange = which.isMany() || (index.index() instanceof Binary range && range.operator().equals(".."));
        return isRange ? target : target.map(Population::single);
    }

    private static Value item(List<Value> items, String index) {
        try {
            int at = Integer.parseInt(index);
            int wanted = at < 0 ? items.size() + at : at;
            return wanted >= 0 && wanted < items.size() ? items.get(wanted) : Value.nothing();
        } catch (NumberFormatException e) {
            return Value.unknown();
        }
    }

    private Value cast(Cast cast, Scope scope, Situation situation) {
        Value value = value(cast.operand(), scope, situation);
        return switch (cast.type().toLowerCase(Locale.ROOT)) {
            case "bool", "switch", "boolean", "system.boolean" -> value.literal()
                    .<Value>map(text -> new Value.Truth(!text.equals("false") && !text.equals("0")
                            && !text.equals("null") && !text.isEmpty()))
                    .orElse(value);
            case "scriptblock" -> {
                walk.commands().runs(value, cast.span(), scope, situation, false);
                yield value;
            }
            case "void" -> Value.nothing();
            default -> value;
        };
    }

    private Value unary(Unary unary, Scope scope, Situation situation) {
        Value value = value(unary.operand(), scope, situation);
        return switch (unary.operator()) {
            case "!", "-not" -> value instanceof Value.Truth truth ? new Value.Truth(!truth.value()) : Value.unknown();
            case "-join", "-split", "-isplit", "-csplit", ",", "+" -> value;
            case "-" -> value.literal().<Value>map(text -> new Value.Text("-" + text)).orElse(Value.unknown());
            default -> Value.unknown();
        };
    }

    private Value binary(Binary binary, Scope scope, Situation situation) {
        Value left = value(binary.left(), scope, situation);
        Value right = value(binary.right(), scope, situation);
        boolean isList = (right instanceof Value.Items items && items.items().size() > 1)
                || (right instanceof Value.Hidden hidden && hidden.source().kind() == Source.Kind.FILE
                        && binary.right() instanceof Variable);
        boolean isFileTime = right instanceof Value.Moment && binary.left() instanceof Member member
                && member.name() instanceof Expression.Text name
                && FILE_TIMES.contains(name.value().toLowerCase(Locale.ROOT));
        if ((SINGLE.contains(binary.operator()) && isList) || isFileTime) {
            walk.trace().comparedInVain(binary.span());
        }
        return switch (binary.operator()) {
            case "+" -> sum(left, right);
            case "-f" -> formatted(left, right);
            case "-join", "-split", "-replace", "-creplace", "-ireplace", "-as", "-csplit", "-isplit" ->
                left.literal().isPresent() && !binary.operator().equals("-as") ? Value.unknown() : left;
            case "??" -> Value.either(left, right);
            case ".." -> new Value.Items(List.of(left, right));
            case "-eq", "-ne", "-like", "-notlike", "-match", "-notmatch", "-in", "-notin", "-gt", "-lt", "-ge", "-le",
                    "-contains", "-notcontains" ->
                compared(binary, left);
            default -> Value.unknown();
        };
    }

    /** Comparing a list gives what of it compares so. */
    private static Value compared(Binary binary, Value left) {
        boolean isList = left instanceof Value.Found found && found.population().many()
                && binary.left() instanceof Variable;
        return isList
                ? left.map(population -> population.with(new ClientFilter(binary.span(), true, Optional.of(binary))))
                : Value.unknown();
    }

    static Value sum(Value left, Value right) {
        if (left instanceof Value.Text a && right instanceof Value.Text b) {
            return new Value.Text(a.content() + b.content());
        }
        if (left instanceof Value.Fields a && right instanceof Value.Fields b) {
            Map<String, Value> all = new LinkedHashMap<>(a.fields());
            all.putAll(b.fields());
            return new Value.Fields(all, a.open() || b.open());
        }
        if (left instanceof Value.Items || left instanceof Value.Nothing) {
            return right instanceof Value.Items items
                    ? items.items().stream().reduce(left, Evaluation::with)
                    : with(left, right);
        }
        if (left instanceof Value.Mixed mixed && right instanceof Value.Text text) {
            return new Value.Mixed(mixed.pattern() + text.content(), mixed.values());
        }
        if (left instanceof Value.Text || left instanceof Value.Mixed) {
            return new Value.Mixed(left instanceof Value.Text text ? text.content() + '\u0000' : "\u0000",
                    List.of(left, right));
        }
        if (left instanceof Value.Hidden && right instanceof Value.Text text && !text.content().matches("[0-9.]*")) {
            return new Value.Mixed('\u0000' + text.content(), List.of(left));
        }
        return Value.either(left, right);
    }

    /** A list with one value more. Of many texts that stand in the script the last ones say nothing more of whom it hits. */
    static Value with(Value list, Value more) {
        List<Value> all = new ArrayList<>(switch (list) {
            case Value.Items items -> items.items();
            case Value.Nothing _ -> List.of();
            default -> List.of(list);
        });
        if (all.size() < MOST_TEXTS || !(more instanceof Value.Text)) {
            all.add(more);
        }
        return new Value.Items(all);
    }

    private Value formatted(Value left, Value right) {
        Optional<String> pattern = left.literal();
        if (pattern.isEmpty()) {
            return Value.unknown();
        }
        String text = pattern.get();
        List<Value> items = right instanceof Value.Items list ? list.items() : List.of(right);
        boolean isLiteral = true;
        for (int at = 0; at < items.size() && at < 20; at++) {
            Optional<String> item = items.get(at).literal();
            isLiteral &= item.isPresent();
            if ((long) text.length() * item.map(String::length).orElse(1) > LARGEST_PRODUCT) {
                walk.trace().giveUp();
                return Value.unknown();
            }
            text = text.replace("{" + at + "}", item.orElse("\u0000"));
        }
        return isLiteral ? new Value.Text(text) : new Value.Mixed(text, items);
    }
}

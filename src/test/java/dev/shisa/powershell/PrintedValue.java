package dev.shisa.powershell;

import dev.shisa.powershell.Expression.Quote;
import java.util.List;
import java.util.stream.Collectors;

/** The values of a syntax tree as PowerShell text. */
final class PrintedValue {
    private PrintedValue() {
    }

    /** A value where values may stand. */
    static String of(Expression value) {
        return switch (value) {
            case Expression.Text text -> text.quote() == Quote.NONE ? text.value() : text(text);
            case Expression.Expandable text -> expandable(text);
            case Expression.Numeral number -> number.text();
            case Expression.Variable variable ->
                variable.splatted() ? "@" + variable.name() : variable(variable.name());
            case Expression.Sub sub -> "$" + Printed.parenthesised(sub.block());
            case Expression.Collected list -> "@" + Printed.parenthesised(list.block());
            case Expression.Parenthesis inside -> "(" + Printed.statement(inside.statement()) + ")";
            case Expression.Table table -> table.entries().stream()
                    .map(entry -> of(entry.key()) + " = " + Printed.statement(entry.value()))
                    .collect(Collectors.joining("\n", "@{\n", "\n}"));
            case Expression.Code code -> Printed.code(code.block());
            case Expression.Member member -> of(member.target()) + (member.isStatic() ? "::" : ".") + of(member.name())
                    + member.arguments().map(PrintedValue::arguments).orElse("");
            case Expression.Index index -> of(index.target()) + "[" + of(index.index()) + "]";
            case Expression.Type type -> "[" + type.name() + "]";
            case Expression.Cast cast ->
                "[" + cast.type() + (cast.operand() instanceof Expression.Sequence ? "()]" : "]")
                        + of(cast.operand());
            case Expression.Unary unary -> unary.isPostfix()
                    ? of(unary.operand()) + unary.operator()
                    : unary.operator() + " " + of(unary.operand());
            case Expression.Binary binary -> of(binary.left()) + " " + binary.operator() + " " + of(binary.right());
            case Expression.Ternary choice ->
                of(choice.condition()) + " ? " + of(choice.yes()) + " : " + of(choice.no());
            case Expression.Sequence list -> list.items().size() == 1
                    ? ", " + of(list.items().getFirst())
                    : list.items().stream().map(PrintedValue::of).collect(Collectors.joining(", "));
        };
    }

    private static String arguments(List<Expression> arguments) {
        return arguments.stream().map(PrintedValue::of).collect(Collectors.joining(", ", "(", ")"));
    }

    /** A value as an argument of a command, where bare words are texts. */
    static String argument(Expression value) {
        return switch (value) {
            case Expression.Text text when text.quote() == Quote.NONE -> word(text.value());
            case Expression.Expandable text when text.quote() == Quote.NONE -> words(text);
            case Expression.Sequence list -> list.items().stream().map(PrintedValue::argument)
                    .collect(Collectors.joining(", "));
            default -> of(value);
        };
    }

    /** A variable by its name. */
    static String variable(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*(:[A-Za-z_][A-Za-z0-9_]*)?|[$^?]") ? "$" + name : braced(name);
    }

    private static String braced(String name) {
        return "${" + escaped(name, "{}()") + "}";
    }

    private static String words(Expression.Expandable text) {
        StringBuilder out = new StringBuilder();
        for (Expression part : text.parts()) {
            out.append(switch (part) {
                case Expression.Text plain when plain.quote() == Quote.NONE -> word(plain.value());
                case Expression.Variable variable -> braced(variable.name());
                case Expression.Sub sub -> within(of(sub), Quote.NONE);
                default -> of(part);
            });
        }
        return out.toString();
    }

    /** The name of a command. One that is no Verb-Noun could be a word of the language, or a number. */
    static String name(Expression value) {
        return value instanceof Expression.Text text && text.quote() == Quote.NONE
                && !text.value().matches("[A-Za-z]+-[A-Za-z]+")
                        ? code(text.value().charAt(0)) + rest(text.value())
                        : argument(value);
    }

    private static String word(String value) {
        char first = value.charAt(0);
        return (Character.isLetterOrDigit(first) && first < 128 ? String.valueOf(first) : code(first)) + rest(value);
    }

    private static String rest(String value) {
        return escaped(value.substring(1), "(){};,|&<>'");
    }

    private static String text(Expression.Text text) {
        return switch (text.quote()) {
            case SINGLE -> "'" + text.value().replaceAll("['\u2018-\u201b]", "$0$0") + "'";
            case SINGLE_HERE -> "@'\n" + text.value() + "\n'@";
            case DOUBLE -> "\"" + escaped(text.value(), "()") + "\"";
            case DOUBLE_HERE -> "@\"\n" + escaped(text.value(), "()") + "\n\"@";
            case NONE -> text.value();
        };
    }

    private static String expandable(Expression.Expandable text) {
        if (text.quote() == Quote.NONE) {
            return words(text);
        }
        String parts = text.parts().stream().map(part -> switch (part) {
            case Expression.Text plain -> escaped(plain.value(), "()");
            case Expression.Variable variable -> braced(variable.name());
            default -> within(of(part), text.quote());
        }).collect(Collectors.joining());
        return text.quote() == Quote.DOUBLE ? "\"" + parts + "\"" : "@\"\n" + parts + "\n\"@";
    }

    /** A value within a text: what it holds of double quotes is escaped, except in a here-string. Its parentheses are counted as they are. */
    private static String within(String value, Quote quote) {
        int open = 0;
        for (int at = 1; at < value.length(); at++) {
            open += value.charAt(at) == '(' ? 1 : value.charAt(at) == ')' ? -1 : 0;
            if (open == 0 && at < value.length() - 1) {
                throw new IllegalArgumentException("its parentheses are not even");
            }
        }
        if (open != 0) {
            throw new IllegalArgumentException("its parentheses are not even");
        }
        return quote == Quote.DOUBLE_HERE ? value : value.replaceAll("[\"\u201c-\u201e]", "`$0");
    }

    private static String escaped(String value, String also) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            boolean isPlain = (c > ' ' && c < 127 && "\"$`".indexOf(c) < 0 && also.indexOf(c) < 0)
                    || (c == ' ' && also.equals("()"));
            out.append(isPlain ? String.valueOf(c) : code(c));
        }
        return out.toString();
    }

    private static String code(char c) {
        return "`u{" + Integer.toHexString(c) + "}";
    }
}

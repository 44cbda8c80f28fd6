package dev.shisa.lint;

import dev.shisa.lint.Population.ClientFilter;
import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Expression.Binary;
import dev.shisa.powershell.Expression.Expandable;
import dev.shisa.powershell.Expression.Member;
import dev.shisa.powershell.Expression.Parenthesis;
import dev.shisa.powershell.Expression.Sub;
import dev.shisa.powershell.Expression.Text;
import dev.shisa.powershell.Expression.Unary;
import dev.shisa.powershell.Expression.Variable;
import dev.shisa.powershell.Stage.Argument;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Filters that do not select what they seem to. */
final class Filters {
    private static final Set<String> ORDERS = Set.of("-lt", "-gt", "-le", "-ge");
    private static final Pattern DATE = Pattern
            .compile(".*(date|time|lastlogon|whencreated|whenchanged|expires|lastsignin|lastset).*");

    /** What every object has. */
    private static final Set<String> ALWAYS = Set.of("additionalproperties", "count", "length", "id", "pstypenames");

    private Filters() {
    }

    static boolean isIneffective(ClientFilter filter, Population population, Trace trace) {
        return filter.code().map(code -> comparisons(code).anyMatch(comparison -> trace.vainComparisons()
                .contains(comparison.span()) || isDateAgainstNumber(comparison))
                || (!filter.ofPart() && operands(code).anyMatch(operand -> isNotLoaded(operand, population))))
                .orElse(false);
    }

    private static Stream<Binary> comparisons(Expression expression) {
        return switch (expression) {
            case Parenthesis inside -> Conditions.expression(inside.statement()).stream().flatMap(Filters::comparisons);
            case Unary unary -> comparisons(unary.operand());
            case Binary binary when binary.operator().equals("-and") || binary.operator().equals("-or") ->
                Stream.concat(comparisons(binary.left()), comparisons(binary.right()));
            case Binary binary -> Stream.of(binary);
            default -> Stream.empty();
        };
    }

    /** What a condition asks about. */
    private static Stream<Expression> operands(Expression expression) {
        return switch (expression) {
            case Parenthesis inside -> Conditions.expression(inside.statement()).stream().flatMap(Filters::operands);
            case Unary unary -> operands(unary.operand());
            case Binary binary when binary.operator().equals("-and") || binary.operator().equals("-or") ->
                Stream.concat(operands(binary.left()), operands(binary.right()));
            case Binary binary -> Stream.of(binary.left());
            default -> Stream.of(expression);
        };
    }

    private static boolean isDateAgainstNumber(Binary binary) {
        if (ORDERS.contains(binary.operator()) && isFormatted(binary.left())) {
            return true;
        }
        boolean isNumber = binary.right() instanceof Expression.Numeral
                || (binary.right() instanceof Text text && text.value().matches("[0-9]{1,5}"))
                || (binary.right() instanceof Text order
                        && order.value().matches("[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}"))
                || isFormatted(binary.right());
        return ORDERS.contains(binary.operator()) && isNumber
                && property(binary.left()).filter(name -> DATE.matcher(name.toLowerCase(Locale.ROOT)).matches())
                        .isPresent();
    }

    /** A date made into a text compares letter by letter. */
    private static boolean isFormatted(Expression expression) {
        return expression instanceof Member member && member.name() instanceof Text name
                && name.value().equalsIgnoreCase("ToString")
                && member.arguments().filter(given -> !given.isEmpty()).isPresent();
    }

    /** The first member behind the item. */
    private static Optional<String> property(Expression expression) {
        Expression at = expression;
        Optional<String> name = Optional.empty();
        while (at instanceof Member member && member.arguments().isEmpty() && member.name() instanceof Text text) {
            name = Optional.of(text.value());
            at = member.target();
        }
        return at instanceof Variable ? name : Optional.empty();
    }

    private static boolean isNotLoaded(Expression operand, Population population) {
        Optional<Listing> listing = population.origin().cmdlet().flatMap(Cmdlet::listing);
        Optional<String> property = property(operand);
        if (listing.isEmpty() || property.isEmpty() || ALWAYS.contains(property.get().toLowerCase(Locale.ROOT))
                || listing.get().isLoaded(property.get())) {
            return false;
        }
        Optional<Value> asked = listing.get().loads().flatMap(population.origin()::parameter);
        return asked.map(value -> !names(value, property.get())).orElse(!population.origin().open());
    }

    /** What cannot be seen may name it. */
    private static boolean names(Value asked, String property) {
        List<Value> items = asked instanceof Value.Items list ? list.items() : List.of(asked);
        return items.stream().anyMatch(item -> item.literal().map(text -> Stream.of(text.split("[,\\s]+"))
                .anyMatch(name -> name.equals("*") || name.equalsIgnoreCase(property))).orElse(true));
    }

    /** Whether a listing is given a condition in which a value ends before its member is read. */
    static boolean isIneffective(Call listing) {
        return listing.command().arguments().stream().map(argument -> switch (argument) {
            case Argument.Positional positional -> Optional.of(positional.value());
            case Argument.Named named -> named.value();
            case Argument.Verbatim _ -> Optional.<Expression>empty();
        }).flatMap(Optional::stream).anyMatch(Filters::endsEarly);
    }

    private static boolean endsEarly(Expression expression) {
        if (!(expression instanceof Expandable expandable)) {
            return false;
        }
        List<Expression> parts = expandable.parts();
        for (int at = 0; at + 1 < parts.size(); at++) {
            Expression part = parts.get(at);
            Optional<Expression> inner = part instanceof Sub sub && sub.block().statements().size() == 1
                    ? Conditions.expression(sub.block().statements().getFirst())
                    : Optional.empty();
            boolean isMethod = inner.filter(Member.class::isInstance).isPresent()
                    && parts.get(at + 1) instanceof Text call && call.value().startsWith("(");
            if (isMethod) {
                return true;
            }
            boolean isValue = (part instanceof Variable variable && !variable.name().contains(":"))
                    || inner.filter(Variable.class::isInstance).isPresent();
            if (isValue && parts.get(at + 1) instanceof Text text
                    && text.value().matches("(?s)\\.[A-Za-z][A-Za-z]+(?![A-Za-z]*@).*['\"\\s)].*")
                    && parts.stream().anyMatch(each -> each instanceof Text other
                            && other.value().matches("(?is).*(-?eq|like|ge|le|gt|lt)\\b.*"))) {
                return true;
            }
        }
        return false;
    }
}

package dev.shisa.powershell;

import dev.shisa.powershell.Expression.Binary;
import dev.shisa.powershell.Expression.Cast;
import dev.shisa.powershell.Expression.Code;
import dev.shisa.powershell.Expression.Collected;
import dev.shisa.powershell.Expression.Entry;
import dev.shisa.powershell.Expression.Index;
import dev.shisa.powershell.Expression.Member;
import dev.shisa.powershell.Expression.Parenthesis;
import dev.shisa.powershell.Expression.Quote;
import dev.shisa.powershell.Expression.Sequence;
import dev.shisa.powershell.Expression.Table;
import dev.shisa.powershell.Expression.Ternary;
import dev.shisa.powershell.Expression.Text;
import dev.shisa.powershell.Expression.Type;
import dev.shisa.powershell.Expression.Unary;
import dev.shisa.powershell.Expression.Variable;
import dev.shisa.powershell.ScriptBlock.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads values with operators. */
final class ExpressionReader {
    private static final Set<String> SUFFIXES = Set.of("kb", "mb", "gb", "tb", "pb", "l", "d", "u", "s", "y", "n", "ul",
            "us", "uy");

    private final Cursor cursor;
    private final StatementReader statements;
    private final StringReader strings;
    private final VariableReader variables;

    ExpressionReader(Cursor cursor, StatementReader statements, StringReader strings, VariableReader variables) {
        this.cursor = cursor;
        this.statements = statements;
        this.strings = strings;
        this.variables = variables;
    }

    static boolean isSuffix(String small) {
        return SUFFIXES.contains(small);
    }

    /** A value with all operators and commas. */
    Expression expression() {
        cursor.enter();
        int start = cursor.at();
        Expression read = binary(Operator.WEAKEST, true);
        cursor.skipBlanks();
        if (cursor.peek() == '?' && isTernary(read)) {
            cursor.next();
            cursor.skipLines();
            Expression yes = binary(Operator.WEAKEST, true);
            cursor.skipLines();
            cursor.expect(':', start);
            cursor.skipLines();
            Expression no = expression();
            read = new Ternary(cursor.since(start), read, yes, no);
        }
        cursor.leave();
        return read;
    }

    /** The question mark of {@code ${name}?.Member} is none. */
    private boolean isTernary(Expression condition) {
        return cursor.peek(1) != '?' && cursor.peek(1) != '.' && cursor.peek(1) != '['
                || cursor.at() > condition.span().end();
    }

    /** A value with all operators but commas: an argument of a method. */
    Expression item() {
        cursor.enter();
        Expression read = binary(Operator.WEAKEST, false);
        cursor.leave();
        return read;
    }

    private Expression binary(int least, boolean withCommas) {
        int start = cursor.at();
        Expression left = unary();
        while (true) {
            int end = cursor.at();
            cursor.skipBlanks();
            Optional<Operator> operator = Operator.at(cursor);
            if (operator.isEmpty() || operator.get().strength() < least || !withCommas && operator.get().isComma()) {
                cursor.moveTo(end);
                return left;
            }
            if (Characters.isDash(cursor.peek())) {
                cursor.note(cursor.at(), Typography.Kind.DASH);
            }
            cursor.moveTo(cursor.at() + operator.get().length());
            cursor.skipLines();
            left = operator.get().isComma()
                    ? sequence(start, left)
                    : joined(start, operator.get(), left, withCommas);
        }
    }

    private Expression joined(int start, Operator operator, Expression left, boolean withCommas) {
        Expression right = operator.isTypeTest() && cursor.peek() == '['
                ? member()
                : binary(operator.strength() + 1, withCommas);
        return new Binary(cursor.since(start), operator.name(), left, right);
    }

    private Expression sequence(int start, Expression first) {
        List<Expression> items = new ArrayList<>(List.of(first));
        items.add(binary(Operator.ABOVE_COMMA, false));
        while (true) {
            int end = cursor.at();
            cursor.skipBlanks();
            if (!cursor.take(',')) {
                cursor.moveTo(end);
                return new Sequence(cursor.since(start), items);
            }
            cursor.skipLines();
            items.add(binary(Operator.ABOVE_COMMA, false));
        }
    }

    private Expression unary() {
        int start = cursor.at();
        Optional<String> operator = Operator.prefix(cursor);
        if (operator.isEmpty()) {
            return stepped(start);
        }
        cursor.enter();
        if (operator.get().equals(",")) {
            cursor.next();
            cursor.skipLines();
            Expression only = binary(Operator.ABOVE_COMMA, false);
            cursor.leave();
            return new Sequence(cursor.since(start), List.of(only));
        }
        cursor.note(start, Typography.Kind.DASH);
        cursor.moveTo(start + operator.get().length());
        cursor.skipLines();
        Expression operand = unary();
        cursor.leave();
        return new Unary(cursor.since(start), operator.get(), operand, false);
    }

    /** A value that may be counted up or down behind. */
    private Expression stepped(int start) {
        Expression read = member();
        int end = cursor.at();
        cursor.skipBlanks();
        boolean isCounter = read instanceof Variable || read instanceof Member || read instanceof Index;
        if (isCounter && Operator.isStep(cursor) && !Characters.isVariable(cursor.peek(2)) && cursor.peek(2) != '$') {
            String step = cursor.peek() == '+' ? "++" : "--";
            cursor.moveTo(cursor.at() + 2);
            return new Unary(cursor.since(start), step, read, true);
        }
        cursor.moveTo(end);
        return read;
    }

    /** A value with its members, elements and methods. */
    Expression member() {
        int start = cursor.at();
        cursor.enter();
        Expression read = primary();
        while (true) {
            char c = cursor.peek();
            if (c == '[' && !(read instanceof Code)) {
                read = index(start, read);
            } else if (isMember(c)) {
                read = member(start, read);
            } else {
                cursor.leave();
                return read;
            }
        }
    }

    private boolean isMember(char c) {
        if (c == ':') {
            return cursor.peek(1) == ':';
        }
        int ahead = c == '?' ? 2 : 1;
        while (Characters.isBlank(cursor.peek(ahead))) {
            ahead++;
        }
        char after = cursor.peek(ahead);
        return (c == '.' || c == '?' && cursor.peek(1) == '.')
                && (Characters.isNameStart(after) || after == '$' || after == '(' || Characters.isQuote(after)
                        || after == '{');
    }

    private Expression index(int start, Expression target) {
        int opened = cursor.at();
        cursor.next();
        cursor.skipLines();
        Expression index = expression();
        cursor.skipLines();
        cursor.expect(']', opened);
        return new Index(cursor.since(start), target, index);
    }

    private Expression member(int start, Expression target) {
        cursor.take('?');
        boolean isStatic = cursor.next() == ':' && cursor.take(':');
        cursor.skipLines();
        Expression name = memberName();
        if (cursor.peek() == '(') {
            List<Expression> arguments = arguments();
            return new Member(cursor.since(start), target, isStatic, name, Optional.of(arguments));
        }
        if (cursor.peek() == '{') {
            return new Member(cursor.since(start), target, isStatic, name, Optional.of(List.of(primary())));
        }
        return new Member(cursor.since(start), target, isStatic, name, Optional.empty());
    }

    private Expression memberName() {
        int start = cursor.at();
        char c = cursor.peek();
        if (c == '$' || c == '(' || c == '{' || Characters.isQuote(c)) {
            return primary();
        }
        String word = cursor.word();
        if (word.isEmpty()) {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        cursor.moveTo(start + word.length());
        return new Text(cursor.since(start), word, Quote.NONE);
    }

    private List<Expression> arguments() {
        int opened = cursor.at();
        cursor.next();
        cursor.skipLines();
        List<Expression> read = new ArrayList<>();
        if (cursor.take(')')) {
            return read;
        }
        while (true) {
            read.add(item());
            cursor.skipLines();
            if (!cursor.take(',')) {
                cursor.expect(')', opened);
                return read;
            }
            cursor.skipLines();
        }
    }

    private Expression primary() {
        int start = cursor.at();
        char c = cursor.peek();
        if (Characters.isQuote(c)) {
            return strings.quoted();
        }
        if (Characters.isDigit(c) || c == '.' && Characters.isDigit(cursor.peek(1))) {
            return number();
        }
        return switch (c) {
            case '$' -> {
                if (!variables.isValue()) {
                    throw cursor.fail(Problem.Kind.INCOMPLETE);
                }
                yield variables.value();
            }
            case '@' -> at(start);
            case '(' -> parenthesis(start);
            case '{' -> {
                ScriptBlock block = statements.blocks().braced();
                yield new Code(cursor.since(start), block);
            }
            case '[' -> type(start);
            default -> throw cursor.fail(cursor.isAtEnd() ? Problem.Kind.INCOMPLETE : Problem.Kind.UNEXPECTED);
        };
    }

    private Expression at(int start) {
        if (strings.isHere()) {
            return strings.here();
        }
        char after = cursor.peek(1);
        if (after == '(') {
            cursor.next();
            Block block = statements.parenthesised();
            return new Collected(cursor.since(start), block);
        }
        if (after == '{') {
            return table(start);
        }
        cursor.next();
        return splatted(start);
    }

    Expression splatted(int start) {
        return variables.variable(start, true);
    }

    private Expression parenthesis(int start) {
        cursor.enter();
        cursor.next();
        cursor.skipLines();
        Statement inside = statements.statement();
        cursor.skipLines();
        cursor.expect(')', start);
        cursor.leave();
        return new Parenthesis(cursor.since(start), inside);
    }

    private Expression table(int start) {
        cursor.enter();
        cursor.moveTo(start + 2);
        cursor.skipSeparators();
        List<Entry> entries = new ArrayList<>();
        while (cursor.peek() != '}') {
            if (cursor.isAtEnd()) {
                throw cursor.fail(start, Problem.Kind.UNCLOSED);
            }
            Expression key = key();
            cursor.skipLines();
            if (!cursor.take('=')) {
                throw cursor.fail(Problem.Kind.UNEXPECTED);
            }
            cursor.skipLines();
            entries.add(new Entry(key, statements.statement()));
            cursor.skipBlanks();
            if (cursor.peek() != '}' && cursor.peek() != ';' && !Characters.isLineEnd(cursor.peek())) {
                throw cursor.isAtEnd()
                        ? cursor.fail(start, Problem.Kind.UNCLOSED)
                        : cursor.fail(Problem.Kind.UNEXPECTED);
            }
            cursor.skipSeparators();
        }
        cursor.next();
        cursor.leave();
        return new Table(cursor.since(start), entries);
    }

    private Expression key() {
        int start = cursor.at();
        char c = cursor.peek();
        if (!Characters.isNameStart(c) && (!Characters.isDigit(c) || !Characters.isNameStart(cursor.peek(1)))) {
            return c == '-' ? unary() : member();
        }
        while (Characters.isName(cursor.peek()) || Characters.isDash(cursor.peek())
                || cursor.peek() == '.' && Characters.isName(cursor.peek(1))) {
            cursor.next();
        }
        return new Text(cursor.since(start), cursor.text(start, cursor.at()), Quote.NONE);
    }

    private Expression type(int start) {
        Attribute attribute = statements.blocks().attribute();
        String name = attribute.name();
        if (attribute.arguments().isPresent()) {
            cursor.skipLines();
            Expression operand = unary();
            return new Cast(cursor.since(start), name, operand);
        }
        if (cursor.peek() == ':' && cursor.peek(1) == ':') {
            return new Type(cursor.since(start), name);
        }
        int end = cursor.at();
        cursor.skipBlanks();
        if (Operator.beginsOperand(cursor)) {
            Expression operand = unary();
            return new Cast(cursor.since(start), name, operand);
        }
        cursor.moveTo(end);
        return new Type(cursor.since(start), name);
    }

    private Expression number() {
        int start = cursor.at();
        if (cursor.peek() == '0' && (cursor.peek(1) == 'x' || cursor.peek(1) == 'X')) {
            cursor.moveTo(start + 2);
        }
        boolean hasPoint = false;
        while (Characters.isName(cursor.peek())
                || !hasPoint && cursor.peek() == '.' && Characters.isDigit(cursor.peek(1))
                || isExponent()) {
            hasPoint |= cursor.next() == '.';
        }
        return new Expression.Number(cursor.since(start), cursor.text(start, cursor.at()));
    }

    private boolean isExponent() {
        char before = cursor.peek(-1);
        return (cursor.peek() == '+' || cursor.peek() == '-') && (before == 'e' || before == 'E')
                && Characters.isDigit(cursor.peek(-2)) && Characters.isDigit(cursor.peek(1));
    }
}

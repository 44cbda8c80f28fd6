package dev.shisa.powershell;

import dev.shisa.powershell.Expression.Binary;
import dev.shisa.powershell.Expression.Index;
import dev.shisa.powershell.Expression.Member;
import dev.shisa.powershell.Expression.Quote;
import dev.shisa.powershell.Expression.Sequence;
import dev.shisa.powershell.Expression.Ternary;
import dev.shisa.powershell.Expression.Text;
import dev.shisa.powershell.Expression.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.Optional;

/** Reads values with operators. */
final class ExpressionReader {
    private final Cursor cursor;
    private final OperandReader operands;

    ExpressionReader(Cursor cursor, OperandReader operands) {
        this.cursor = cursor;
        this.operands = operands;
    }

    /** A value with all operators and commas. */
    Expression expression() {
        return expression(true);
    }

    /** A value with all operators but commas: an argument of a method. */
    Expression item() {
        return expression(false);
    }

    private Expression expression(boolean withCommas) {
        cursor.enter();
        int start = cursor.at();
        Expression read = binary(Operator.WEAKEST, withCommas);
        int end = cursor.at();
        cursor.skipBlanks();
        if (cursor.peek() == '?' && cursor.peek(1) != '?') {
            cursor.next();
            cursor.skipLines();
            Expression yes = expression(withCommas);
            cursor.skipLines();
            cursor.expect(':', start);
            cursor.skipLines();
            Expression no = expression(withCommas);
            read = new Ternary(cursor.since(start), read, yes, no);
        } else {
            cursor.moveTo(end);
        }
        cursor.leave();
        return read;
    }

    private Expression binary(int least, boolean withCommas) {
        int start = cursor.at();
        int outside = cursor.measure();
        Expression left = sequence(withCommas);
        while (true) {
            int end = cursor.at();
            cursor.skipBlanks();
            Operator operator = Operator.at(cursor);
            if (operator == null || operator.strength() < least) {
                cursor.moveTo(end);
                cursor.measured(outside);
                return left;
            }
            cursor.note(cursor.at(), Typography.Kind.DASH);
            cursor.moveTo(cursor.at() + operator.length());
            cursor.skipLines();
            Expression right = binary(operator.strength() + 1, withCommas);
            cursor.rise();
            left = new Binary(cursor.since(start), operator.name(), left, right);
        }
    }

    private Expression sequence(boolean withCommas) {
        return withCommas ? sequence(this::unary) : unary();
    }

    /** One value, or several with commas between them. */
    Expression sequence(Supplier<Expression> item) {
        int start = cursor.at();
        Expression first = item.get();
        if (!isComma()) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (isComma()) {
            cursor.next();
            cursor.skipLines();
            items.add(item.get());
        }
        return new Sequence(cursor.since(start), items);
    }

    /** It is here then. */
    private boolean isComma() {
        int end = cursor.at();
        cursor.skipBlanks();
        if (cursor.peek() == ',') {
            return true;
        }
        cursor.moveTo(end);
        return false;
    }

    /** A value with operators that have one operand. */
    Expression unary() {
        int start = cursor.at();
        String operator = Operator.prefix(cursor);
        if (operator == null) {
            return stepped(start);
        }
        cursor.enter();
        cursor.note(start, Typography.Kind.DASH);
        if (operator.equals("--")) {
            cursor.note(start + 1, Typography.Kind.DASH);
        }
        cursor.moveTo(start + operator.length());
        cursor.skipLines();
        Expression operand = unary();
        cursor.leave();
        return operator.equals(",")
                ? new Sequence(cursor.since(start), List.of(operand))
                : new Unary(cursor.since(start), operator, operand, false);
    }

    /** A value that may be counted up or down behind. */
    private Expression stepped(int start) {
        Expression read = member();
        int end = cursor.at();
        cursor.skipBlanks();
        if (!Operator.isStep(cursor)) {
            cursor.moveTo(end);
            return read;
        }
        String step = cursor.peek() == '+' ? "++" : "--";
        cursor.note(cursor.at(), Typography.Kind.DASH);
        cursor.note(cursor.at() + 1, Typography.Kind.DASH);
        cursor.moveTo(cursor.at() + 2);
        return new Unary(cursor.since(start), step, read, true);
    }

    /** A value with its members, elements and methods. */
    Expression member() {
        return member(false);
    }

    /** The same in a command, where a dot before a blank belongs to nothing. */
    Expression memberInCommand() {
        return member(true);
    }

    private Expression member(boolean inCommand) {
        int start = cursor.at();
        cursor.enter();
        int outside = cursor.measure();
        Expression read = operands.operand();
        while (true) {
            if (isIndex()) {
                read = index(start, read);
            } else if (isMember(inCommand)) {
                read = member(start, read);
            } else {
                cursor.measured(outside);
                cursor.leave();
                return read;
            }
            cursor.rise();
        }
    }

    private boolean isIndex() {
        return cursor.peek() == '[' || (cursor.peek() == '?' && cursor.peek(1) == '[');
    }

    /** As Tokenizer.GetMemberAccessOperator sees it: no blank before, and in a command none behind. */
    private boolean isMember(boolean inCommand) {
        char c = cursor.peek();
        char after = cursor.peek(1);
        if (c == ':' && after == ':') {
            return !inCommand || !isVoid(cursor.peek(2));
        }
        return (c == '?' && after == '.') || (c == '.' && after != '.' && (!inCommand || !isVoid(after)));
    }

    private static boolean isVoid(char c) {
        return Characters.isBlank(c) || Characters.isLineEnd(c) || c == Characters.END;
    }

    private Expression index(int start, Expression target) {
        int opened = cursor.at();
        cursor.take('?');
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
            Expression block = operands.operand();
            return new Member(cursor.since(start), target, isStatic, name, Optional.of(List.of(block)));
        }
        return new Member(cursor.since(start), target, isStatic, name, Optional.empty());
    }

    private Expression memberName() {
        int start = cursor.at();
        char c = cursor.peek();
        if (c == '$' || c == '(' || c == '{' || Characters.isQuote(c) || Characters.isDigit(c)) {
            return operands.operand();
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

}

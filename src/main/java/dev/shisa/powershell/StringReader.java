package dev.shisa.powershell;

import dev.shisa.powershell.Expression.Expandable;
import dev.shisa.powershell.Expression.Quote;
import dev.shisa.powershell.Expression.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads texts in quotes, here-strings, and the values within them. */
final class StringReader {
    private final Cursor cursor;
    private final VariableReader variables;

    StringReader(Cursor cursor, VariableReader variables) {
        this.cursor = cursor;
        this.variables = variables;
    }

    Expression quoted() {
        cursor.note(cursor.at(), Typography.Kind.QUOTE);
        return Characters.isSingleQuote(cursor.peek()) ? single() : expandable();
    }

    private Text single() {
        int start = cursor.at();
        StringBuilder value = new StringBuilder();
        cursor.next();
        while (true) {
            char c = take(start);
            if (!Characters.isSingleQuote(c)) {
                value.append(c);
            } else if (Characters.isSingleQuote(cursor.peek())) {
                value.append(cursor.next());
            } else {
                cursor.note(cursor.at() - 1, Typography.Kind.QUOTE);
                return new Text(cursor.since(start), value.toString(), Quote.SINGLE);
            }
        }
    }

    private Expression expandable() {
        int start = cursor.at();
        Parts parts = new Parts(Quote.DOUBLE);
        cursor.next();
        while (true) {
            if (cursor.isAtEnd()) {
                throw cursor.fail(start, Problem.Kind.UNTERMINATED_STRING);
            }
            char c = cursor.peek();
            if (Characters.isDoubleQuote(c)) {
                cursor.next();
                if (!Characters.isDoubleQuote(cursor.peek())) {
                    cursor.note(cursor.at() - 1, Typography.Kind.QUOTE);
                    return parts.end(start);
                }
                parts.append(cursor.at(), cursor.next());
            } else {
                parts.read();
            }
        }
    }

    /**
     * A bare word with variables or quotes in it, in a command. A backtick in it, also one at the end of a line, makes the next character one
     * of the word (Tokenizer.ScanGenericToken): only behind a blank does it continue the line.
     */
    Expression word() {
        int start = cursor.at();
        if (cursor.peek() == '`' && cursor.isLast()) {
            throw cursor.fail(Problem.Kind.INCOMPLETE);
        }
        if (cursor.peek() == '<' || cursor.peek() == '>') {
            throw cursor.fail(Problem.Kind.UNEXPECTED);
        }
        Parts parts = new Parts(Quote.NONE);
        while (!Characters.endsWord(cursor.peek())) {
            if (Characters.isQuote(cursor.peek())) {
                parts.add(cursor.at(), quoted());
            } else {
                parts.read();
            }
        }
        return parts.end(start);
    }

    /** Whether an at sign begins a here-string. */
    boolean isHere() {
        return cursor.peek() == '@' && Characters.isQuote(cursor.peek(1));
    }

    Expression here() {
        int start = cursor.at();
        cursor.note(start + 1, Typography.Kind.QUOTE);
        boolean isSingle = Characters.isSingleQuote(cursor.peek(1));
        cursor.moveTo(start + 2);
        while (Characters.isBlank(cursor.peek())) {
            cursor.next();
        }
        if (!Characters.isLineEnd(cursor.peek())) {
            throw cursor.isAtEnd()
                    ? cursor.fail(start, Problem.Kind.UNTERMINATED_STRING)
                    : cursor.fail(Problem.Kind.UNEXPECTED);
        }
        lineEnd();
        Parts parts = new Parts(isSingle ? Quote.SINGLE_HERE : Quote.DOUBLE_HERE);
        boolean isAtLineStart = true;
        while (true) {
            if (cursor.isAtEnd()) {
                throw cursor.fail(start, Problem.Kind.UNTERMINATED_STRING);
            }
            char c = cursor.peek();
            if (isAtLineStart && cursor.peek(1) == '@'
                    && (isSingle ? Characters.isSingleQuote(c) : Characters.isDoubleQuote(c))) {
                cursor.note(cursor.at(), Typography.Kind.QUOTE);
                cursor.moveTo(cursor.at() + 2);
                return parts.endHere(start);
            }
            isAtLineStart = Characters.isLineEnd(c);
            if (isAtLineStart) {
                lineEnd();
                parts.append(cursor.at() - 1, '\n');
            } else if (isSingle) {
                parts.append(cursor.at(), cursor.next());
            } else {
                parts.read();
            }
        }
    }

    private void lineEnd() {
        if (cursor.next() == '\r') {
            cursor.take('\n');
        }
    }

    private char take(int start) {
        if (cursor.isAtEnd()) {
            throw cursor.fail(start, Problem.Kind.UNTERMINATED_STRING);
        }
        return cursor.next();
    }

    /** What is read of a text so far. */
    private final class Parts {
        private final Quote quote;
        private final List<Expression> found = new ArrayList<>();
        private final StringBuilder plain = new StringBuilder();
        private int plainStart = -1;

        Parts(Quote quote) {
            this.quote = quote;
        }

        void append(int offset, char c) {
            begin(offset);
            plain.append(c);
        }

        private void begin(int offset) {
            if (plainStart < 0) {
                plainStart = offset;
            }
        }

        void add(int offset, Expression expression) {
            flush(offset);
            found.add(expression);
        }

        private void flush(int end) {
            if (plainStart >= 0) {
                found.add(new Text(cursor.span(plainStart, end), plain.toString(), Quote.NONE));
                plain.setLength(0);
                plainStart = -1;
            }
        }

        /** One character, one escape or one value. */
        void read() {
            int offset = cursor.at();
            if (cursor.peek() == '$' && variables.isValue()) {
                flush(offset);
                found.add(variables.valueWithin(quote == Quote.DOUBLE_HERE));
            } else if (cursor.peek() == '`') {
                begin(offset);
                plain.append(Escape.read(cursor));
            } else {
                append(offset, cursor.next());
            }
        }

        Expression end(int start) {
            flush(cursor.at());
            Span span = cursor.since(start);
            if (found.isEmpty()) {
                return new Text(span, "", quote);
            }
            return found.size() == 1 && found.getFirst() instanceof Text text
                    && (text.quote() == Quote.NONE || quote != Quote.NONE)
                            ? new Text(span, text.value(), quote)
                            : plainWords(span);
        }

        /** A bare word of which parts are in quotes is a text like any other, when nothing in it has a value. */
        private Expression plainWords(Span span) {
            if (quote != Quote.NONE || !found.stream().allMatch(Text.class::isInstance)) {
                return new Expandable(span, found, quote);
            }
            StringBuilder whole = new StringBuilder();
            found.forEach(part -> whole.append(((Text) part).value()));
            return new Text(span, whole.toString(), Quote.NONE);
        }

        Expression endHere(int start) {
            if (!plain.isEmpty() && plain.charAt(plain.length() - 1) == '\n') {
                plain.setLength(plain.length() - 1);
                if (plain.isEmpty()) {
                    plainStart = -1;
                }
            }
            return end(start);
        }
    }
}

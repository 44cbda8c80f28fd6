package dev.shisa.sandbox.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Recursive descent over the filter language. What it does not know is a mistake, never left out. */
final class FilterParser {

    private static final int DEEPEST = 60;

    private final String source;
    private final List<Token> tokens;
    private int next;
    private int depth;

    private FilterParser(String source) {
        this.source = source;
        this.tokens = Tokens.of(source);
    }

    static Filter parse(String source) {
        FilterParser parser = new FilterParser(source);
        Filter filter = parser.either();
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.unexpected();
        }
        return filter;
    }

    static QueryRefused syntax(String source, int at) {
        return QueryRefused.bad(
                "Invalid filter clause: There is a syntax error at position " + at + " in '" + source + "'.");
    }

    private Filter either() {
        Filter left = both();
        while (peek().is("or")) {
            next++;
            left = new Filter.Or(left, both());
        }
        return left;
    }

    private Filter both() {
        Filter left = unary();
        while (peek().is("and")) {
            next++;
            left = new Filter.And(left, unary());
        }
        return left;
    }

    private Filter unary() {
        if (++depth > DEEPEST) {
            throw QueryRefused.bad("Invalid filter clause: The node count limit of the filter is exceeded.");
        }
        try {
            if (peek().is("not")) {
                next++;
                return new Filter.Not(unary());
            }
            if (peek().is("(")) {
                next++;
                Filter inner = either();
                expect(")");
                return inner;
            }
            return term();
        } finally {
            depth--;
        }
    }

    private Filter term() {
        if (peek().kind() != Token.Kind.WORD) {
            throw unexpected();
        }
        if (tokens.get(next + 1).is("(")) {
            return call();
        }
        List<String> path = path();
        Token operator = take();
        if (operator.is("in")) {
            return new Filter.In(path, literals());
        }
        if (operator.is("(") && path.getLast().equalsIgnoreCase("any")) {
            return any(path.subList(0, path.size() - 1));
        }
        return new Filter.Compare(path, operator(operator), literal());
    }

    private Filter call() {
        Token name = take();
        Filter.Function function = switch (name.text().toLowerCase(Locale.ROOT)) {
            case "startswith" -> Filter.Function.STARTSWITH;
            case "endswith" -> Filter.Function.ENDSWITH;
            default -> throw QueryRefused.bad("Invalid filter clause: An unknown function with name '" + name.text()
                    + "' was found. This may also be a function import or a key lookup on a navigation property, which "
                    + "is not allowed.");
        };
        expect("(");
        List<String> path = path();
        expect(",");
        Token text = take();
        if (text.kind() != Token.Kind.TEXT) {
            throw syntax(source, text.at());
        }
        expect(")");
        return new Filter.Call(function, path, text.text());
    }

    private Filter any(List<String> collection) {
        if (collection.isEmpty()) {
            throw unexpected();
        }
        Token variable = take();
        if (variable.kind() != Token.Kind.WORD) {
            throw syntax(source, variable.at());
        }
        expect(":");
        Filter inner = either();
        expect(")");
        return new Filter.Any(collection, variable.text(), inner);
    }

    private List<String> path() {
        List<String> path = new ArrayList<>();
        do {
            Token word = take();
            if (word.kind() != Token.Kind.WORD) {
                throw syntax(source, word.at());
            }
            path.add(word.text());
        } while (skip("/"));
        return path;
    }

    private List<Literal> literals() {
        expect("(");
        List<Literal> list = new ArrayList<>();
        do {
            list.add(literal());
        } while (skip(","));
        expect(")");
        return list;
    }

    private Literal literal() {
        Token token = take();
        return switch (token.kind()) {
            case TEXT -> new Literal.Text(token.text());
            case GUID -> new Literal.Guid(token.text().toLowerCase(Locale.ROOT));
            case DATE -> new Literal.Date(date(token));
            case NUMBER -> new Literal.Whole(number(token));
            case WORD -> word(token);
            case SYMBOL, END -> throw syntax(source, token.at());
        };
    }

    private Literal word(Token token) {
        return switch (token.text().toLowerCase(Locale.ROOT)) {
            case "true" -> new Literal.Flag(true);
            case "false" -> new Literal.Flag(false);
            case "null" -> new Literal.Null();
            default -> throw syntax(source, token.at());
        };
    }

    private long number(Token token) {
        try {
            return Long.parseLong(token.text());
        } catch (NumberFormatException tooLong) {
            throw syntax(source, token.at());
        }
    }

    private String date(Token token) {
        try {
            if (token.text().length() == 10) {
                return LocalDate.parse(token.text()).atStartOfDay().toInstant(ZoneOffset.UTC).toString();
            }
            return OffsetDateTime.parse(token.text()).toInstant().toString();
        } catch (DateTimeException noDate) {
            throw syntax(source, token.at());
        }
    }

    private Filter.Operator operator(Token token) {
        if (token.kind() == Token.Kind.WORD) {
            for (Filter.Operator operator : Filter.Operator.values()) {
                if (operator.name().equalsIgnoreCase(token.text())) {
                    return operator;
                }
            }
        }
        throw syntax(source, token.at());
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    private boolean skip(String symbol) {
        if (!peek().is(symbol)) {
            return false;
        }
        next++;
        return true;
    }

    private void expect(String symbol) {
        if (!skip(symbol)) {
            throw unexpected();
        }
    }

    private QueryRefused unexpected() {
        return syntax(source, peek().at());
    }
}

package dev.shisa.sandbox.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a filter into words. */
final class Tokens {

    private static final Pattern LEXEME = Pattern.compile("""
            (?<text>'(?:[^']|'')*')\
            |(?<guid>[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})\
            |(?<date>\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:\\d{2}))?)\
            |(?<number>-?\\d+)\
            |(?<word>[A-Za-z_$@][A-Za-z0-9_.$]*)\
            |(?<symbol>[(),:/])""");

    private Tokens() {
    }

    static List<Token> of(String filter) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = LEXEME.matcher(filter);
        int at = 0;
        while (true) {
            while (at < filter.length() && Character.isWhitespace(filter.charAt(at))) {
                at++;
            }
            if (at == filter.length()) {
                tokens.add(new Token(Token.Kind.END, "", at));
                return tokens;
            }
            matcher.region(at, filter.length());
            if (!matcher.lookingAt()) {
                throw FilterParser.syntax(filter, at);
            }
            tokens.add(token(matcher, at));
            at = matcher.end();
        }
    }

    private static Token token(Matcher matcher, int at) {
        String text = matcher.group();
        if (matcher.group("text") != null) {
            return new Token(Token.Kind.TEXT, text.substring(1, text.length() - 1).replace("''", "'"), at);
        }
        if (matcher.group("guid") != null) {
            return new Token(Token.Kind.GUID, text, at);
        }
        if (matcher.group("date") != null) {
            return new Token(Token.Kind.DATE, text, at);
        }
        if (matcher.group("number") != null) {
            return new Token(Token.Kind.NUMBER, text, at);
        }
        return new Token(matcher.group("word") != null ? Token.Kind.WORD : Token.Kind.SYMBOL, text, at);
    }
}

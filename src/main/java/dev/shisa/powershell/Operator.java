package dev.shisa.powershell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operator between two values. A comma is none: it binds closer than all of them, and only operators with one operand bind closer still
 * (Parser.BinaryExpressionRule, ArrayLiteralRule and UnaryExpressionRule of PowerShell).
 *
 * @param name in small letters, with a plain dash
 * @param strength the higher, the closer it binds
 * @param length how many characters it takes
 */
record Operator(String name, int strength, int length) {
    /** Binds all. */
    static final int WEAKEST = 1;

    private static final int LOGICAL = 1;
    private static final int BITWISE = 2;
    private static final int COMPARISON = 3;
    private static final int COALESCING = 4;
    private static final int ADDITIVE = 5;
    private static final int MULTIPLICATIVE = 6;
    private static final int FORMAT = 7;
    private static final int RANGE = 8;

    private static final Operator PLUS = new Operator("+", ADDITIVE, 1);
    private static final Operator MINUS = new Operator("-", ADDITIVE, 1);
    private static final Operator TIMES = new Operator("*", MULTIPLICATIVE, 1);
    private static final Operator OVER = new Operator("/", MULTIPLICATIVE, 1);
    private static final Operator REST = new Operator("%", MULTIPLICATIVE, 1);
    private static final Operator TO = new Operator("..", RANGE, 2);
    private static final Operator OTHERWISE = new Operator("??", COALESCING, 2);

    private static final Map<String, Operator> WORDS = words();
    private static final Set<String> PREFIXES = Set.of("not", "bnot", "join", "split", "isplit", "csplit");

    private static Map<String, Operator> words() {
        Map<String, Operator> words = new HashMap<>();
        List.of("and", "or", "xor").forEach(word -> add(words, word, LOGICAL));
        List.of("band", "bor", "bxor").forEach(word -> add(words, word, BITWISE));
        List.of("is", "isnot", "as", "join", "shl", "shr").forEach(word -> add(words, word, COMPARISON));
        add(words, "f", FORMAT);
        for (String word : List.of("eq", "ne", "gt", "ge", "lt", "le", "like", "notlike", "match", "notmatch",
                "replace",
                "contains", "notcontains", "in", "notin", "split")) {
            add(words, word, COMPARISON);
            add(words, "c" + word, COMPARISON);
            add(words, "i" + word, COMPARISON);
        }
        return Map.copyOf(words);
    }

    private static void add(Map<String, Operator> words, String word, int strength) {
        words.put(word, new Operator("-" + word, strength, 1 + word.length()));
    }

    /** The one that stands here, if one does. */
    static @Nullable Operator at(Cursor cursor) {
        char c = cursor.peek();
        return switch (c) {
            case '+' -> isAlone(cursor) && cursor.peek(1) != '+' ? PLUS : null;
            case '*' -> isAlone(cursor) && cursor.peek(1) != '>' ? TIMES : null;
            case '/' -> isAlone(cursor) ? OVER : null;
            case '%' -> isAlone(cursor) ? REST : null;
            case '.' -> cursor.peek(1) == '.' ? TO : null;
            case '?' -> cursor.peek(1) == '?' && cursor.peek(2) != '=' ? OTHERWISE : null;
            default -> Characters.isDash(c) ? dashed(cursor) : null;
        };
    }

    /** Rather than a part of an assignment. */
    private static boolean isAlone(Cursor cursor) {
        return cursor.peek(1) != '=';
    }

    private static @Nullable Operator dashed(Cursor cursor) {
        char after = cursor.peek(1);
        if (Characters.isWordStart(after)) {
            return WORDS.get(word(cursor));
        }
        return after == '=' || Characters.isDash(after) ? null : MINUS;
    }

    /** The letters behind a dash. */
    private static String word(Cursor cursor) {
        int length = 0;
        while (Characters.isPlainLetter(cursor.peek(1 + length))) {
            length++;
        }
        return Cursor.small(cursor.text(cursor.at() + 1, cursor.at() + 1 + length));
    }

    /** The operator before an operand that stands here, if one does. */
    static @Nullable String prefix(Cursor cursor) {
        char c = cursor.peek();
        if (c == '!' || c == ',') {
            return c == '!' ? "!" : ",";
        }
        if (c == '+') {
            return cursor.peek(1) == '+' ? "++" : "+";
        }
        if (!Characters.isDash(c)) {
            return null;
        }
        if (Characters.isDash(cursor.peek(1))) {
            return "--";
        }
        if (!Characters.isWordStart(cursor.peek(1))) {
            return "-";
        }
        String word = word(cursor);
        return PREFIXES.contains(word) ? "-" + word : null;
    }

    /** Whether {@code ++} or {@code --} stands here. */
    static boolean isStep(Cursor cursor) {
        char c = cursor.peek();
        return (c == '+' && cursor.peek(1) == '+') || (Characters.isDash(c) && Characters.isDash(cursor.peek(1)));
    }

    /** Whether what stands here is what a type before it is applied to. */
    static boolean beginsOperand(Cursor cursor) {
        char c = cursor.peek();
        return switch (c) {
            case '$', '(', '@', '[', '{' -> true;
            case '.' -> Characters.isDigit(cursor.peek(1));
            case ',' -> false;
            default -> Characters.isQuote(c) || Characters.isDigit(c) || prefix(cursor) != null;
        };
    }
}

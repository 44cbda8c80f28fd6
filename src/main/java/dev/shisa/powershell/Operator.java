package dev.shisa.powershell;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An operator between two values.
 *
 * @param name in small letters, with a plain dash
 * @param strength the higher, the closer it binds
 * @param length how many characters it takes
 */
record Operator(String name, int strength, int length) {
    /** Binds all. */
    static final int WEAKEST = 0;
    /** Binds everything that stands between two commas. */
    static final int ABOVE_COMMA = 9;

    private static final int COALESCING = 1;
    private static final int LOGICAL = 2;
    private static final int BITWISE = 3;
    private static final int COMPARISON = 4;
    private static final int ADDITIVE = 5;
    private static final int MULTIPLICATIVE = 6;
    private static final int FORMAT = 7;
    private static final int COMMA = 8;
    private static final int RANGE = 9;

    private static final Set<String> COMPARED = Set.of("eq", "ne", "gt", "ge", "lt", "le", "like", "notlike", "match",
            "notmatch", "replace", "contains", "notcontains", "in", "notin", "split");
    private static final Map<String, Integer> WORDS = Map.ofEntries(Map.entry("and", LOGICAL), Map.entry("or", LOGICAL),
            Map.entry("xor", LOGICAL), Map.entry("band", BITWISE), Map.entry("bor", BITWISE),
            Map.entry("bxor", BITWISE), Map.entry("is", COMPARISON), Map.entry("isnot", COMPARISON),
            Map.entry("as", COMPARISON), Map.entry("join", COMPARISON), Map.entry("shl", COMPARISON),
            Map.entry("shr", COMPARISON), Map.entry("f", FORMAT));
    private static final Set<String> PREFIXES = Set.of("not", "bnot", "join", "split", "isplit", "csplit");

    boolean isComma() {
        return strength == COMMA;
    }

    boolean isTypeTest() {
        return name.equals("-is") || name.equals("-isnot") || name.equals("-as");
    }

    /** The one that stands here. */
    static Optional<Operator> at(Cursor cursor) {
        char c = cursor.peek();
        if (Characters.isDash(c)) {
            return dashed(cursor);
        }
        char after = cursor.peek(1);
        return switch (c) {
            case '+' -> after == '=' ? Optional.empty() : Optional.of(new Operator("+", ADDITIVE, 1));
            case '*', '/', '%' -> after == '='
                    ? Optional.empty()
                    : Optional.of(new Operator(String.valueOf(c), MULTIPLICATIVE, 1));
            case ',' -> Optional.of(new Operator(",", COMMA, 1));
            case '.' -> after == '.' ? Optional.of(new Operator("..", RANGE, 2)) : Optional.empty();
            case '?' -> after == '?' && cursor.peek(2) != '='
                    ? Optional.of(new Operator("??", COALESCING, 2))
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Operator> dashed(Cursor cursor) {
        String word = word(cursor);
        if (word.isEmpty()) {
            return cursor.peek(1) == '=' || Characters.isDash(cursor.peek(1))
                    ? Optional.empty()
                    : Optional.of(new Operator("-", ADDITIVE, 1));
        }
        Integer strength = WORDS.get(word);
        if (strength == null && isComparison(word)) {
            strength = COMPARISON;
        }
        return strength == null ? Optional.empty() : Optional.of(new Operator("-" + word, strength, 1 + word.length()));
    }

    /** With a letter before it that asks for case, or for none. */
    private static boolean isComparison(String word) {
        return COMPARED.contains(word)
                || (word.charAt(0) == 'c' || word.charAt(0) == 'i') && COMPARED.contains(word.substring(1));
    }

    private static String word(Cursor cursor) {
        int length = 0;
        while (Characters.isNameStart(cursor.peek(1 + length))) {
            length++;
        }
        return Cursor.small(cursor.text(cursor.at() + 1, cursor.at() + 1 + length));
    }

    /** The operator before an operand that stands here. */
    static Optional<String> prefix(Cursor cursor) {
        char c = cursor.peek();
        if (c == '!' || c == ',') {
            return Optional.of(String.valueOf(c));
        }
        if (c == '+') {
            return Optional.of(cursor.peek(1) == '+' ? "++" : "+");
        }
        if (!Characters.isDash(c)) {
            return Optional.empty();
        }
        if (Characters.isDash(cursor.peek(1))) {
            return Optional.of("--");
        }
        String word = word(cursor);
        if (word.isEmpty()) {
            return Optional.of("-");
        }
        if (PREFIXES.contains(word)) {
            return Optional.of("-" + word);
        }
        throw cursor.fail(Problem.Kind.UNEXPECTED);
    }

    /** Whether {@code ++} or {@code --} stands here. */
    static boolean isStep(Cursor cursor) {
        char c = cursor.peek();
        return c == '+' && cursor.peek(1) == '+' || Characters.isDash(c) && Characters.isDash(cursor.peek(1));
    }

    /** Whether what stands here is what a type before it is applied to. */
    static boolean beginsOperand(Cursor cursor) {
        char c = cursor.peek();
        return switch (c) {
            case '$', '(', '@', '[', '{', '!' -> true;
            default -> Characters.isQuote(c) || Characters.isDigit(c)
                    || (Characters.isDash(c) || c == '+') && Characters.isDigit(cursor.peek(1))
                    || c == '.' && Characters.isDigit(cursor.peek(1))
                    || Characters.isDash(c) && PREFIXES.contains(word(cursor)) && !word(cursor).equals("join")
                            && !word(cursor).equals("split");
        };
    }
}

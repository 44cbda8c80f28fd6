package dev.shisa.powershell;

/** What a backtick makes of the character behind it (Tokenizer.Backtick). */
final class Escape {
    /** Digits of a code point. */
    private static final int MOST_DIGITS = 6;

    private Escape() {
    }

    /** The characters that the backtick here stands for, with what follows it. At the end of the text it is a character like any other. */
    static String read(Cursor cursor) {
        int start = cursor.at();
        cursor.next();
        if (cursor.isAtEnd()) {
            return "`";
        }
        char c = cursor.next();
        return switch (c) {
            case '0' -> "\0";
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'e' -> "\u001b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'v' -> "\u000b";
            case 'u' -> cursor.peek() == '{' ? codePoint(cursor, start) : "u";
            default -> String.valueOf(c);
        };
    }

    /** A code point in braces, of one to six hexadecimal digits. */
    private static String codePoint(Cursor cursor, int start) {
        int length = 0;
        while (length <= MOST_DIGITS && Character.digit(cursor.peek(1 + length), 16) >= 0) {
            length++;
        }
        int from = cursor.at() + 1;
        if (length == 0 || length > MOST_DIGITS || cursor.peek(1 + length) != '}') {
            throw cursor.fail(start, Problem.Kind.UNEXPECTED);
        }
        int point = Integer.parseInt(cursor.text(from, from + length), 16);
        if (!Character.isValidCodePoint(point)) {
            throw cursor.fail(start, Problem.Kind.UNEXPECTED);
        }
        cursor.moveTo(from + length + 1);
        return Character.toString(point);
    }
}

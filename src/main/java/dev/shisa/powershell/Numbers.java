package dev.shisa.powershell;

/** Numbers as PowerShell's tokenizer tells them from names such as {@code 7z} (Tokenizer.ScanNumberHelper). */
final class Numbers {
    private Numbers() {
    }

    /** How many characters the number takes that stands here, in an expression; none where it is a name. */
    static int length(Cursor cursor) {
        int end = digits(cursor);
        end = unit(cursor, suffix(cursor, end));
        return end > 0 && Characters.endsNumber(cursor.peek(end)) ? end : 0;
    }

    private static int digits(Cursor cursor) {
        if (cursor.peek() == '0' && small(cursor.peek(1)) == 'x') {
            return run(cursor, 2, 16);
        }
        if (cursor.peek() == '0' && small(cursor.peek(1)) == 'b' && isBinary(cursor.peek(2))) {
            return run(cursor, 2, 2);
        }
        int end = run(cursor, 0, 10);
        if (cursor.peek(end) == '.' && cursor.peek(end + 1) != '.') {
            end = run(cursor, end + 1, 10);
        }
        return exponent(cursor, end);
    }

    private static boolean isBinary(char c) {
        return c == '0' || c == '1';
    }

    private static int run(Cursor cursor, int from, int radix) {
        int end = from;
        while (cursor.peek(end) < 128 && Character.digit(cursor.peek(end), radix) >= 0) {
            end++;
        }
        return end;
    }

    private static int exponent(Cursor cursor, int end) {
        if (small(cursor.peek(end)) != 'e') {
            return end;
        }
        char sign = cursor.peek(end + 1);
        return run(cursor, sign == '+' || Characters.isDash(sign) ? end + 2 : end + 1, 10);
    }

    private static int suffix(Cursor cursor, int end) {
        char c = small(cursor.peek(end));
        if (c == 'u') {
            char second = small(cursor.peek(end + 1));
            return second == 'l' || second == 's' || second == 'y' ? end + 2 : end + 1;
        }
        return c == 's' || c == 'l' || c == 'd' || c == 'y' || c == 'n' ? end + 1 : end;
    }

    private static int unit(Cursor cursor, int end) {
        return "kmgtp".indexOf(small(cursor.peek(end))) >= 0 && small(cursor.peek(end + 1)) == 'b' ? end + 2 : end;
    }

    private static char small(char c) {
        return Character.toLowerCase(c);
    }
}

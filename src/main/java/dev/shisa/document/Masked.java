package dev.shisa.document;

import java.util.Arrays;

/** A line in which what stands in quotes or in a comment cannot be taken for a name, a word or an operator. */
final class Masked {
    private static final String DOUBLE = "\"\u201C\u201D\u201E\u201F";
    private static final String SINGLE = "'\u2018\u2019\u201A\u201B";
    private static final char HIDDEN = '\u0001';

    private Masked() {
    }

    static boolean isDouble(char character) {
        return DOUBLE.indexOf(character) >= 0;
    }

    static boolean isSingle(char character) {
        return SINGLE.indexOf(character) >= 0;
    }

    /** The line, as long as before up to its comment, which is cut off. A quote that is not closed hides nothing. */
    static String of(String line) {
        char[] shown = line.toCharArray();
        boolean moreDouble = true;
        boolean moreSingle = true;
        for (int index = 0; index < shown.length; index++) {
            char character = shown[index];
            if (character == '#' && beginsWord(line, index)) {
                return new String(shown, 0, index);
            }
            boolean single = isSingle(character) && moreSingle && !isApostrophe(line, index);
            if (single || (isDouble(character) && moreDouble)) {
                int close = close(line, index);
                if (close < 0) {
                    moreDouble = moreDouble && !isDouble(character);
                    moreSingle = moreSingle && !isSingle(character);
                    continue;
                }
                Arrays.fill(shown, index + 1, close, HIDDEN);
                index = close;
            }
        }
        return new String(shown);
    }

    private static int close(String line, int open) {
        boolean expandable = isDouble(line.charAt(open));
        for (int index = open + 1; index < line.length(); index++) {
            char character = line.charAt(index);
            if (expandable && character == '`') {
                index++;
            } else if (expandable ? isDouble(character) : isSingle(character)) {
                return index;
            }
        }
        return -1;
    }

    private static boolean isApostrophe(String line, int index) {
        return index > 0 && index + 1 < line.length() && Character.isLetter(line.charAt(index - 1))
                && Character.isLetter(line.charAt(index + 1));
    }

    static boolean beginsWord(String line, int index) {
        return index == 0 || Character.isWhitespace(line.charAt(index - 1))
                || "(){};|,".indexOf(line.charAt(index - 1)) >= 0;
    }
}

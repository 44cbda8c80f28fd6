package dev.shisa.powershell;

/** What PowerShell takes a character for (its CharTraits and its tokenizer). Line ends are CR and LF, and nothing else. */
final class Characters {
    /** Stands for the end of the text. */
    static final char END = '\0';

    private Characters() {
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u000b' || c == '\f' || c == '\u0085'
                || (c > 127 && Character.isSpaceChar(c));
    }

    /** Hyphen-minus, en dash, em dash, horizontal bar. */
    static boolean isDash(char c) {
        return c == '-' || c == '\u2013' || c == '\u2014' || c == '\u2015';
    }

    /** Looks like a dash and is none: the full-width hyphen-minus, the minus sign, hyphens, the figure dash, the prolonged sound mark. */
    static boolean isNoDash(char c) {
        return c == '\uff0d' || c == '\u2212' || c == '\u2010' || c == '\u2011' || c == '\u2012' || c == '\u30fc'
                || c == '\u2500' || c == '\ufe63' || c == '\u00ad';
    }

    static boolean isSingleQuote(char c) {
        return c == '\'' || (c >= '\u2018' && c <= '\u201b');
    }

    static boolean isDoubleQuote(char c) {
        return c == '"' || (c >= '\u201c' && c <= '\u201e');
    }

    static boolean isQuote(char c) {
        return isSingleQuote(c) || isDoubleQuote(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** May begin a name of a parameter, a function or a keyword. */
    static boolean isNameStart(char c) {
        return c == '_' || Character.isLetter(c);
    }

    static boolean isName(char c) {
        return isNameStart(c) || Character.isDigit(c);
    }

    /** May stand in the name of a variable without braces. */
    static boolean isVariable(char c) {
        return isName(c) || c == '?';
    }

    /** One of the letters of which the names of operators are made. */
    static boolean isPlainLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Behind a dash, it makes a parameter or the name of an operator of it (Tokenizer.NextToken). */
    static boolean isWordStart(char c) {
        return isNameStart(c) || c == '?';
    }

    /** Ends a bare word (CharTraits.ForceStartNewToken). Redirections and hashes do not, unless a blank is before them. */
    static boolean endsWord(char c) {
        return switch (c) {
            case END, '\n', '\r', ' ', ';', '|', '&', '(', ')', '{', '}', ',' -> true;
            default -> isBlank(c);
        };
    }

    /** Ends a number within an expression (CharTraits.ForceStartNewTokenAfterNumber). */
    static boolean endsNumber(char c) {
        return switch (c) {
            case '!', '#', '%', '*', '+', '.', '/', '<', '=', '>', ']', '?', ':' -> true;
            default -> isDash(c) || endsWord(c);
        };
    }
}

package dev.shisa.powershell;

import java.util.Locale;

/** A place in a text that moves forward; what is skipped on the way is kept once. Used by one thread. */
final class Cursor {
    /** Deeper nesting is not read. Each level takes a dozen calls, so that a stack of half a megabyte suffices. */
    private static final int DEEPEST = 150;
    /** A higher tree is not built, however it comes about: whoever walks through it has a stack too. */
    private static final int HIGHEST = 600;

    private final String text;
    private final Excerpt excerpt;
    private final Findings findings;
    private int at;
    private int depth;
    private int peak;

    Cursor(String whole, Span part) {
        this(new Excerpt(whole, part), new Findings());
    }

    private Cursor(Excerpt excerpt, Findings findings) {
        this.text = excerpt.text();
        this.excerpt = excerpt;
        this.findings = findings;
    }

    /** Reads what stands in parentheses here, within a text in quotes, as a text of its own; this cursor moves behind it. */
    Cursor within(boolean isHere) {
        Excerpt inner = excerpt.parenthesis(at, isHere);
        if (inner == null) {
            throw fail(Problem.Kind.UNTERMINATED_STRING);
        }
        at += inner.length();
        Cursor cursor = new Cursor(inner, findings);
        cursor.depth = depth;
        cursor.peak = peak;
        return cursor;
    }

    int at() {
        return at;
    }

    void moveTo(int offset) {
        at = offset;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    void moveToEnd() {
        at = text.length();
    }

    boolean isLast() {
        return at == text.length() - 1;
    }

    char peek() {
        return peek(0);
    }

    /** A NUL in the text is no end of it, and no part of any syntax either. */
    char peek(int ahead) {
        int wanted = at + ahead;
        if (wanted >= text.length() || wanted < 0) {
            return Characters.END;
        }
        char found = text.charAt(wanted);
        return found == Characters.END ? '\u0001' : found;
    }

    /** The character here as it is; the cursor moves behind it. */
    char next() {
        return isAtEnd() ? Characters.END : text.charAt(at++);
    }

    boolean startsWith(String word) {
        return text.startsWith(word, at);
    }

    /** Whether it was there; it is behind then. */
    boolean take(char wanted) {
        if (peek() != wanted || isAtEnd()) {
            return false;
        }
        at++;
        return true;
    }

    void expect(char wanted, int opened) {
        if (!take(wanted)) {
            throw isAtEnd() ? fail(opened, Problem.Kind.UNCLOSED) : fail(Problem.Kind.UNEXPECTED);
        }
    }

    String text(int from, int to) {
        return text.substring(from, to);
    }

    Span since(int start) {
        return span(start, Math.max(start, at));
    }

    Span span(int start, int end) {
        return new Span(excerpt.place(start), excerpt.place(end));
    }

    SyntaxException fail(Problem.Kind kind) {
        return fail(at, kind);
    }

    SyntaxException fail(int offset, Problem.Kind kind) {
        return new SyntaxException(excerpt.place(offset), kind);
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw fail(Problem.Kind.TOO_DEEP);
        }
        peak = Math.max(peak, depth);
    }

    void leave() {
        depth--;
    }

    int depth() {
        return depth;
    }

    void returnTo(int depthBefore) {
        depth = depthBefore;
    }

    /** Begins to measure how high the tree of what follows is; gives what was measured so far. */
    int measure() {
        int before = peak;
        peak = depth;
        return before;
    }

    /** What was measured becomes a part of something that is one level higher. */
    void rise() {
        if (++peak > HIGHEST) {
            throw fail(Problem.Kind.TOO_DEEP);
        }
    }

    /** Ends a measurement. */
    void measured(int before) {
        peak = Math.max(peak, before);
    }

    Findings findings() {
        return findings;
    }

    /** Remembers an unusual character at a place of the text. */
    void note(int offset, Typography.Kind kind) {
        char c = text.charAt(offset);
        if (c > 127) {
            findings.add(new Typography(excerpt.place(offset), c, kind));
        }
    }

    /** Blanks, comments, and line ends that a backtick takes back. */
    void skipBlanks() {
        while (!isAtEnd()) {
            char c = peek();
            if (Characters.isBlank(c)) {
                skipBlank();
            } else if (c == '`' && Characters.isLineEnd(peek(1))) {
                at += peek(1) == '\r' && peek(2) == '\n' ? 3 : 2;
            } else if (c == '`' && Characters.isBlank(peek(1))) {
                at++;
            } else if (c == '#') {
                lineComment();
            } else if (c == '<' && peek(1) == '#') {
                blockComment();
            } else {
                return;
            }
        }
    }

    /** The same, and line ends. */
    void skipLines() {
        skipBlanks();
        while (Characters.isLineEnd(peek())) {
            at++;
            skipBlanks();
        }
    }

    /** From a line's end to the next line that holds more than comments; an empty line stops it too. */
    void skipCommentLines() {
        while (Characters.isLineEnd(peek())) {
            at += peek() == '\r' && peek(1) == '\n' ? 2 : 1;
            while (Characters.isBlank(peek())) {
                skipBlank();
            }
            if (Characters.isLineEnd(peek())) {
                return;
            }
            skipBlanks();
        }
    }

    private void skipBlank() {
        note(at, Typography.Kind.BLANK);
        at++;
    }

    /** The same, and semicolons. */
    void skipSeparators() {
        skipLines();
        while (take(';')) {
            skipLines();
        }
    }

    private void lineComment() {
        int start = at;
        while (!isAtEnd() && !Characters.isLineEnd(peek())) {
            at++;
        }
        keep(start, 1, at);
    }

    private void blockComment() {
        int start = at;
        int end = text.indexOf("#>", at + 2);
        if (end < 0) {
            at = text.length();
            findings.add(new Problem(excerpt.place(start), Problem.Kind.UNTERMINATED_COMMENT));
            keep(start, 2, at);
            return;
        }
        at = end + 2;
        keep(start, 2, end);
    }

    private void keep(int start, int mark, int end) {
        if (findings.isNewComment(excerpt.place(start))) {
            findings.add(new Comment(since(start), text.substring(Math.min(start + mark, end), end)));
        }
    }

    /** The letters and digits from here, without moving. */
    String word() {
        int end = at;
        while (end < text.length() && Characters.isName(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    /** Whether this word stands here as a whole, whatever its case; it is behind then. */
    boolean takeWord(String wanted) {
        if (!text.regionMatches(true, at, wanted, 0, wanted.length())) {
            return false;
        }
        char after = peek(wanted.length());
        if (Characters.isName(after) || Characters.isDash(after)) {
            return false;
        }
        at += wanted.length();
        return true;
    }

    /** Everything up to where a statement that cannot be read ends: the line's end, a brace, or what closes the list around it. */
    void skipBroken(char closing) {
        while (!isAtEnd()) {
            char c = peek();
            if (Characters.isLineEnd(c) || c == ';' || c == '}' || c == closing) {
                return;
            }
            at++;
        }
    }

    /** Whether only blanks are before this place in its line, and the line began behind another place. */
    boolean isAtLineStart(int after) {
        int before = at - 1;
        while (before > after && Characters.isBlank(text.charAt(before))) {
            before--;
        }
        return !isAtEnd() && before > after && Characters.isLineEnd(text.charAt(before));
    }

    static String small(String written) {
        return written.toLowerCase(Locale.ROOT);
    }
}

package dev.shisa.powershell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A place in a text that moves forward; what is skipped on the way is kept once. Used by one thread. */
final class Cursor {
    /** Deeper nesting is not read. Each level takes a dozen calls, so that a stack of half a megabyte suffices. */
    private static final int DEEPEST = 150;

    private final String text;
    private final int end;
    private final List<Comment> comments = new ArrayList<>();
    private final List<Typography> typography = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int at;
    private int depth;
    private int strings;

    Cursor(String text, Span part) {
        this.text = text;
        this.at = part.start();
        this.end = part.end();
    }

    int at() {
        return at;
    }

    void moveTo(int offset) {
        at = offset;
    }

    boolean isAtEnd() {
        return at >= end;
    }

    char peek() {
        return peek(0);
    }

    /** A NUL in the text is no end of it, and no part of any syntax either. */
    char peek(int ahead) {
        int wanted = at + ahead;
        if (wanted >= end || wanted < 0) {
            return Characters.END;
        }
        char found = text.charAt(wanted);
        return found == Characters.END ? '\u0001' : found;
    }

    char next() {
        char found = peek();
        if (at < end) {
            at++;
        }
        return found;
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
        return new Span(start, Math.max(start, at));
    }

    SyntaxException fail(Problem.Kind kind) {
        return fail(at, kind);
    }

    SyntaxException fail(int offset, Problem.Kind kind) {
        return new SyntaxException(offset, kind);
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw fail(Problem.Kind.TOO_DEEP);
        }
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

    /** What follows stands in a value within a text in double quotes. */
    void enterString() {
        strings++;
    }

    void leaveString() {
        strings--;
    }

    /** In a value within a text, a backtick before a double quote says nothing more. */
    boolean isQuoteInString() {
        return strings > 0 && peek() == '`' && Characters.isDoubleQuote(peek(1));
    }

    void report(Problem problem) {
        problems.add(problem);
    }

    List<Problem> problems() {
        return problems;
    }

    List<Comment> comments() {
        return comments;
    }

    List<Typography> typography() {
        return typography.stream().sorted(java.util.Comparator.comparingInt(Typography::offset)).distinct().toList();
    }

    /** Remembers an unusual character at a place of the text. */
    void note(int offset, Typography.Kind kind) {
        char c = text.charAt(offset);
        if (c > 127) {
            typography.add(new Typography(offset, c, kind));
        }
    }

    /** Blanks, comments, and line ends that a backtick takes back. */
    void skipBlanks() {
        while (!isAtEnd()) {
            char c = peek();
            if (Characters.isBlank(c)) {
                note(at, Typography.Kind.BLANK);
                at++;
            } else if (c == '`' && Characters.isLineEnd(peek(1))) {
                at += peek(1) == '\r' && peek(2) == '\n' ? 3 : 2;
            } else if (c == '`' && Characters.isBlank(peek(1))) {
                at += 2;
            } else if (isQuoteInString()) {
                at++;
                return;
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
        int closing = text.indexOf("#>", at + 2);
        if (closing < 0 || closing + 2 > end) {
            at = end;
            keep(start, 2, at);
            throw fail(start, Problem.Kind.UNTERMINATED_COMMENT);
        }
        at = closing + 2;
        keep(start, 2, closing);
    }

    /** What was looked at twice is one comment. */
    private void keep(int start, int mark, int last) {
        if (comments.isEmpty() || comments.getLast().span().start() < start) {
            comments.add(new Comment(new Span(start, at), text.substring(Math.min(start + mark, last), last)));
        }
    }

    /** The letters and digits from here, without moving. */
    String word() {
        int last = at;
        while (last < end && Characters.isName(text.charAt(last))) {
            last++;
        }
        return text.substring(at, last);
    }

    /** Whether this word stands here as a whole, whatever its case; it is behind then. */
    boolean takeWord(String wanted) {
        if (at + wanted.length() > end || !text.regionMatches(true, at, wanted, 0, wanted.length())) {
            return false;
        }
        char after = peek(wanted.length());
        if (Characters.isName(after) || Characters.isDash(after)) {
            return false;
        }
        at += wanted.length();
        return true;
    }

    /** Everything up to the end of the line, where a statement that cannot be read ends; a brace that ends a block is left. */
    void skipBroken() {
        while (!isAtEnd()) {
            char c = peek();
            if (Characters.isLineEnd(c) || c == ';' || c == '}') {
                return;
            }
            at++;
        }
    }

    static String small(String written) {
        return written.toLowerCase(Locale.ROOT);
    }
}

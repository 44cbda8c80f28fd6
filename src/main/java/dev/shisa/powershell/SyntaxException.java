package dev.shisa.powershell;

/** Ends the reading of one statement. It never leaves this package. */
final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final Problem.Kind kind;

    SyntaxException(int offset, Problem.Kind kind) {
        super(kind.name(), null, false, false);
        this.offset = offset;
        this.kind = kind;
    }

    Problem problem() {
        return new Problem(offset, kind);
    }

    /** Nothing after it can be read. */
    boolean isFinal() {
        return kind == Problem.Kind.TOO_DEEP;
    }
}

package dev.shisa.diag;

import java.util.List;

/** Carries refusals to the edge of the program, where they are shown together and decide the exit status. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /**
     * @param diagnostics at least one refusal
     */
    public RefusedException(List<Diagnostic> diagnostics) {
        super(diagnostics.getFirst().summary().toString());
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** A single refusal. */
    public RefusedException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    /** The refusals, never empty. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}

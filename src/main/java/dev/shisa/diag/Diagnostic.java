package dev.shisa.diag;

import dev.shisa.text.Text;
import java.util.Optional;

/**
 * One thing an operator has to know, in the order in which a person asks: what was believed, what was found, what to do.
 *
 * @param severity whether it stops the command
 * @param status the exit status this stands for; {@link ExitStatus#DONE} for a warning or a note
 * @param summary one sentence, without a full stop at its end missing
 * @param believed what the program had reason to expect, if that helps
 * @param found what it found instead, if that helps
 * @param remedy what the operator can do; may name the option or file that decides
 */
public record Diagnostic(Severity severity, ExitStatus status, Text summary, Optional<Text> believed,
        Optional<Text> found,
        Optional<Text> remedy) {

    /** How much a diagnostic weighs. */
    public enum Severity {
        /** Nothing runs while it stands. */
        REFUSAL,
        /** Shown, and kept with the run. */
        WARNING,
        /** Shown only. */
        NOTE
    }

    /** A refusal of one sentence. */
    public static Diagnostic refusal(ExitStatus status, Text summary) {
        return new Diagnostic(Severity.REFUSAL, status, summary, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A warning of one sentence. */
    public static Diagnostic warning(Text summary) {
        return new Diagnostic(Severity.WARNING, ExitStatus.DONE, summary, Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** A note of one sentence. */
    public static Diagnostic note(Text summary) {
        return new Diagnostic(Severity.NOTE, ExitStatus.DONE, summary, Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** The same with what was believed and what was found. */
    public Diagnostic contrast(Text believed, Text found) {
        return new Diagnostic(severity, status, summary, Optional.of(believed), Optional.of(found), remedy);
    }

    /** The same with what to do. */
    public Diagnostic remedy(Text remedy) {
        return new Diagnostic(severity, status, summary, believed, found, Optional.of(remedy));
    }
}

package dev.shisa.document;

import java.util.List;

/**
 * Lines of a file that are read alike.
 *
 * @param kind what passages found in it are called
 */
record Section(Nature nature, Passage.Kind kind, List<Strand> lines) {

    /** How much a document says about what these lines are. */
    enum Nature {
        /** All of it is code, as it stands. */
        SCRIPT,
        /** A block that names PowerShell as its language. */
        CODE,
        /** A block that names no language, or only that it is text: code, a transcript, or an example of something else. */
        LISTING,
        /** What reads as a command is one, and nothing else. */
        PROSE,
        /** Prose in which the bare name of a command is its subject. */
        HEADING,
        /** A few words set as code inside prose. */
        SPAN
    }

    static Section prose(List<Strand> lines) {
        return new Section(Nature.PROSE, Passage.Kind.LINE, List.copyOf(lines));
    }
}

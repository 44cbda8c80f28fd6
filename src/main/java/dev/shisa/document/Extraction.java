package dev.shisa.document;

import java.util.List;

/** What the reader of one format found. */
sealed interface Extraction {

    /** The parts of a file in order, the lines that places count, and full sentences about what was assumed. */
    record Extracted(List<Section> sections, List<String> lines, List<String> remarks) implements Extraction {
    }

    /** Why the file is not read, as a full sentence. */
    record Refused(String reason) implements Extraction {
    }
}

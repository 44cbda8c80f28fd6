package dev.shisa.document;

import java.util.List;

/** What came of reading a file. */
public sealed interface Reading {

    /**
     * The file was read.
     *
     * @param encoding how its bytes were understood as text, such as {@code UTF-8} or {@code windows-31j}; for a PDF or
     *     Word file, which tells that itself, the format's name
     * @param passages the code in it, in the order of the file; none if it holds no code
     * @param lines the text's lines, for showing a finding; index 0 is line 1
     * @param remarks full sentences about what was assumed while reading
     */
    record Understood(Format format, String encoding, List<Passage> passages, List<String> lines, List<String> remarks)
            implements
                Reading {
        /** Copies the lists. */
        public Understood {
            passages = List.copyOf(passages);
            lines = List.copyOf(lines);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * The file cannot be read as a whole and in certainty, so nothing of it counts.
     *
     * @param reason a full sentence: what was expected, what was found, what to do
     */
    record Unreadable(String reason) implements Reading {
    }
}

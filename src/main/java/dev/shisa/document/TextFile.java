package dev.shisa.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads scripts and plain text. */
final class TextFile {
    private TextFile() {
    }

    /** The lines of a text, its last one included when it is empty. */
    static List<String> lines(String text) {
        return Arrays.asList(text.split("\n", -1));
    }

    static Extraction script(String text) {
        List<String> lines = lines(text);
        return new Extraction.Extracted(
                List.of(new Section(Section.Nature.SCRIPT, Passage.Kind.SCRIPT,
                        List.of(Strand.ofLines(text, lines.size())))),
                lines, List.of());
    }

    static Extraction text(String text) {
        List<String> lines = lines(text);
        if (WholeScript.isFile(lines)) {
            return script(text);
        }
        return new Extraction.Extracted(List.of(Section.prose(strands(lines))), lines, List.of());
    }

    static List<Strand> strands(List<String> lines) {
        List<Strand> strands = new ArrayList<>(lines.size());
        for (int line = 0; line < lines.size(); line++) {
            strands.add(Strand.of(lines.get(line), line + 1, 1));
        }
        return strands;
    }
}

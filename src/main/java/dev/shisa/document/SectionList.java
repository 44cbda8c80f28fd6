package dev.shisa.document;

import java.util.ArrayList;
import java.util.List;

/** Sections in order, with prose that follows prose as one. Not for use by several threads. */
final class SectionList {
    /** Stands in prose for code that is read on its own. Part of no command and no word. */
    static final char REPLACED = '\uFFFC';

    private final List<Section> sections = new ArrayList<>();
    private final List<Strand> prose = new ArrayList<>();

    void add(Section section) {
        flush();
        sections.add(section);
    }

    /** A paragraph, a heading or a cell, with words in it that are set as code. */
    void mixed(List<MixedLine> lines, Section.Nature nature, Passage.Kind kind) {
        lines.stream().flatMap(line -> line.spans().stream())
                .forEach(span -> add(new Section(Section.Nature.SPAN, kind, List.of(span))));
        List<Strand> texts = lines.stream().map(MixedLine::line).toList();
        if (nature == Section.Nature.PROSE && kind == Passage.Kind.LINE) {
            prose(texts);
        } else {
            // A cell of its own names a command as often as a heading does.
            add(new Section(Section.Nature.HEADING, kind, texts));
        }
    }

    /** One paragraph. */
    private void prose(List<Strand> lines) {
        if (!prose.isEmpty()) {
            prose.add(Strand.of("", 1, 1));
        }
        prose.addAll(lines);
    }

    private void flush() {
        if (!prose.isEmpty()) {
            sections.add(Section.prose(prose));
            prose.clear();
        }
    }

    List<Section> finish() {
        flush();
        return List.copyOf(sections);
    }
}

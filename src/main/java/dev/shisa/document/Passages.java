package dev.shisa.document;

import java.util.ArrayList;
import java.util.List;

/** Finds the code in the sections of a file. */
final class Passages {
    private Passages() {
    }

    /** In the order of the file; one more than {@link Limits#PASSAGES} at most. */
    static List<Passage> of(List<Section> sections) {
        List<Passage> passages = new ArrayList<>();
        for (Section section : sections) {
            passages.addAll(of(section));
            if (passages.size() > Limits.PASSAGES) {
                break;
            }
        }
        return passages;
    }

    private static List<Passage> of(Section section) {
        return switch (section.nature()) {
            case SCRIPT -> List.of(script(section));
            case CODE -> Block.read(section.kind(), section.lines()).stream().toList();
            case LISTING -> listing(section);
            case PROSE -> Prose.read(section.kind(), section.lines(), false);
            case HEADING -> Prose.read(section.kind(), section.lines(), true);
            case SPAN -> span(section);
        };
    }

    private static Passage script(Section section) {
        return new Passage(section.kind(), section.lines().getFirst(), false);
    }

    private static List<Passage> listing(Section section) {
        boolean code = Block.hasPrompts(section.lines()) || WholeScript.isBlock(Block.texts(section.lines()));
        return code
                ? Block.read(section.kind(), section.lines()).stream().toList()
                : Prose.read(section.kind(), section.lines(), false);
    }

    /** The bare name of a command is how documents speak of it. */
    private static List<Passage> span(Section section) {
        List<Passage> passages = Prose.read(section.kind(), section.lines(), true);
        return passages.stream().filter(passage -> !CodeLine.isBareName(passage.text())).toList();
    }
}

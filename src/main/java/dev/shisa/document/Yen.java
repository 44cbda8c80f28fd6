package dev.shisa.document;

import java.util.List;

/** The yen sign, which Japanese fonts and keyboards show and write where a backslash is meant. */
final class Yen {
    private static final char SIGN = '\u00A5';

    private Yen() {
    }

    static List<Section> replaced(List<Section> sections) {
        return holdSign(sections)
                ? sections.stream().map(section -> new Section(section.nature(), section.kind(),
                        section.lines().stream().map(line -> line.withText(line.text().replace(SIGN, '\\')))
                                .toList()))
                        .toList()
                : sections;
    }

    /** Whether the sign may stand in what was found, rather than before an amount of money. */
    static boolean counts(List<Section> sections, List<Passage> passages) {
        return holdSign(sections) && passages.stream().anyMatch(passage -> passage.text().indexOf('\\') >= 0);
    }

    private static boolean holdSign(List<Section> sections) {
        return sections.stream().flatMap(section -> section.lines().stream())
                .anyMatch(line -> line.text().indexOf(SIGN) >= 0);
    }
}

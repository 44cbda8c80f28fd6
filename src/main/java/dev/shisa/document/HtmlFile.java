package dev.shisa.document;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads web pages. */
final class HtmlFile {
    private static final int MOST_NESTED = 500;

    private HtmlFile() {
    }

    static Extraction read(String text) {
        List<String> lines = TextFile.lines(text);
        return new Extraction.Extracted(sections(Strand.ofLines(text, lines.size())), lines, List.of());
    }

    /** The sections of a page, or of the part of one that stands in a file of another format. */
    static List<Section> sections(Strand source) {
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(MOST_NESTED);
        Document document = parser.parseInput(source.text(), "");
        HtmlSections sections = new HtmlSections(source);
        document.traverse(sections);
        return sections.finish();
    }
}

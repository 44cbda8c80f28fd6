package dev.shisa.document;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads CommonMark with tables. */
final class MarkdownFile {
    /** Deeper quotes and lists are taken for text, in which commands are found as well. */
    private static final int MOST_NESTED = 60;
    private static final int MOST_CELLS = 100_000;
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.builder().maxCells(MOST_CELLS).build()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).maxOpenBlockParsers(MOST_NESTED).build();

    private MarkdownFile() {
    }

    static Extraction read(String text) {
        List<String> lines = TextFile.lines(text);
        Node document = PARSER.parse(text);
        MarkdownSections sections = new MarkdownSections(Strand.ofLines(text, lines.size()), lines);
        document.accept(sections);
        return new Extraction.Extracted(sections.finish(), lines, List.of());
    }
}

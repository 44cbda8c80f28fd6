package dev.shisa.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Walks through a document of Markdown and puts its sections in a row. Not for use by several threads. */
final class MarkdownSections extends AbstractVisitor {
    private static final Pattern SPAN = Pattern.compile("`([^`]{3,4000}+)`");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");

    private final Strand source;
    private final List<String> sourceLines;
    private final SectionList sections = new SectionList();

    MarkdownSections(Strand source, List<String> sourceLines) {
        this.source = source;
        this.sourceLines = sourceLines;
    }

    List<Section> finish() {
        return sections.finish();
    }

    @Override
    public void visit(FencedCodeBlock block) {
        String info = block.getInfo() == null ? "" : block.getInfo();
        block(block, block.getLiteral(), 1, Label.nature(info));
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        block(block, block.getLiteral(), 0, Section.Nature.LISTING);
    }

    @Override
    public void visit(HtmlBlock block) {
        List<SourceSpan> spans = block.getSourceSpans();
        if (!spans.isEmpty()) {
            HtmlFile.sections(slice(spans)).forEach(sections::add);
        }
    }

    @Override
    public void visit(Heading heading) {
        inline(heading, Section.Nature.HEADING, Passage.Kind.LINE);
    }

    @Override
    public void visit(Paragraph paragraph) {
        inline(paragraph, Section.Nature.PROSE, Passage.Kind.LINE);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow row && holdsMoreCells(row)) {
            overfullRow(row);
        } else if (node instanceof TableCell cell) {
            inline(cell, Section.Nature.PROSE, Passage.Kind.BLOCK);
        } else {
            visitChildren(node);
        }
    }

    /** A row's cells beyond the table's columns are left out by the format. A pipeline that nobody escaped makes such a row. */
    private boolean holdsMoreCells(TableRow row) {
        Node table = row.getParent();
        while (table != null && !(table instanceof TableBlock)) {
            table = table.getParent();
        }
        int columns = 0;
        Node head = table == null ? null : table.getFirstChild();
        Node cell = head == null || head.getFirstChild() == null ? null : head.getFirstChild().getFirstChild();
        for (; cell != null; cell = cell.getNext()) {
            columns++;
        }
        String text = slice(row.getSourceSpans()).text().strip();
        int pipes = 0;
        for (int index = 1; index < text.length() - 1; index++) {
            pipes += text.charAt(index) == '|' && text.charAt(index - 1) != '\\' ? 1 : 0;
        }
        return pipes >= columns;
    }

    private void overfullRow(TableRow row) {
        Strand line = slice(row.getSourceSpans());
        Matcher span = SPAN.matcher(line.text());
        boolean found = false;
        while (span.find()) {
            sections.add(new Section(Section.Nature.SPAN, Passage.Kind.BLOCK,
                    List.of(line.part(span.start(1), span.end(1)))));
            found = true;
        }
        if (!found) {
            int start = line.text().indexOf('|') + 1;
            int end = line.text().stripTrailing().endsWith("|") ? line.text().lastIndexOf('|') : line.length();
            cellsAsWritten(line.part(Math.min(start, end), end));
        }
    }

    /** From the first cell on that begins with a command, the rest of the row. */
    private void cellsAsWritten(Strand row) {
        int from = 0;
        while (from < row.length()) {
            Strand rest = row.from(from);
            String text = rest.text().strip();
            boolean begins = text.startsWith("$") || CommandName.find(text, 0).start() == 0;
            if (begins && CodeLine.of(text) == CodeLine.COMMAND) {
                sections.add(new Section(Section.Nature.SPAN, Passage.Kind.BLOCK, List.of(rest)));
                return;
            }
            int next = row.text().indexOf('|', from);
            from = next < 0 ? row.length() : next + 1;
        }
    }

    private void block(Node block, String literal, int skipped, Section.Nature nature) {
        List<SourceSpan> spans = block.getSourceSpans();
        if (spans.isEmpty() || literal.isEmpty()) {
            return;
        }
        String content = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
        List<Strand> lines = new ArrayList<>();
        int line = spans.getFirst().getLineIndex() + skipped;
        for (String text : content.split("\n", -1)) {
            lines.add(sourceLine(text, line++));
        }
        sections.add(
                new Section(nature, nature == Section.Nature.PROSE ? Passage.Kind.LINE : Passage.Kind.BLOCK, lines));
    }

    /** The line is what is left of its source when quotes, lists and indentation are taken off. */
    private Strand sourceLine(String text, int index) {
        String written = index < sourceLines.size() ? sourceLines.get(index) : "";
        int column = written.endsWith(text) ? written.length() - text.length() + 1 : 1;
        return Strand.of(text, index + 1, column);
    }

    private void inline(Node block, Section.Nature nature, Passage.Kind kind) {
        InlineText inline = new InlineText();
        block.accept(inline);
        inline.end();
        sections.mixed(inline.lines, nature, kind);
    }

    private Strand slice(List<SourceSpan> spans) {
        Strand.Builder slice = new Strand.Builder();
        for (SourceSpan span : spans) {
            if (slice.length() > 0) {
                slice.append('\n', slice.end());
            }
            slice.append(source.part(span.getInputIndex(),
                    Math.min(source.length(), span.getInputIndex() + span.getLength())));
        }
        return slice.build();
    }

    /** The lines of a paragraph as they are shown, and what is set as code in them. */
    private final class InlineText extends AbstractVisitor {
        private final List<MixedLine> lines = new ArrayList<>();
        private MixedLine line = new MixedLine();

        @Override
        public void visit(Text text) {
            line.text(Alignment.of(slice(text.getSourceSpans()), text.getLiteral()));
        }

        @Override
        public void visit(Code code) {
            line.code(Alignment.of(unfenced(slice(code.getSourceSpans())), code.getLiteral()));
        }

        /** Without the backticks around it and the blank that may stand beside them. */
        private Strand unfenced(Strand written) {
            String text = written.text();
            int fence = 0;
            while (fence < text.length() && text.charAt(fence) == '`') {
                fence++;
            }
            return fence * 2 > text.length() ? written : written.part(fence, text.length() - fence);
        }

        @Override
        public void visit(HtmlInline html) {
            if (BREAK.matcher(html.getLiteral()).matches()) {
                end();
            }
        }

        @Override
        public void visit(SoftLineBreak node) {
            end();
        }

        @Override
        public void visit(HardLineBreak node) {
            end();
        }

        private void end() {
            lines.add(line);
            line = new MixedLine();
        }
    }
}

package dev.shisa.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks through the XML of a Word document and puts its sections in a row. Not for use by several threads. */
final class WordText {
    private static final int MOST_NESTED = 300;
    /** What was deleted, codes of fields, and the second way in which the same drawing is written. */
    private static final Set<String> IGNORED = Set.of("del", "moveFrom", "delText", "instrText", "delInstrText",
            "Fallback", "sectPr", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblGrid", "sdtPr", "rt");

    private final WordStyles styles;
    private final SectionList sections = new SectionList();
    private final List<String> lines = new ArrayList<>();
    private final List<Strand> block = new ArrayList<>();
    /** Text boxes stand inside a paragraph, but are read behind it. */
    private final Deque<Node> boxes = new ArrayDeque<>();
    private List<MixedLine> paragraph = new ArrayList<>();
    private MixedLine line = new MixedLine();
    private StringBuilder shown = new StringBuilder();
    private boolean inParagraph;
    private boolean codeStyle;
    private boolean codeRun;
    private boolean hidden;
    private boolean tooDeep;
    private int cells;
    private int depth;
    private long characters;

    WordText(WordStyles styles) {
        this.styles = styles;
    }

    /** What was found in all containers. */
    Extraction extraction() {
        endBlock();
        if (tooDeep) {
            return new Extraction.Refused("The Word file nests tables or frames deeper than is read; save it as PDF.");
        }
        if (lines.size() > Limits.LINES || characters > Limits.CHARACTERS) {
            return new Extraction.Refused(Limits.exceeded("lines", Limits.LINES));
        }
        List<String> remarks = hidden
                ? List.of("The document holds hidden text, which was read like the rest.")
                : List.of();
        return new Extraction.Extracted(sections.finish(), lines, remarks);
    }

    /** Everything below a node, such as a body, a cell or a note. */
    void container(Node node) {
        if (++depth > MOST_NESTED) {
            tooDeep = true;
        } else {
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                element(child);
            }
        }
        depth--;
    }

    private void element(Node node) {
        String name = name(node);
        if (IGNORED.contains(name) || characters > Limits.CHARACTERS) {
            return;
        }
        switch (name) {
            case "p" -> paragraph(node);
            case "tc" -> cell(node);
            case "r" -> run(node);
            case "txbxContent" -> boxes.add(node);
            case "t" -> text(content(node));
            case "tab", "ptab" -> text("\t");
            case "noBreakHyphen" -> text("-");
            case "br", "cr" -> endLine();
            default -> container(node);
        }
    }

    private void cell(Node node) {
        endBlock();
        cells++;
        container(node);
        endBlock();
        cells--;
    }

    private void paragraph(Node node) {
        if (inParagraph) {
            container(node);
            return;
        }
        inParagraph = true;
        String style = child(node, "pPr").flatMap(properties -> child(properties, "pStyle")).flatMap(WordText::value)
                .orElse("");
        codeStyle = !style.isEmpty() && styles.isCode(style);
        container(node);
        endLine();
        inParagraph = false;
        endParagraph(!style.isEmpty() && styles.isHeading(style));
        while (!boxes.isEmpty()) {
            Node box = boxes.poll();
            endBlock();
            container(box);
            endBlock();
        }
    }

    private void run(Node node) {
        Optional<Node> properties = child(node, "rPr");
        codeRun = codeStyle
                || properties.flatMap(all -> child(all, "rFonts")).flatMap(WordText::latinFont)
                        .filter(WordStyles::isCodeFont).isPresent()
                || properties.flatMap(all -> child(all, "rStyle")).flatMap(WordText::value).filter(styles::isCode)
                        .isPresent();
        Optional<Node> vanish = properties.flatMap(all -> child(all, "vanish"));
        hidden |= vanish.isPresent() && !vanish.flatMap(WordText::value).filter(Set.of("0", "false")::contains)
                .isPresent();
        container(node);
    }

    private void text(String written) {
        String text = written.replace("\u00AD", "").replace('\n', ' ').replace('\r', ' ');
        Strand strand = Strand.of(text, lines.size() + 1, shown.length() + 1);
        shown.append(text);
        characters += text.length();
        if (codeRun) {
            line.code(strand);
        } else {
            line.text(strand);
        }
    }

    private void endLine() {
        lines.add(shown.toString());
        if (line.isEmpty()) {
            line.text(Strand.of("", lines.size(), 1));
        }
        paragraph.add(line);
        shown = new StringBuilder();
        line = new MixedLine();
    }

    private void endParagraph(boolean heading) {
        List<MixedLine> ended = paragraph;
        paragraph = new ArrayList<>();
        boolean blank = ended.stream().allMatch(one -> one.line().text().isBlank());
        boolean code = ended.stream().allMatch(one -> one.isCode() || one.line().text().isBlank());
        if (blank ? !block.isEmpty() : code && !heading) {
            ended.forEach(one -> block.add(one.line()));
            return;
        }
        endBlock();
        Section.Nature nature = heading ? Section.Nature.HEADING : Section.Nature.PROSE;
        sections.mixed(ended, nature, cells > 0 ? Passage.Kind.BLOCK : Passage.Kind.LINE);
    }

    private void endBlock() {
        while (!block.isEmpty() && block.getLast().text().isBlank()) {
            block.removeLast();
        }
        if (!block.isEmpty()) {
            sections.add(new Section(Section.Nature.LISTING, Passage.Kind.BLOCK, List.copyOf(block)));
            block.clear();
        }
    }

    private static String name(Node node) {
        String name = node.getLocalName();
        return name == null ? "" : name;
    }

    private static String content(Node node) {
        StringBuilder content = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            String value = child.getNodeValue();
            content.append(value == null ? "" : value);
        }
        return content.toString();
    }

    static Optional<Node> child(Node node, String name) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (name.equals(child.getLocalName())) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    static Optional<String> latinFont(Node fonts) {
        return attribute(fonts, "ascii");
    }

    private static Optional<String> value(Node node) {
        return attribute(node, "val");
    }

    private static Optional<String> attribute(Node node, String name) {
        if (!(node instanceof Element element)) {
            return Optional.empty();
        }
        String value = element.getAttributeNS("http://schemas.openxmlformats.org/wordprocessingml/2006/main", name);
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}

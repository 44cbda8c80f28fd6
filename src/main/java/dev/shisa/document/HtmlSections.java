package dev.shisa.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Walks through a page and puts its sections in a row. Not for use by several threads. */
final class HtmlSections implements NodeVisitor {
    private static final int NOWHERE = -1;
    private static final Set<String> IGNORED = Set.of("script", "style", "title", "template", "noscript", "svg",
            "math");
    private static final Set<String> PREFORMATTED = Set.of("pre", "textarea", "listing", "xmp", "plaintext");
    private static final Set<String> CODE = Set.of("code", "kbd", "samp", "tt");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Pattern LANGUAGE = Pattern
            .compile("(?:lang(?:uage)?|brush|highlight-source|sourceCode)[-: ]+([A-Za-z0-9#+-]+)");

    private final Strand source;
    private final SectionList sections = new SectionList();
    /** How deep the element is that is left out, or that keeps its line breaks. */
    private int ignored = NOWHERE;
    private int preformatted = NOWHERE;
    private int cells;
    private int headings;
    private int codes;
    private Strand.Builder block = new Strand.Builder();
    private Strand.Builder span = new Strand.Builder();
    private Strand.Builder words = new Strand.Builder();
    private List<MixedLine> lines = new ArrayList<>();
    private MixedLine line = new MixedLine();
    private boolean afterBlank = true;
    private Place last = new Place(1, 1);

    HtmlSections(Strand source) {
        this.source = source;
    }

    List<Section> finish() {
        endParagraph();
        return sections.finish();
    }

    @Override
    public void head(Node node, int depth) {
        if (ignored != NOWHERE) {
            return;
        }
        if (node instanceof TextNode text) {
            text(text);
        } else if (node instanceof Element element) {
            open(element, depth);
        }
    }

    private void open(Element element, int depth) {
        String name = element.normalName();
        if (IGNORED.contains(name)) {
            ignored = depth;
        } else if (name.equals("br")) {
            lineBreak();
        } else if (preformatted != NOWHERE) {
            return;
        } else if (PREFORMATTED.contains(name)) {
            endParagraph();
            preformatted = depth;
        } else if (CODE.contains(name)) {
            endWords();
            codes++;
        } else if (element.isBlock() || CELLS.contains(name)) {
            endParagraph();
            count(name, 1);
        }
    }

    private void count(String name, int one) {
        cells += CELLS.contains(name) ? one : 0;
        headings += name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1)) ? one : 0;
    }

    @Override
    public void tail(Node node, int depth) {
        if (ignored != NOWHERE) {
            ignored = ignored == depth ? NOWHERE : ignored;
            return;
        }
        if (node instanceof Element element) {
            close(element, depth);
        }
    }

    private void close(Element element, int depth) {
        String name = element.normalName();
        if (preformatted != NOWHERE) {
            if (preformatted == depth) {
                preformatted = NOWHERE;
                endBlock(element);
            }
        } else if (CODE.contains(name)) {
            endWords();
            codes--;
        } else if (!name.equals("br") && (element.isBlock() || CELLS.contains(name))) {
            endParagraph();
            count(name, -1);
        }
    }

    private void text(TextNode node) {
        Strand text = placed(node);
        if (preformatted != NOWHERE) {
            block.append(text);
            return;
        }
        Strand.Builder into = codes > 0 ? span : words;
        for (int index = 0; index < text.length(); index++) {
            char character = text.text().charAt(index);
            boolean blank = character == ' ' || character == '\n' || character == '\t' || character == '\f';
            if (!blank || !afterBlank) {
                into.append(blank ? ' ' : character, text.place(index));
            }
            afterBlank = blank;
        }
    }

    /** The text with the places of its source. Text that the reader moved stands where the last one ended. */
    private Strand placed(TextNode node) {
        String text = node.getWholeText();
        int start = node.sourceRange().startPos();
        int end = node.sourceRange().endPos();
        if (start < 0 || end > source.length() || start > end) {
            Strand.Builder builder = new Strand.Builder();
            text.chars().forEach(character -> builder.append((char) character, last));
            return builder.build();
        }
        Strand placed = Alignment.of(source.part(start, end), text);
        last = source.place(Math.max(start, end - 1));
        return placed;
    }

    private void lineBreak() {
        if (preformatted != NOWHERE) {
            block.append('\n', block.end());
            return;
        }
        endLine();
    }

    private void endWords() {
        if (words.length() > 0) {
            line.text(words.build());
            words = new Strand.Builder();
        }
        if (span.length() > 0) {
            line.code(span.build());
            span = new Strand.Builder();
        }
    }

    private void endLine() {
        endWords();
        if (!line.isEmpty()) {
            lines.add(line);
        }
        line = new MixedLine();
        afterBlank = true;
    }

    private void endParagraph() {
        endLine();
        if (!lines.isEmpty()) {
            Section.Nature nature = headings > 0 ? Section.Nature.HEADING : Section.Nature.PROSE;
            sections.mixed(lines, nature, cells > 0 ? Passage.Kind.BLOCK : Passage.Kind.LINE);
            lines = new ArrayList<>();
        }
    }

    private void endBlock(Element element) {
        Strand text = block.build();
        block = new Strand.Builder();
        if (text.text().isBlank()) {
            return;
        }
        Section.Nature nature = Label.nature(language(element));
        sections.add(new Section(nature, nature == Section.Nature.PROSE ? Passage.Kind.LINE : Passage.Kind.BLOCK,
                lines(text.stripTrailing())));
    }

    private static List<Strand> lines(Strand text) {
        List<Strand> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.text().indexOf('\n'); end >= 0; end = text.text().indexOf('\n', start)) {
            lines.add(text.part(start, end));
            start = end + 1;
        }
        lines.add(text.from(start));
        return lines;
    }

    private static String language(Element element) {
        Element child = element.firstElementChild();
        Element parent = element.parent();
        String names = element.className() + ' ' + (child == null ? "" : child.className()) + ' '
                + (parent == null ? "" : parent.className());
        Matcher language = LANGUAGE.matcher(names);
        return language.find() ? language.group(1).toLowerCase(Locale.ROOT) : "";
    }
}

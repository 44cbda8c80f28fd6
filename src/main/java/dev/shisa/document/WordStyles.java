package dev.shisa.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.w3c.dom.Node;

/** Which styles and fonts of a Word document set code apart. Not for use by several threads. */
final class WordStyles {
    private static final int MOST_INHERITED = 20;
    private static final Pattern CODE_FONT = Pattern
            .compile("consol|courier|mono|menlo|lucida console|cascadia|source code|inconsolata|fira code|terminal"
                    + "|hackgen|ricty|myrica|sf mono|andale");
    private static final Pattern CODE_STYLE = Pattern.compile(
            "code|preformatted|console|powershell|macro|listing|sourcetext|source text|keyboard|typewriter|\u30B3\u30FC\u30C9"
                    + "|\u30B3\u30DE\u30F3\u30C9|\u30BD\u30FC\u30B9|\u30B9\u30AF\u30EA\u30D7\u30C8");
    private static final Pattern HEADING = Pattern
            .compile("heading|title|^toc|caption|\u898B\u51FA\u3057|\u8868\u984C");

    private final Optional<XWPFStyles> styles;
    private final Map<String, Boolean> known = new HashMap<>();

    WordStyles(XWPFDocument document) {
        this.styles = Optional.ofNullable(document.getStyles());
    }

    static boolean isCodeFont(String font) {
        return CODE_FONT.matcher(font.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether the style, or one that it is based on, is named after code or has its font. */
    boolean isCode(String id) {
        return known.computeIfAbsent(id, this::findCode);
    }

    private boolean findCode(String id) {
        Optional<XWPFStyle> style = style(id);
        for (int step = 0; step < MOST_INHERITED && style.isPresent(); step++) {
            Optional<String> font = font(style.get());
            if (CODE_STYLE.matcher(name(style.get())).find() || font.filter(WordStyles::isCodeFont).isPresent()) {
                return true;
            }
            if (font.isPresent()) {
                return false;
            }
            style = Optional.ofNullable(style.get().getBasisStyleID()).flatMap(this::style);
        }
        return style.isEmpty() && CODE_STYLE.matcher(id.toLowerCase(Locale.ROOT)).find();
    }

    boolean isHeading(String id) {
        return HEADING.matcher(style(id).map(WordStyles::name).orElse(id.toLowerCase(Locale.ROOT))).find();
    }

    private Optional<XWPFStyle> style(String id) {
        return styles.map(all -> all.getStyle(id));
    }

    private static String name(XWPFStyle style) {
        return Optional.ofNullable(style.getName()).orElse("").toLowerCase(Locale.ROOT);
    }

    private static Optional<String> font(XWPFStyle style) {
        Node node = style.getCTStyle().getDomNode();
        return WordText.child(node, "rPr").flatMap(properties -> WordText.child(properties, "rFonts"))
                .flatMap(WordText::latinFont);
    }
}

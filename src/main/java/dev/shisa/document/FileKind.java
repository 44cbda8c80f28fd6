package dev.shisa.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells formats apart, by a file's name or by what is in it. */
final class FileKind {
    private static final Pattern PAGE = Pattern
            .compile("(?is)\\s*+(?:<!--.{0,4000}?-->\\s*+){0,8}<(?:!doctype html|html|head|body|meta|pre|div|table"
                    + "|article|section|h[1-6]|p|ol|ul)[\\s>]");
    private static final Pattern FENCE = Pattern.compile("(?m)^[ >\\t]{0,20}+(?:```|~~~)");

    /** What the first bytes say. */
    enum Content {
        PDF,
        ZIP,
        OLE("The file is a binary Office document (.doc, .xls, .ppt); save it as .docx or PDF."),
        RTF(
                "The file is Rich Text (.rtf), which is not read; save it as .docx or PDF."),
        TEXT;

        private final String reason;

        Content() {
            this("The content does not match the file's name; give the file its right extension.");
        }

        Content(String reason) {
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private FileKind() {
    }

    /** By the extension; empty if it says nothing. */
    static Optional<Format> named(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (fileName.indexOf('.') < 0 ? "" : extension) {
            case "ps1", "psm1", "psd1" -> Optional.of(Format.SCRIPT);
            case "txt", "text" -> Optional.of(Format.TEXT);
            case "md", "markdown" -> Optional.of(Format.MARKDOWN);
            case "html", "htm", "xhtml" -> Optional.of(Format.HTML);
            case "docx", "docm" -> Optional.of(Format.WORD);
            case "pdf" -> Optional.of(Format.PDF);
            default -> Optional.empty();
        };
    }

    static Content content(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF-")) {
            return Content.PDF;
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return Content.ZIP;
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Content.OLE;
        }
        return start.startsWith("{\\rtf") ? Content.RTF : Content.TEXT;
    }

    /** By the text, when the name says nothing. */
    static Format ofText(String text) {
        if (PAGE.matcher(text).lookingAt()) {
            return Format.HTML;
        }
        if (WholeScript.isFile(TextFile.lines(text))) {
            return Format.SCRIPT;
        }
        return FENCE.matcher(text).find() ? Format.MARKDOWN : Format.TEXT;
    }
}

package dev.shisa.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads files that may hold PowerShell: scripts, and documents that tell which commands to run.
 *
 * <p>The extension of the name decides the format: {@code ps1}, {@code psm1} and {@code psd1} are scripts, {@code txt}
 * and {@code text} plain text, {@code md} and {@code markdown} Markdown, {@code html}, {@code htm} and {@code xhtml} web
 * pages, {@code docx} and {@code docm} Word files, {@code pdf} PDF files. With any other name, and with {@code -} for
 * standard input, the content decides: a PDF begins with {@code %PDF-}, a Word file is a ZIP archive that holds
 * {@code word/document.xml}, a page begins with an HTML tag. Other text is a script if it begins like one and most of
 * its lines are code, Markdown if there is a fence in it, and plain text otherwise.
 */
public final class Documents {
    private Documents() {
    }

    /**
     * Finds the code of a file. Depends on nothing but its arguments and never throws.
     *
     * @param fileName the file's name with or without folders, or {@code -}
     * @param bytes the whole file; more than 16 MiB are refused
     */
    public static Reading read(String fileName, byte[] bytes) {
        if (bytes.length > Limits.BYTES) {
            return new Reading.Unreadable(Limits.exceeded("bytes", Limits.BYTES));
        }
        try {
            return readBounded(fileName, bytes);
        } catch (StackOverflowError | OutOfMemoryError | RuntimeException broken) {
            // The readers of other formats promise nothing about files that were made to break them.
            return new Reading.Unreadable("The file could not be read, because its reader failed with "
                    + broken.getClass().getSimpleName() + "; save it anew, or as text.");
        }
    }

    /** Whether a file's name says that it is a script or a document; of a folder, only such files are read. */
    public static boolean isNamed(String fileName) {
        return FileKind.named(fileName).isPresent();
    }

    private static Reading readBounded(String fileName, byte[] bytes) {
        Optional<Format> named = FileKind.named(fileName);
        FileKind.Content content = FileKind.content(bytes);
        if (named.equals(Optional.of(Format.PDF)) || (named.isEmpty() && content == FileKind.Content.PDF)) {
            return content == FileKind.Content.PDF
                    ? reading(Format.PDF, "PDF", PdfFile.read(bytes), List.of())
                    : new Reading.Unreadable("The file is named as a PDF, but does not begin with %PDF-.");
        }
        if (named.equals(Optional.of(Format.WORD)) || (named.isEmpty() && content == FileKind.Content.ZIP)) {
            return content == FileKind.Content.ZIP
                    ? reading(Format.WORD, "Office Open XML", WordFile.read(bytes), List.of())
                    : new Reading.Unreadable("The file is named as a Word document, but is not a ZIP archive;"
                            + " a document of the old binary format has to be saved as .docx.");
        }
        if (content != FileKind.Content.TEXT) {
            return new Reading.Unreadable(content.reason());
        }
        return switch (Decoding.of(bytes)) {
            case Decoding.Refused refused -> new Reading.Unreadable(refused.reason());
            case Decoding.Decoded decoded -> text(named.orElseGet(() -> FileKind.ofText(decoded.text())), decoded);
        };
    }

    private static Reading text(Format format, Decoding.Decoded decoded) {
        String text = decoded.text();
        long breaks = text.chars().filter(character -> character == '\n').count();
        if (breaks >= Limits.LINES) {
            return new Reading.Unreadable(Limits.exceeded("lines", Limits.LINES));
        }
        Extraction extraction = switch (format) {
            case SCRIPT -> TextFile.script(text);
            case MARKDOWN -> MarkdownFile.read(text);
            case HTML -> HtmlFile.read(text);
            case TEXT, WORD, PDF -> TextFile.text(text);
        };
        return reading(format, decoded.encoding(), extraction, decoded.remarks());
    }

    private static Reading reading(Format format, String encoding, Extraction extraction, List<String> remarks) {
        return switch (extraction) {
            case Extraction.Refused refused -> new Reading.Unreadable(refused.reason());
            case Extraction.Extracted extracted -> understood(format, encoding, extracted, remarks);
        };
    }

    private static Reading understood(Format format, String encoding, Extraction.Extracted extracted,
            List<String> remarks) {
        List<String> all = new ArrayList<>(remarks);
        all.addAll(extracted.remarks());
        List<Section> sections = format == Format.SCRIPT ? extracted.sections() : Yen.replaced(extracted.sections());
        List<Passage> passages = Passages.of(sections);
        if (passages.size() > Limits.PASSAGES) {
            return new Reading.Unreadable(Limits.exceeded("passages of code", Limits.PASSAGES));
        }
        if (format != Format.SCRIPT && Yen.counts(extracted.sections(), passages)) {
            all.add("The yen sign (U+00A5) was read as a backslash.");
        }
        List<String> lines = List.copyOf(extracted.lines());
        return new Reading.Understood(format, encoding,
                passages.stream().map(passage -> passage.within(lines)).toList(), lines, all);
    }
}

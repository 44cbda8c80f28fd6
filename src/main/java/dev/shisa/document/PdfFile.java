package dev.shisa.document;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the text of PDF files. */
final class PdfFile {
    private static final Pattern PAGE_NUMBER = Pattern
            .compile(
                    "\\s*+[-\u2013\u2014]?\\s?(?:[Pp]age\\s|P\\.)?[0-9]{1,4}(?:\\s?(?:/|of)\\s?[0-9]{1,4})?\\s?[-\u2013\u2014]?\\s*+");

    private static final String PAGE_END = "\f";

    static {
        FontMappers.set(new PdfFonts());
    }

    private PdfFile() {
    }

    static Extraction read(byte[] bytes) {
        if (PdfStreams.exceed(bytes, Limits.UNPACKED_BYTES)) {
            return new Extraction.Refused(Limits.exceeded("bytes once it is unpacked", Limits.UNPACKED_BYTES));
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return document.getNumberOfPages() > Limits.PAGES
                    ? new Extraction.Refused(Limits.exceeded("pages", Limits.PAGES))
                    : text(document);
        } catch (InvalidPasswordException encrypted) {
            return new Extraction.Refused("The PDF is encrypted with a password; save it without one.");
        } catch (IOException broken) {
            return new Extraction.Refused("The PDF is damaged: " + broken.getMessage() + "; save it anew.");
        }
    }

    private static Extraction text(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setLineSeparator("\n");
        stripper.setPageEnd(PAGE_END);
        StringWriter text = new StringWriter();
        stripper.writeText(document, text);
        if (text.getBuffer().length() > Limits.CHARACTERS) {
            return new Extraction.Refused(Limits.exceeded("characters", Limits.CHARACTERS));
        }
        return text.toString().isBlank()
                ? new Extraction.Refused("The PDF holds no text, so its pages are images (a scan);"
                        + " run text recognition on it, or read it yourself.")
                : pages(text.toString(), document.getNumberOfPages());
    }

    private static Extraction pages(String text, int pages) {
        List<String> lines = new ArrayList<>();
        List<Strand> strands = new ArrayList<>();
        int filled = 0;
        for (String page : text.split(PAGE_END, -1)) {
            filled += page.isBlank() ? 0 : 1;
            List<String> pageLines = page.isBlank() ? List.of() : TextFile.lines(page.stripTrailing());
            for (int index = 0; index < pageLines.size(); index++) {
                String line = pageLines.get(index);
                lines.add(line);
                boolean edge = index == 0 || index == pageLines.size() - 1;
                if (!edge || !PAGE_NUMBER.matcher(line).matches()) {
                    strands.add(PdfGlyphs.restored(Strand.of(line, lines.size(), 1)));
                }
            }
        }
        return lines.size() > Limits.LINES
                ? new Extraction.Refused(Limits.exceeded("lines", Limits.LINES))
                : new Extraction.Extracted(List.of(Section.prose(strands)), lines,
                        remarks(lines, strands, pages - filled));
    }

    private static List<String> remarks(List<String> lines, List<Strand> strands, int empty) {
        List<String> remarks = new ArrayList<>();
        if (empty > 0) {
            remarks.add("Pages of the PDF that hold no text: " + empty
                    + "; what they show as an image was not read.");
        }
        if (strands.stream().anyMatch(line -> CodeLine.namesCommand(line.text())
                && !lines.get(line.place(0).line() - 1).equals(line.text()))) {
            remarks.add("The PDF names glyphs of dashes and bars by look-alike characters; the usual ones were read.");
        }
        return remarks;
    }
}

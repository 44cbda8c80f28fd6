package dev.shisa.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Reads documents of Office Open XML. */
final class WordFile {
    private static final long MOST_XML = 64L << 20;
    private static final int MOST_PARTS = 10_000;
    private static final String BODY = "word/document.xml";

    private WordFile() {
    }

    static Extraction read(byte[] bytes) {
        try {
            Optional<String> refusal = refusal(bytes);
            if (refusal.isPresent()) {
                return new Extraction.Refused(refusal.get());
            }
            try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
                return text(document);
            }
        } catch (IOException | POIXMLException broken) {
            return new Extraction.Refused("The Word file is damaged or is none: " + broken.getMessage()
                    + "; save it anew, or as PDF.");
        }
    }

    private static Extraction text(XWPFDocument document) {
        WordText text = new WordText(new WordStyles(document));
        text.container(document.getDocument().getBody().getDomNode());
        for (List<? extends XWPFAbstractFootnoteEndnote> notes : List.of(document.getFootnotes(),
                document.getEndnotes())) {
            notes.forEach(note -> text.container(note.getCTFtnEdn().getDomNode()));
        }
        return text.extraction();
    }

    /** The library's own limits hold for the whole process, so the sizes are looked at before. */
    private static Optional<String> refusal(byte[] bytes) throws IOException {
        boolean body = false;
        long xml = 0;
        long all = 0;
        int parts = 0;
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry part = archive.getNextEntry(); part != null; part = archive.getNextEntry()) {
                long size = size(archive, Limits.UNPACKED_BYTES - all);
                all += size;
                xml += part.getName().endsWith(".xml") ? size : 0;
                body |= part.getName().equals(BODY);
                if (++parts > MOST_PARTS || all >= Limits.UNPACKED_BYTES || xml > MOST_XML) {
                    return Optional.of(Limits.exceeded("bytes of XML once it is unpacked", MOST_XML));
                }
            }
        }
        return body
                ? Optional.empty()
                : Optional.of("The file is a ZIP archive without " + BODY + ", so it is no Word document;"
                        + " unpack it, or save it as .docx.");
    }

    private static long size(ZipInputStream archive, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int read = archive.read(buffer); read >= 0 && size < most; read = archive.read(buffer)) {
            size += read;
        }
        return size;
    }
}

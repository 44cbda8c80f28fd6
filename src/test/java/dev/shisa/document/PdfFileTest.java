package dev.shisa.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

/** PDF files: pages as lines of prose, and those that tell nothing. */
class PdfFileTest {

    private static PDDocument document(List<List<String>> pages) throws IOException {
        PDDocument document = new PDDocument();
        for (List<String> lines : pages) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.COURIER), 10);
                content.newLineAtOffset(40, 700);
                content.setLeading(20);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
        }
        return document;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (document) {
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void aCommandIsFollowedOverTheEndOfAPage() throws IOException {
        Reading.Understood reading = Readings.understood("a.pdf",
                saved(document(List.of(List.of("Do this now.", "Get-Mailbox -ResultSize Unlimited |", "- 1 -"),
                        List.of("Remove-Mailbox \u2013Confirm:$false", "2 / 2")))));
        assertEquals(List.of("Get-Mailbox -ResultSize Unlimited |\nRemove-Mailbox \u2013Confirm:$false"),
                Readings.texts(reading));
        assertEquals(new Place(2, 1), reading.passages().getFirst().place(0));
        assertEquals(new Place(4, 1), reading.passages().getFirst().place(36));
        Readings.assertPlaces(reading, true);
    }

    @Test
    void aWordBrokenAtItsDashIsWhole() throws IOException {
        Reading.Understood reading = Readings.understood("a.pdf",
                saved(document(List.of(List.of("Get-Mailbox | Remove-", "Mailbox -Confirm:$false")))));
        assertEquals(List.of("Get-Mailbox | Remove-Mailbox -Confirm:$false"), Readings.texts(reading));
        assertTrue(reading.passages().getFirst().joined());
    }

    @Test
    void withoutAnExtensionItIsKnownByItsBeginning() throws IOException {
        assertEquals(Format.PDF,
                Readings.understood("-", saved(document(List.of(List.of("Remove-Mailbox x"))))).format());
    }

    @Test
    void aPdfWithoutTextIsAnImage() throws IOException {
        assertTrue(Readings.reason("a.pdf", saved(document(List.of(List.of())))).contains("images"));
    }

    @Test
    void aPageThatIsAnImageIsTold() throws IOException {
        Reading.Understood reading = Readings.understood("a.pdf",
                saved(document(List.of(List.of("Remove-Mailbox x"), List.of()))));
        assertEquals(List.of("Pages of the PDF that hold no text: 1; what they show as an image was not read."),
                reading.remarks());
    }

    @Test
    void anEncryptedPdfIsRefused() throws IOException {
        PDDocument document = document(List.of(List.of("Remove-Mailbox x")));
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        assertTrue(Readings.reason("a.pdf", saved(document)).contains("password"));
    }

    @Test
    void aBrokenPdfIsRefused() {
        assertTrue(Readings.reason("a.pdf", "%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII))
                .contains("damaged"));
        assertTrue(Readings.reason("a.pdf", "text".getBytes(StandardCharsets.US_ASCII)).contains("%PDF-"));
    }

    @Test
    void aStreamThatGrowsIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n".getBytes(StandardCharsets.US_ASCII));
        try (var deflater = new DeflaterOutputStream(bytes)) {
            byte[] zeros = new byte[1 << 20];
            for (long written = 0; written <= Limits.UNPACKED_BYTES; written += zeros.length) {
                deflater.write(zeros);
            }
        }
        assertTrue(Readings.reason("a.pdf", bytes.toByteArray()).contains("once it is unpacked"));
    }
}

package dev.shisa.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

/** Word documents: paragraphs, fonts, tables, breaks, and what was deleted. */
class WordFileTest {

    private static Reading.Understood read(Consumer<XWPFDocument> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            content.accept(document);
            document.write(bytes);
        }
        return Readings.understood("a.docx", bytes.toByteArray());
    }

    private static void paragraph(XWPFDocument document, String text, String font) {
        run(document.createParagraph(), text, font);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, String font) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        if (!font.isEmpty()) {
            run.setFontFamily(font);
        }
        return run;
    }

    @Test
    void paragraphsInAFontOfCodeAreOneBlock() throws IOException {
        Reading.Understood reading = read(document -> {
            paragraph(document, "Do this:", "");
            paragraph(document, "foreach ($u in Get-MgUser -All) {", "Consolas");
            paragraph(document, "  Remove-MgUser -UserId $u.Id", "Consolas");
            paragraph(document, "}", "Consolas");
            paragraph(document, "That is all.", "");
        });
        Passage block = reading.passages().getFirst();
        assertEquals(1, reading.passages().size());
        assertEquals(Passage.Kind.BLOCK, block.kind());
        assertEquals("foreach ($u in Get-MgUser -All) {\n  Remove-MgUser -UserId $u.Id\n}", block.text());
        assertEquals(new Place(3, 3), block.place(block.text().indexOf("Remove")));
    }

    @Test
    void wordsInAFontOfCodeAreACommandIfTheySayMoreThanItsName() throws IOException {
        Reading.Understood reading = read(document -> {
            XWPFParagraph paragraph = document.createParagraph();
            run(paragraph, "Run ", "");
            run(paragraph, "Get-Mailbox | Remove-Mailbox", "Courier New");
            run(paragraph, " and never ", "");
            run(paragraph, "Remove-MgUser", "Courier New");
        });
        assertEquals(List.of("Get-Mailbox | Remove-Mailbox"), Readings.texts(reading));
        assertEquals(new Place(1, 5), reading.passages().getFirst().place(0));
    }

    @Test
    void cellsAreReadOneByOne() throws IOException {
        Reading.Understood reading = read(document -> {
            XWPFTable table = document.createTable(1, 3);
            table.getRow(0).getCell(0).setText("1");
            table.getRow(0).getCell(1).setText("Remove-Mailbox -Identity a@sgu.example");
            table.getRow(0).getCell(2).setText("Remove-Mailbox");
        });
        assertEquals(List.of("Remove-Mailbox -Identity a@sgu.example"), Readings.texts(reading));
        assertEquals(Passage.Kind.BLOCK, reading.passages().getFirst().kind());
    }

    @Test
    void aBreakEndsALineAndAWrappedCommandIsJoined() throws IOException {
        Reading.Understood reading = read(document -> {
            XWPFRun run = document.createParagraph().createRun();
            run.setText("Remove-Mailbox taro");
            run.addBreak();
            run.setText("-Confirm:$false");
        });
        Passage passage = reading.passages().getFirst();
        assertEquals("Remove-Mailbox taro -Confirm:$false", passage.text());
        assertTrue(passage.joined());
        assertEquals(new Place(2, 1), passage.place(passage.text().indexOf("-Confirm")));
    }

    @Test
    void whatWasDeletedIsNotThereAndWhatIsHiddenIs() throws IOException {
        Reading.Understood reading = read(document -> {
            document.createParagraph().getCTP().addNewDel().addNewR().addNewDelText()
                    .setStringValue("Remove-Mailbox gone");
            run(document.createParagraph(), "Remove-Mailbox hidden -Force", "").setVanish(true);
        });
        assertEquals(List.of("Remove-Mailbox hidden -Force"), Readings.texts(reading));
        assertEquals(1, reading.remarks().size());
    }

    @Test
    void anotherArchiveIsRefused() throws IOException {
        assertTrue(Readings.reason("a.docx", archive("xl/workbook.xml", 10)).contains("word/document.xml"));
        assertTrue(Readings.reason("-", archive("xl/workbook.xml", 10)).contains("word/document.xml"));
    }

    @Test
    void anArchiveThatGrowsIsRefused() throws IOException {
        assertTrue(Readings.reason("a.docx", archive("word/document.xml", 80 << 20)).contains("once it is unpacked"));
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertTrue(Readings.reason("a.docx", "text".getBytes(StandardCharsets.UTF_8)).contains("not a ZIP archive"));
    }

    private static byte[] archive(String name, int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry(name));
            archive.write(new byte[size]);
            archive.closeEntry();
        }
        return bytes.toByteArray();
    }
}

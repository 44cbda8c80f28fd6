package dev.shisa.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes become text strictly, and how is told. */
class DecodingTest {
    private static final String TEXT = "Remove-Mailbox \u5C71\u7530\nGet-Mailbox";

    @ParameterizedTest
    @CsvSource({"UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF", "UTF-32LE, FFFE0000", "UTF-32BE, 0000FEFF"})
    void aMarkNamesTheEncoding(String charset, String mark) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex(mark));
        bytes.writeBytes(TEXT.getBytes(Charset.forName(charset)));
        Reading.Understood reading = Readings.understood("a.ps1", bytes.toByteArray());
        assertEquals(charset + " with byte-order mark", reading.encoding());
        assertEquals(List.of(TEXT), Readings.texts(reading));
        assertEquals(new Place(1, 1), reading.passages().getFirst().place(0));
    }

    @Test
    void withoutAMarkItIsUtf8() {
        Reading.Understood reading = Readings.understood("a.ps1", TEXT);
        assertEquals("UTF-8", reading.encoding());
        assertEquals(List.of(), reading.remarks());
    }

    @Test
    void whatIsNotUtf8IsWindows31jAndThatIsTold() {
        Reading.Understood reading = Readings.understood("a.ps1", TEXT.getBytes(Charset.forName("windows-31j")));
        assertEquals("windows-31j", reading.encoding());
        assertEquals(List.of(TEXT), Readings.texts(reading));
        assertEquals(1, reading.remarks().size());
    }

    @Test
    void theBackslashOfWindows31jIsOne() {
        byte[] bytes = {'C', ':', 0x5C, 'a', ' ', (byte) 0x82, (byte) 0xA0};
        assertEquals(List.of("C:\\a \u3042"), Readings.texts(Readings.understood("a.ps1", bytes)));
    }

    @ParameterizedTest
    @CsvSource({"FF41, neither UTF-8 nor Windows-31J", "EFBBBF41FF, UTF-8 with byte-order mark", "FFFE00D8, UTF-16LE",
            "410042, NUL", "52006500, NUL", "FFFE0000410000, UTF-32LE", "FFFE410000000000, NUL",
            "1B2442, ISO-2022-JP", "D0CF11E0A1B11AE1, binary Office", "7B5C7274663120, Rich Text",
            "504B03040000, content does not match"})
    void whatIsNoTextIsRefused(String bytes, String said) {
        String reason = Readings.reason("a.txt", HexFormat.of().parseHex(bytes));
        assertTrue(reason.contains(said), reason);
    }

    @Test
    void lineEndsAreLineFeedsAndPlacesStay() {
        Reading.Understood reading = Readings.understood("a.ps1",
                "a\r\nbc\rd\n\r\ne".getBytes(StandardCharsets.US_ASCII));
        Passage passage = reading.passages().getFirst();
        assertEquals("a\nbc\nd\n\ne", passage.text());
        assertEquals(List.of("a", "bc", "d", "", "e"), reading.lines());
        assertEquals(new Place(2, 2), passage.place(3));
        assertEquals(new Place(2, 3), passage.place(4));
        assertEquals(new Place(5, 1), passage.place(8));
        assertEquals(new Place(5, 2), passage.place(9));
    }
}

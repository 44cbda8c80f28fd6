package dev.shisa.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, a reading is bounded, its places are in the file, and a refusal says why. */
class RandomFilesTest {
    private static final int ROUNDS = 400;
    private static final List<String> NAMES = List.of("a.ps1", "a.txt", "a.md", "a.html", "-", "a.docx", "a.pdf");
    private static final List<String> PIECES = List.of("Remove-Mailbox", " ", "\n", "\r\n", "\t", "-Confirm:$false",
            "\u2013", "|", "`", "\"", "'", "{", "}", "(", ")", "@\"\n", "\"@", "$x = ", "PS C:\\> ", ">> ", "```\n",
            "    ", "> ", "- ", "1. ", "&lt;", "&#45;", "<pre>", "</pre>", "<td>", "<br>", "\u3002", "\u3092", "\u00A5",
            "#", "<#", "#>", "\uD83D\uDE00", "|---|---|\n", "Get-Mailbox", ",", "=", "\u300C", "\u300D", "the ",
            "\u0085");

    @Test
    void piecesOfCodeAndMarkup() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(60);
            for (int piece = 0; piece < pieces; piece++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            NAMES.forEach(name -> check(name, bytes));
        }
    }

    @Test
    void bytes() {
        Random random = new Random(31);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            NAMES.forEach(name -> check(name, bytes));
        }
    }

    @Test
    void filesWithChangedBytes() throws IOException {
        Random random = new Random(7);
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/document"))) {
            for (Path file : files.filter(file -> !file.toString().endsWith(".expected")).filter(Files::isRegularFile)
                    .toList()) {
                byte[] whole = Files.readAllBytes(file);
                for (int round = 0; round < 60; round++) {
                    byte[] changed = whole.clone();
                    for (int change = 0; change < 1 + round / 10; change++) {
                        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                    }
                    check(file.toString(), changed);
                }
            }
        }
    }

    private static void check(String name, byte[] bytes) {
        switch (Documents.read(name, bytes)) {
            case Reading.Unreadable unreadable -> assertFalse(unreadable.reason().isBlank());
            case Reading.Understood understood -> {
                Readings.assertPlaces(understood, false);
                if (understood.format() == Format.SCRIPT) {
                    assertEquals(List.of(String.join("\n", understood.lines())), Readings.texts(understood));
                }
            }
        }
    }
}

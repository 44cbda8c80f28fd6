package dev.shisa.keepsake;

import dev.shisa.store.Disk;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.keepsake.KeepsakeLog.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A keepsake is worth what can still be read of it later: to the last field, or not at all. */
class KeepsakeLogTest {
    private static final AccountId OTHER = new AccountId("00000000-0000-4000-8000-000000000009");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("keepsake.jsonl");
    }

    private Path written(Keepsake... keepsakes) throws IOException {
        try (KeepsakeLog log = KeepsakeLog.open(file(), Disk.real())) {
            for (Keepsake keepsake : keepsakes) {
                log.keep(keepsake);
            }
        }
        return file();
    }

    @Test
    void whatIsKeptIsReadBackAndEachLineIsJson() throws IOException {
        Keepsake nothing = Keepsake.unreadable(OTHER, "b\n\"@sgu.example", AKeepsake.AT, "in the recycle bin");
        Path file = written(AKeepsake.full(), nothing);
        Content.Verified verified = assertInstanceOf(Content.Verified.class, KeepsakeLog.read(file, Disk.real()));
        assertEquals(Map.of(AKeepsake.ID, AKeepsake.full(), OTHER, nothing), verified.keepsakes());
        assertEquals(Optional.empty(), verified.torn());
        List<String> lines = Files.readAllLines(file);
        assertEquals(2, lines.size());
        assertEquals("Staff", new JsonMapper().readTree(lines.getFirst()).at("/memberships/read/1/name").asString());
    }

    @Test
    void theFirstKeepsakeOfAnAccountStaysAlsoWhenTheRunGoesOn() throws IOException {
        written(AKeepsake.bare(AKeepsake.ID));
        Path file = written(AKeepsake.full(), AKeepsake.bare(OTHER));
        Content.Verified verified = assertInstanceOf(Content.Verified.class, KeepsakeLog.read(file, Disk.real()));
        assertEquals(Map.of(AKeepsake.ID, AKeepsake.bare(AKeepsake.ID), OTHER, AKeepsake.bare(OTHER)),
                verified.keepsakes());
        try (KeepsakeLog log = KeepsakeLog.open(file, Disk.real())) {
            assertTrue(log.holds(OTHER));
            assertFalse(log.holds(new AccountId("00000000-0000-4000-8000-00000000000a")));
        }
    }

    @Test
    void aRecordThatWasNotWrittenWholeDoesNotCountAndIsKeptAside() throws IOException {
        Path file = written(AKeepsake.full());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        Content.Verified verified = assertInstanceOf(Content.Verified.class, KeepsakeLog.read(file, Disk.real()));
        assertEquals(Map.of(), verified.keepsakes());
        assertTrue(verified.torn().isPresent());
        try (KeepsakeLog log = KeepsakeLog.open(file, Disk.real())) {
            assertFalse(log.holds(AKeepsake.full().account()), "its request has not left");
        }
        assertEquals(0, Files.size(file));
        assertEquals(bytes.length - 1, Files.size(file.resolveSibling(file.getFileName() + ".torn-1")));
    }

    @Test
    void noFlippedByteIsTakenForAKeepsake() throws IOException {
        Path file = written(AKeepsake.full(), AKeepsake.bare(OTHER));
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] altered = whole.clone();
            int at = random.nextInt(altered.length - 1);
            altered[at] ^= (byte) (1 << random.nextInt(7));
            Files.write(file, altered);
            assertInstanceOf(Content.Damaged.class, KeepsakeLog.read(file, Disk.real()),
                    () -> "byte " + at + ": " + new String(altered, StandardCharsets.UTF_8));
        }
    }

    @Test
    void noTruncatedOrAlteredTextIsTakenForTheKeepsake() {
        String text = KeepsakeCodec.write(AKeepsake.full());
        assertEquals(AKeepsake.full(), KeepsakeCodec.read(text));
        for (int end = 0; end < text.length(); end++) {
            String cut = text.substring(0, end);
            assertThrows(IllegalArgumentException.class, () -> KeepsakeCodec.read(cut), cut);
        }
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            StringBuilder altered = new StringBuilder(text);
            altered.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
            String changed = altered.toString();
            if (changed.equals(text)) {
                continue;
            }
            try {
                assertNotEquals(AKeepsake.full(), KeepsakeCodec.read(changed), changed);
            } catch (IllegalArgumentException e) {
                assertFalse(String.valueOf(e.getMessage()).isBlank());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"read\":[]|\"nothing\":\"x\",\"read\":[]", "\"kind\":\"group\"|\"kind\":\"clan\"",
            "\"hidden\":true|\"hidden\":\"yes\"", "\"app_roles\":|\"app_rolls\":", "\"deliver_and_forward\":true,|",
            "{\"account\"|{\"more\":1,\"account\"", "\"denied\":false|\"denied\":0",
            "\"id\":\"00000000-0000-4000-8000-000000000002\"|\"id\":\"/users/1\"",
            "\"send_on_behalf\":[\"deputy\"]|\"send_on_behalf\":[\"deputy\",\"deputy\"]",
            "\"read_at\":\"2012|\"read_at\":\"no"})
    void aFieldThatIsMissingForeignOrTwiceIsRefused(String change) {
        String[] parts = change.split("\\|", -1);
        String text = KeepsakeCodec.write(AKeepsake.full()).replace("\"ownerships\":{\"read\":["
                + "{\"id\":\"00000000-0000-4000-8000-000000000013\",\"name\":\"Choir\",\"kind\":\"group\"}]}",
                "\"ownerships\":{\"read\":[]}");
        String altered = text.replace(parts[0], parts[1]);
        assertNotEquals(text, altered);
        assertThrows(IllegalArgumentException.class, () -> KeepsakeCodec.read(altered));
    }
}

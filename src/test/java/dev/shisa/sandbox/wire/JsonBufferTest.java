package dev.shisa.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Values are written as {@link JsonValues} writes them, whatever is in them. */
final class JsonBufferTest {

    private static String buffered(Object value) {
        return new String(new JsonBuffer(1).value(value).toBytes(), StandardCharsets.UTF_8);
    }

    private static String generated(Object value) {
        return new String(JsonValues.bytes(generator -> JsonValues.write(generator, value)), StandardCharsets.UTF_8);
    }

    @Test
    void valuesOfAllKinds() {
        List<Object> values = new ArrayList<>(List.of("", "plain", "quote \" and \\ and /",
                "line\nand\ttab\u0000\u001f",
                "\u007f\u0080", "佐藤 愛", "\ud83d\ude00", true, false, 7, 7L, List.of(), List.of("a", "é", List.of(1)),
                Map.of("key", List.of("value"))));
        values.add(null);
        values.add(Arrays.asList("a", null));
        for (Object value : values) {
            assertEquals(generated(value), buffered(value));
        }
    }

    @Test
    void textsOfAnyCharacters() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0xd800));
            }
            assertEquals(generated(text.toString()), buffered(text.toString()));
        }
    }

    @Test
    void piecesStandOneBehindTheOther() {
        JsonBuffer buffer = new JsonBuffer(0).raw('{').raw("\"a\":xxx".getBytes(StandardCharsets.US_ASCII), 4);
        assertEquals(5, buffer.length());
        buffer.reserve(1_000);
        assertEquals("{\"a\":1}", new String(buffer.value(1).raw('}').toBytes(), StandardCharsets.UTF_8));
    }
}

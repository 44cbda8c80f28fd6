package dev.shisa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** A sealed object shows every change. */
class SealedObjectTest {
    private static ObjectNode example() {
        ObjectNode object = SealedObject.object().put("name", "指差 \"x\"").put("count", 7331).putNull("deadline");
        object.putArray("list").add(true).add(15);
        return object;
    }

    @Test
    void isReadAsItWasSealed() {
        SealedObject.Content.Intact intact = assertInstanceOf(SealedObject.Content.Intact.class,
                SealedObject.open(SealedObject.seal(example())));
        assertEquals(example(), intact.object());
        assertEquals(SealedObject.digest(example()), intact.digest());
    }

    @Test
    void everyFlippedBitIsNoticed() {
        byte[] sealed = SealedObject.seal(example());
        for (int at = 0; at < sealed.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = sealed.clone();
                changed[at] ^= (byte) (1 << bit);
                assertInstanceOf(SealedObject.Content.Altered.class, SealedObject.open(changed),
                        "bit " + bit + " of byte " + at);
            }
        }
    }

    @Test
    void everyCutIsNoticed() {
        byte[] sealed = SealedObject.seal(example());
        // The last byte is a line feed that says nothing.
        for (int length = 0; length < sealed.length - 1; length++) {
            assertInstanceOf(SealedObject.Content.Altered.class,
                    SealedObject.open(java.util.Arrays.copyOf(sealed, length)), "cut to " + length);
        }
    }

    @Test
    void aMemberThatStandsTwiceIsNoticed() {
        String sealed = new String(SealedObject.seal(example()), StandardCharsets.UTF_8);
        String twice = sealed.replaceFirst("\"count\"", "\"count\":1,\"count\"");
        assertInstanceOf(SealedObject.Content.Altered.class,
                SealedObject.open(twice.getBytes(StandardCharsets.UTF_8)));
        assertInstanceOf(SealedObject.Content.Altered.class,
                SealedObject.open((sealed + "{}").getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"digest\":1}", "{\"digest\":null,\"a\":1}", "not JSON"})
    void whatWasNeverSealedIsNotIntact(String text) {
        assertInstanceOf(SealedObject.Content.Altered.class, SealedObject.open(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void onlyATextIsAText() {
        var object = SealedObject.object().put("text", "").put("number", 1).putNull("nothing");
        assertEquals("", SealedObject.text(object.required("text")));
        for (String other : List.of("number", "nothing")) {
            assertThrows(IllegalArgumentException.class, () -> SealedObject.text(object.required(other)), other);
        }
    }
}

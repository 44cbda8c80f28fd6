package dev.shisa.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Places stay with their characters, whatever is cut off or put together. */
class StrandTest {
    private static final Strand TEXT = Strand.ofLines("ab\n\ncde", 3);

    @Test
    void everyCharacterHasItsPlace() {
        assertEquals(new Place(1, 1), TEXT.place(0));
        assertEquals(new Place(1, 3), TEXT.place(2));
        assertEquals(new Place(2, 1), TEXT.place(3));
        assertEquals(new Place(3, 3), TEXT.place(6));
        assertEquals(new Place(3, 4), TEXT.place(7));
        assertThrows(IndexOutOfBoundsException.class, () -> TEXT.place(8));
        assertThrows(IndexOutOfBoundsException.class, () -> TEXT.place(-1));
    }

    @Test
    void aPartKeepsThem() {
        Strand part = TEXT.part(1, 6);
        assertEquals("b\n\ncd", part.text());
        assertEquals(new Place(1, 2), part.place(0));
        assertEquals(new Place(2, 1), part.place(2));
        assertEquals(new Place(3, 2), part.place(4));
        assertEquals(new Place(3, 3), part.place(5));
        assertEquals(new Place(3, 2), TEXT.part(5, 5).place(0));
    }

    @Test
    void whatIsPutTogetherKeepsThem() {
        Strand.Builder builder = new Strand.Builder().append(Strand.of("x", 9, 5));
        builder.append('\n', builder.end());
        builder.append(Strand.of("", 10, 1));
        builder.append('\n', builder.end());
        builder.append(TEXT.part(0, 2));
        Strand built = builder.build();
        assertEquals("x\n\nab", built.text());
        assertEquals(new Place(9, 5), built.place(0));
        assertEquals(new Place(9, 6), built.place(1));
        assertEquals(new Place(10, 1), built.place(2));
        assertEquals(new Place(1, 1), built.place(3));
        assertEquals(new Place(1, 3), built.place(5));
    }

    @Test
    void anEmptyEndStandsWhereItsLineBegins() {
        Strand.Builder builder = new Strand.Builder().append(Strand.of("x", 1, 1));
        builder.append('\n', builder.end());
        assertEquals(new Place(2, 1), builder.append(Strand.of("", 2, 1)).build().place(2));
    }
}

package dev.shisa.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.json.JsonMapper;

/** Every form a field can be asked for in, right and wrong. */
class StrictObjectTest {
    private static StrictObject object(String text) {
        return new StrictObject(new JsonMapper().readTree(text), "it");
    }

    private static void refuses(String sentence, Executable reading) {
        assertEquals(sentence, assertThrows(IllegalArgumentException.class, reading).getMessage());
    }

    @Test
    void aWholeNumberIsNoFractionAndNoTextAndFits() {
        assertEquals(7, object("{\"n\":7}").number("n"));
        assertEquals(Long.MAX_VALUE, object("{\"n\":9223372036854775807}").number("n"));
        refuses("it.n is not a whole number.", () -> object("{\"n\":9223372036854775808}").number("n"));
        refuses("it.n is not a whole number.", () -> object("{\"n\":7.0}").number("n"));
        refuses("it.n is not a whole number.", () -> object("{\"n\":\"7\"}").number("n"));
    }

    @Test
    void whatIsOptionalMayBeMissingButNotOfAnotherType() {
        assertEquals(Optional.empty(), object("{}").optionalText("t"));
        assertEquals(Optional.of("a"), object("{\"t\":\"a\"}").optionalText("t"));
        refuses("it.t is not a text.", () -> object("{\"t\":null}").optionalText("t"));
        assertEquals(Optional.empty(), object("{}").optionalInstant("t"));
        assertEquals(Optional.of(AnAccount.NOON), object("{\"t\":\"2026-11-22T12:00:00Z\"}").optionalInstant("t"));
        refuses("it.t is not a point in time.", () -> object("{\"t\":\"noon\"}").optionalInstant("t"));
    }

    @Test
    void aListOfTextsHoldsTextsOnce() {
        assertEquals(AnAccount.set("a", "b"), object("{\"l\":[\"b\",\"a\"]}").texts("l"));
        refuses("it.l is not a list.", () -> object("{\"l\":\"a\"}").texts("l"));
        refuses("it.l holds something that is not a text.", () -> object("{\"l\":[1]}").texts("l"));
        refuses("it.l holds 'a' twice.", () -> object("{\"l\":[\"a\",\"a\"]}").texts("l"));
    }

    @Test
    void whatNobodyAskedForIsAFault() {
        StrictObject object = object("{\"t\":\"a\",\"u\":true}");
        assertEquals("a", object.text("t"));
        refuses("it has a field 'u' that is not understood.", object::end);
        refuses("it.t is not true or false.", () -> object.flag("t"));
        assertEquals(true, object.flag("u"));
        object.end();
        refuses("it has no field 'v'.", () -> object.object("v"));
        refuses("it.t is not a JSON object.", () -> object.object("t"));
    }
}

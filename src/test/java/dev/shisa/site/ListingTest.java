package dev.shisa.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name is listed by itself or by a pattern, whatever the size of its letters. */
class ListingTest {
    @ParameterizedTest
    @CsvSource({"rehearsal-*, rehearsal-1@sgu.example, true", "rehearsal-*, Rehearsal-1@SGU.example, true",
            "rehearsal-*, a-rehearsal-1@sgu.example, false", "rehearsal-*@sgu.example, rehearsal-1@sgu.example, true",
            "rehearsal-*@sgu.example, rehearsal-1@sgu.example.contoso.example, false",
            "rehearsal-*@sgu.example, rehearsal-@sgu.example, true",
            "a*a@sgu.example, a@sgu.example, false", "a*b*c@sgu.example, axbxc@sgu.example, true",
            "a*b*c@sgu.example, axcxb@sgu.example, false", "a*b*b@sgu.example, ab@sgu.example, false",
            "glass@sgu.example, glass@sgu.example, true", "glass@sgu.example, glass@sgu.example2, false"})
    void aStarStandsForAnyCharacters(String listed, String name, boolean contained) {
        assertEquals(contained, new Listing(List.of(listed)).contains(name));
    }

    @ParameterizedTest
    @CsvSource({"'*'", "'*@sgu.example'", "''", "Upper@sgu.example"})
    void nobodyListsEverybodyByMistake(String name) {
        assertThrows(IllegalArgumentException.class, () -> new Listing(List.of(name)));
    }

    @Test
    void namesAreAskedForByHowTheyBegin() {
        assertEquals(List.of("a-", "b@sgu.example"),
                new Listing(List.of("a-*@sgu.example", "a-*@contoso.example", "b@sgu.example")).prefixes());
    }
}

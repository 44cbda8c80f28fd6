package dev.shisa.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BordersTest {
    private static final Pattern BOUND = Pattern.compile("userPrincipalName (ge|le) '([^']*)'");
    private static final String LETTERS = "aAbz09.-_'#ü";

    @Test
    void aSampleIsCutIntoRangesOfTheSameSize() {
        List<String> names = new ArrayList<>();
        for (char letter = 'a'; letter <= 'h'; letter++) {
            names.add(letter + "1@contoso.example");
        }
        assertEquals(List.of("c1", "e1", "g1"), Borders.of(names.reversed(), 4).names());
        assertEquals(
                List.of("userPrincipalName le 'c1'", "userPrincipalName ge 'c1' and userPrincipalName le 'e1'",
                        "userPrincipalName ge 'e1' and userPrincipalName le 'g1'", "userPrincipalName ge 'g1'"),
                Borders.of(names, 4).filters());
    }

    @Test
    void whoHasNothingToCutMakesNoFilterThatLeavesAnybodyOut() {
        assertEquals(List.of(""), Borders.of(List.of(), 4).filters());
        assertEquals(List.of(), Borders.of(List.of("", "", "_a@x"), 4).names());
        assertEquals(List.of("a"), Borders.of(List.of("A@x", "a@y", "a'b@x", "a.c@x"), 4).names());
    }

    @Test
    void everyNameIsInExactlyOneRangeWhateverTheSampleWas() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            Borders borders = Borders.of(names(random, random.nextInt(12)), 2 + random.nextInt(4));
            for (String name : names(random, 20)) {
                long ranges = borders.filters().stream().filter(filter -> matches(filter, name)).count();
                assertEquals(1, ranges, name + " among " + borders);
            }
            assertTrue(borders.names().stream().noneMatch(border -> border.contains("@") || border.isEmpty()));
        }
    }

    private static List<String> names(Random random, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder name = new StringBuilder();
            for (int length = 1 + random.nextInt(4); length > 0; length--) {
                name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            names.add(name + "@contoso.example");
        }
        return names;
    }

    private static boolean matches(String filter, String name) {
        if (filter.isEmpty()) {
            return true;
        }
        return BOUND.matcher(filter).results().allMatch(bound -> {
            int difference = name.compareToIgnoreCase(bound.group(2));
            return bound.group(1).equals("ge") ? difference >= 0 : difference <= 0;
        });
    }
}

package dev.shisa.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.Cases;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an allowed signers file says, and every mistake in it. */
class AllowedSignersTest {
    private static final SoftwareKey KEY = SoftwareKey.ed25519();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static List<String> mistakes(String text) {
        return assertInstanceOf(AllowedSigners.Reading.Malformed.class, AllowedSigners.read(text, ZoneOffset.UTC))
                .mistakes();
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsLine() {
        assertEquals(
                List.of("Line 2 cannot be read: its key is missing.",
                        "Line 4 cannot be read: the option 'colour' is not known.",
                        "Line 5 cannot be read: a DSA key is too weak to decide anything."),
                mistakes("# signers\nanne\nbert " + KEY.line() + "\ncarl colour=\"red\" " + KEY.line()
                        + "\ndora ssh-dss AAAAB3NzaC1kc3M=\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"\"anne KEY; a quotation mark is not closed",
            "an\"ne\" KEY; a quotation mark stands within its principals",
            "\"anne\"bert KEY; no blank follows its principals", "anne,,bert KEY; an empty word",
            "anne,! KEY; an empty word", "\"anne, bert\" KEY; begins or ends with a blank",
            "anne,anne KEY; it names a principal twice", "anne; its key is missing",
            "anne ssh-ed25519; its key has a type and no text", "anne ssh-ed25519 AAAA!; is not base64",
            "anne cert-authority; its key is missing", "anne cert-authority,cert-authority KEY; stands there twice",
            "anne cert-authority=\"yes\" KEY; no comma or blank follows an option",
            "anne namespaces KEY; the key type 'namespaces' is not known|its text is not base64",
            "anne namespaces=git KEY; has no value in quotation marks",
            "anne namespaces=; the option 'namespaces' has no value in quotation marks",
            "anne =\"a\" KEY; the option '' is not known", "anne ,cert-authority KEY; the option '' is not known",
            "anne \"a\" KEY; the option '\"a\"' is not known",
            "anne namespaces=\"a\",namespaces=\"b\" KEY; stands there twice",
            "anne namespaces=\"\" KEY; its list of namespaces has an empty word",
            "anne valid-after=\"20260101\",valid-after=\"20260101\" KEY; stands there twice",
            "anne valid-before=\"20260101\",valid-before=\"20260101\" KEY; stands there twice",
            "anne valid-before=\"20260101\",valid-after=\"20260101\" KEY; it is never valid",
            "anne valid-before=\"tomorrow\" KEY; not a time of the form",
            "anne valid-before=\"20260229Z\" KEY; a time that no calendar has",
            "anne valid-before=\"20260101246000Z\" KEY; a time that no calendar has",
            "anne valid-before=\"19700101Z\" KEY; lies before 1970", "anne colour=\"red\" KEY; 'colour' is not known",
            "anne namespaces=\"a\", KEY; the option '' is not known"})
    void aMistakeIsNamed(String line, String clause) {
        List<String> mistakes = mistakes(line.replace("KEY", KEY.line()));
        assertEquals(1, mistakes.size());
        assertTrue(List.of(clause.split("\\|")).stream().anyMatch(mistakes.getFirst()::contains),
                mistakes.getFirst());
    }

    @Test
    void whatCannotBeSeenIsAMistake() {
        for (String hidden : List.of("\u0000", "\u202e", "\u200b", "\r", "\ufeff")) {
            assertTrue(mistakes("an" + hidden + "ne " + KEY.line()).getFirst().contains("cannot be seen"), hidden);
        }
        assertEquals(1, mistakes("\ufeffanne " + KEY.line()).size());
    }

    @Test
    void aFileWithoutLinesAllowsNobody() {
        assertEquals(Set.of(), Checks.signers("# nobody\n\n").principals());
        assertEquals(Set.of("anne", "bert carlson"),
                Checks.signers("\"anne,bert carlson\" " + KEY.line()).principals());
    }

    @Test
    void aFileWithoutEndIsRefused() {
        assertTrue(mistakes("#".repeat(1024 * 1024 + 1)).getFirst().contains("more than"));
    }

    /** In summer ssh-keygen takes a local time for standard time, which people do not mean. Whatever allows less holds. */
    @ParameterizedTest
    @CsvSource({"20260115, 2026-01-14T23:00:00Z, 2026-01-14T23:00:00Z",
            "20260715, 2026-07-14T22:00:00Z, 2026-07-14T23:00:00Z",
            "202607151200, 2026-07-15T10:00:00Z, 2026-07-15T11:00:00Z",
            "20260715120000Z, 2026-07-15T12:00:00Z, 2026-07-15T12:00:00Z",
            // put back: 02:30 happens twice
            "202610250230, 2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z",
            // put forward: 02:30 never happens
            "202603290230, 2026-03-29T01:30:00Z, 2026-03-29T01:30:00Z"})
    void localTimesAreReadSoThatLessIsAllowed(String stamp, Instant first, Instant last) throws Exception {
        assertEquals(first, Stamp.read(stamp, BERLIN).getFirst());
        assertEquals(last, Stamp.read(stamp, BERLIN).getLast());
        SshPublicKey key = assertInstanceOf(SshPublicKey.Reading.Understood.class,
                SshPublicKey.read("ssh-ed25519", KEY.base64())).key();
        AllowedSigners signers = assertInstanceOf(AllowedSigners.Reading.Intact.class,
                AllowedSigners.read("anne valid-after=\"" + stamp + "\" " + KEY.line() + "\nanne valid-before=\""
                        + stamp + "\" " + KEY.line(), BERLIN))
                .signers();
        AllowedSigner after = signers.lines(key).getFirst();
        AllowedSigner before = signers.lines(key).getLast();
        assertEquals(List.of(false, true), List.of(after.isValid(last.minusNanos(1)), after.isValid(last)));
        assertEquals(List.of(true, false), List.of(before.isValid(first.minusNanos(1)), before.isValid(first)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"git git true", "git gi false", "git gitt false", "g?t git true",
            "g?t gt false", "??? git true", "?? git false", "* git true", "g*t git true", "g*t gt true", "g*t gi false",
            "*,!git git false", "*,!git approval@shisa.dev true", "!git approval@shisa.dev false", "!g*,git git false",
            "file,git git true", "file,git cat false", "!file,git git true"})
    void aPatternIsAnyTextOrOneCharacterAndAnExclusionOutweighsTheOthers(String pattern, String text, boolean matches)
            throws MalformedException {
        assertEquals(matches, PatternList.read(pattern, "list").matches(text));
    }

    @Test
    void blanksBeforeALineAndEndsAsOnWindowsSayNothing() {
        assertEquals(Set.of("anne", "bert"), Checks.signers(
                " \t# signers\r\n \tanne " + KEY.line() + "\r\n\r\nbert namespaces=\"git\" " + KEY.line() + "\r\n")
                .principals());
    }

    @Test
    void manyStarsTakeNoTime() throws MalformedException {
        String text = "a".repeat(2000);
        assertEquals(false, PatternList.read("*a".repeat(500) + "b", "list").matches(text));
        assertEquals(true, PatternList.read("*a".repeat(500) + "*", "list").matches(text));
    }

    /** Whatever is in a file, reading it ends with an answer. */
    @Test
    void noTextMakesItThrow() {
        String words = "anne,bert \"\n\t#=!*?cert-authority namespaces=\"a\" valid-after=\"20260101Z\" " + KEY.line();
        Cases.check(random -> {
            List<String> lines = new ArrayList<>();
            for (int line = 0; line < 3; line++) {
                lines.add(mutated("anne namespaces=\"a\",valid-after=\"20260101\" " + KEY.line(), words, random));
            }
            AllowedSigners.read(String.join("\n", lines), BERLIN);
            RevokedKeys.read(String.join("\n", lines));
        });
    }

    private static String mutated(String text, String letters, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int change = random.nextInt(4); change > 0; change--) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(3)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
                default -> changed.insert(at, letters, 0, random.nextInt(letters.length()));
            }
        }
        return changed.toString();
    }
}

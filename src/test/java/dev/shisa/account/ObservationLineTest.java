package dev.shisa.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObservationLineTest {
    private static final String ID = "6fd2c87f-b296-42f0-b197-1e91e994b900";

    @Test
    void aLineGivesBackWhatWasWritten() {
        RandomObservations random = new RandomObservations(31);
        for (int i = 0; i < 500; i++) {
            Observation account = random.next();
            byte[] line = ObservationLine.write(account);
            byte[] among = ("xx" + new String(line, StandardCharsets.UTF_8) + "yy").getBytes(StandardCharsets.UTF_8);
            assertEquals(account, ObservationLine.read(among, 2, among.length - 2), () -> text(line));
            assertArrayEquals(line, ObservationLine.write(ObservationLine.read(line, 0, line.length)));
            assertEquals(account.id(), ObservationLine.id(among, 2));
            assertFalse(text(line).contains("\n"));
        }
    }

    @Test
    void anAccountThatIsReadAgainDiffersBehindItsStateOnly() {
        RandomObservations random = new RandomObservations(32);
        for (int i = 0; i < 500; i++) {
            Observation account = random.next();
            assertArrayEquals(state(account), state(readAt(account, Instant.parse("2031-01-01T00:00:00Z"))));
            Map<Facet, Reading> other = new EnumMap<>(Facet.class);
            other.putAll(account.readings());
            other.put(Facet.HOLDS, new Reading.Unseen("another reason"));
            assertFalse(Arrays.equals(state(account), state(new Observation(account.id(), account.traits(), other))));
        }
    }

    private static Observation readAt(Observation account, Instant at) {
        Map<Facet, Reading> later = new EnumMap<>(Facet.class);
        account.readings().forEach((facet, reading) -> later.put(facet,
                reading instanceof Reading.Seen seen ? new Reading.Seen(seen.seen(), "later", at) : reading));
        return new Observation(account.id(), account.traits(), later);
    }

    private static byte[] state(Observation account) {
        byte[] line = ObservationLine.write(account);
        int end = ObservationLine.stateEnd(line, 0, line.length);
        assertTrue(text(line).substring(text(Arrays.copyOf(line, end)).length()).startsWith(",\"read\":["));
        return Arrays.copyOf(line, end);
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    @Test
    void aTextThatLooksLikeTheEndOfTheStateIsNot() {
        String trap = ",\"read\":[{\"source\":\"x\"}]";
        Observation account = new Observation(new AccountId(ID), Optional.empty(), Map.of(Facet.HOLDS,
                new Reading.Unseen(trap)));
        byte[] line = ObservationLine.write(account);
        assertEquals(line.length - ",\"read\":[]}".length(), ObservationLine.stateEnd(line, 0, line.length));
        assertEquals(account, ObservationLine.read(line, 0, line.length));
    }

    @Test
    void linesAreInTheOrderOfTheirIds() {
        RandomObservations random = new RandomObservations(33);
        Observation last = random.next();
        for (int i = 0; i < 100; i++) {
            Observation next = random.next();
            assertEquals(Integer.signum(last.id().compareTo(next.id())), Integer.signum(
                    ObservationLine.compareIds(ObservationLine.write(last), 0, ObservationLine.write(next), 0)));
            last = next;
        }
    }

    @Test
    void whatIsNotWrittenSoIsRefused() {
        String good = "{\"id\":\"" + ID
                + "\",\"facets\":{\"enabled\":{\"value\":true},\"holds\":{\"unseen\":\"why\"}},\"read\":[{\"source\":\"s\",\"at\":\"2026-01-01T00:00:00Z\",\"facets\":[\"enabled\"]}]}";
        assertEquals(Optional.of(new FacetValue.Enabled(true)), read(good).value(Facet.ENABLED));
        refused("not JSON", good.substring(1));
        refused("not JSON", good.replace("\"value\":true", "\"value\":true,\"value\":false"));
        refused("order", good.replace("{\"id\"", "{ \"id\""));
        refused("order", good.replace(",\"read\":[", ", \"read\":["));
        refused("order", moved(good));
        refused("nobody says when", good.replace("[\"enabled\"]", "[]"));
        refused("is unseen and was read", good.replace("[\"enabled\"]", "[\"enabled\",\"holds\"]"));
        refused("has no value", good.replace("[\"enabled\"]", "[\"enabled\",\"mailbox\"]"));
        refused("a list of facets", good.replace("[\"enabled\"]", "[\"ENABLED\"]"));
        refused("read twice", good.replace("}]}",
                "},{\"source\":\"t\",\"at\":\"2026-01-01T00:00:00Z\",\"facets\":[\"enabled\"]}]}"));
        refused("surplus", good.replace("\"read\":[", "\"surplus\":1,\"read\":["));
        refused("not an object id", good.replace(ID, "6fd2c87f"));
    }

    /** The same object with what tells of the look before what the account is. */
    private static String moved(String line) {
        int read = line.indexOf(",\"read\":");
        int facets = line.indexOf(",\"facets\":");
        String moved = line.substring(0, facets) + line.substring(read, line.length() - 1)
                + line.substring(facets, read) + "}";
        assertNotEquals(line, moved);
        return moved;
    }

    private static Observation read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return ObservationLine.read(bytes, 0, bytes.length);
    }

    private static void refused(String why, String line) {
        String sentence = String.valueOf(assertThrows(IllegalArgumentException.class, () -> read(line)).getMessage());
        assertTrue(sentence.contains(why), sentence + " for " + line);
    }

    @Test
    void whatIsTooShortForAnIdHasNone() {
        assertTrue(ObservationLine.hasId(0, 44));
        assertEquals(List.of(false, false), List.of(ObservationLine.hasId(0, 43), ObservationLine.hasId(7, 43)));
    }
}

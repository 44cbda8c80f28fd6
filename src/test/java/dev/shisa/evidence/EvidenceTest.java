package dev.shisa.evidence;

import static dev.shisa.account.AnAccount.NOON;
import static dev.shisa.account.AnAccount.id;
import static dev.shisa.account.AnAccount.number;
import static dev.shisa.account.AnAccount.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AnAccount;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.Harm;
import dev.shisa.catalog.Decision;
import dev.shisa.execute.Bench;
import dev.shisa.store.SealedObject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Evidence speaks for one key, for a time, and only as it was written. */
class EvidenceTest {
    private static final EvidenceKey KEY = new EvidenceKey("t", "mailbox remove", "cd", "--keep-identity", "kind=user",
            "delayed-delicensing=off", "0.1");
    private static final Evidence EVIDENCE = new Evidence(KEY, id(1), "rehearsal-1@sgu.example", "r-1", NOON,
            NOON.plus(Duration.ofDays(7)), Set.of(Facet.MAILBOX, Facet.LICENCES), List.of("warned 指差"),
            Duration.ofSeconds(3), List.of(new Residue(Facet.GROUPS, "member of [a]", "member of []", Harm.SOFT)));

    @Test
    void everyPartOfTheKeyMakesAnotherKey() {
        List<EvidenceKey> keys = List.of(KEY, new EvidenceKey("u", "mailbox remove", "cd", "--keep-identity",
                "kind=user", "delayed-delicensing=off", "0.1"),
                new EvidenceKey("t", "user delete", "cd", "--keep-identity", "kind=user", "delayed-delicensing=off",
                        "0.1"),
                new EvidenceKey("t", "mailbox remove", "ce", "--keep-identity", "kind=user", "delayed-delicensing=off",
                        "0.1"),
                new EvidenceKey("t", "mailbox remove", "cd", "--discard-identity", "kind=user",
                        "delayed-delicensing=off", "0.1"),
                new EvidenceKey("t", "mailbox remove", "cd", "--keep-identity", "kind=guest", "delayed-delicensing=off",
                        "0.1"),
                new EvidenceKey("t", "mailbox remove", "cd", "--keep-identity", "kind=user",
                        "delayed-delicensing=unread", "0.1"),
                new EvidenceKey("t", "mailbox remove", "cd", "--keep-identity", "kind=user", "delayed-delicensing=off",
                        "0.2"));
        assertEquals(keys.size(), new HashSet<>(keys.stream().map(EvidenceKey::digest).toList()).size());
    }

    @Test
    void aDecisionHasTheKeyOfItsOwnWords() {
        Decision keep = Bench.keepIdentity();
        SortedMap<String, String> traits = new TreeMap<>(
                Map.of("organisation-holds", "none", "delayed-delicensing", "on"));
        EvidenceKey key = EvidenceKey.of("t", traits, keep, "kind=user");
        assertEquals(new EvidenceKey("t", "mailbox remove", keep.command().digest(), "--keep-identity", "kind=user",
                "delayed-delicensing=on organisation-holds=none", EvidenceKey.VERSION), key);
        assertNotEquals(key,
                EvidenceKey.of("t", traits, Bench.decision("mailbox remove", "discard-identity"), "kind=user"));
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "0, true", "604799, true", "604800, false", "604801, false"})
    void countsFromItsMakingUntilItsExpiry(long seconds, boolean valid) {
        assertEquals(valid, EVIDENCE.isValid(NOON.plusSeconds(seconds)));
    }

    @Test
    void isReadAsItWasWritten() {
        assertEquals(Optional.of(EVIDENCE), EvidenceFile.read(EvidenceFile.write(EVIDENCE)));
    }

    @Test
    void aChangedByteMakesItNoEvidence() {
        byte[] written = EvidenceFile.write(EVIDENCE);
        for (int at = 0; at < written.length; at++) {
            byte[] changed = written.clone();
            changed[at] ^= 1;
            assertEquals(Optional.empty(), EvidenceFile.read(changed), "byte " + at);
        }
        assertEquals(Optional.empty(), EvidenceFile.read(new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant_id", "account", "made", "expires", "exercised", "warnings", "residue",
            "convergence"})
    void aSealedFileThatIsNotEvidenceIsNone(String member) {
        ObjectNode object = assertInstanceOf(SealedObject.Content.Intact.class,
                SealedObject.open(EvidenceFile.write(EVIDENCE))).object();
        ObjectNode without = object.deepCopy();
        without.remove(member);
        assertEquals(Optional.empty(), EvidenceFile.read(SealedObject.seal(without)));
        if (!member.equals("tenant_id")) {
            assertEquals(Optional.empty(),
                    EvidenceFile.read(SealedObject.seal(object.deepCopy().put(member, "strange"))));
            assertEquals(Optional.empty(), EvidenceFile.read(SealedObject.seal(object.deepCopy().putNull(member))));
        }
    }

    @Test
    void aSealedFileThatSaysMoreThanIsUnderstoodIsNone() {
        ObjectNode object = assertInstanceOf(SealedObject.Content.Intact.class,
                SealedObject.open(EvidenceFile.write(EVIDENCE))).object();
        assertEquals(Optional.empty(), EvidenceFile.read(SealedObject.seal(object.deepCopy().put("withdrawn", true))));
    }

    @Test
    void whatTheTargetsHoldAndTheRehearsalDidNotIsAGap() {
        Set<Facet> watched = EnumSet.of(Facet.MAILBOX, Facet.ARCHIVE, Facet.GROUPS, Facet.HOLDS);
        AnAccount bare = number(1).with(new Archive(false)).with(new Groups(set(), set()));
        Set<Facet> targets = Coverage.held(List.of(bare.seen(), number(2).seen(), number(3).unseen(Facet.MAILBOX)
                .seen()), watched);
        assertEquals(EnumSet.of(Facet.MAILBOX, Facet.ARCHIVE, Facet.GROUPS), targets);
        assertEquals(EnumSet.of(Facet.ARCHIVE, Facet.GROUPS),
                Coverage.gaps(targets, Coverage.held(bare.seen(), watched)));
        assertEquals(Set.of(), Coverage.gaps(targets, Coverage.held(number(2).seen(), watched)));
        assertEquals(EnumSet.of(Facet.ARCHIVE, Facet.GROUPS),
                Coverage.held(number(3).unseen(Facet.MAILBOX).seen(), watched), "what was not seen was not exercised");
        assertTrue(Coverage.held(List.of(), watched).isEmpty());
    }
}

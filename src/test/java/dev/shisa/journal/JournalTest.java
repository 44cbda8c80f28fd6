package dev.shisa.journal;

import static dev.shisa.account.AnAccount.id;
import static dev.shisa.account.AnAccount.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.shisa.account.AccountId;
import dev.shisa.account.AnAccount;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.account.RandomObservations;
import dev.shisa.account.Reading;
import dev.shisa.catalog.WireCall;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.store.ChainedLog;
import dev.shisa.store.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every record has one literal form, and is read again as it was written. */
class JournalTest {
    private static final Instant AT = Instant.parse("2026-11-22T01:02:03Z");
    private static final UUID REQUEST = new UUID(1, 2);
    private static final WireCall CALL = new WireCall("POST", "/users/" + new UUID(3, 4) + "/assignLicense",
            Optional.of("{\"addLicenses\":[{\"skuId\":\"" + new UUID(5, 6) + "\",\"disabledPlans\":[\"" + new UUID(7, 8)
                    + "\"]}],\"removeLicenses\":[]}"));
    private static final String ONE = "00000000-0000-4000-8000-000000000001";
    private static final Observation SEEN = new Observation(id(1), Optional.empty(),
            Map.of(Facet.IDENTITY, new Reading.Seen(Identity.ACTIVE, "graph:user", AT)));

    static Stream<Arguments> records() {
        String head = "\"at\":\"2026-11-22T01:02:03Z\"";
        String target = head + ",\"target\":\"" + ONE + "\"";
        return Stream.of(
                arguments(
                        new Entry.Opened(AT, "run-1", RunKind.RUN, "t", "sgu.example", "mailbox remove",
                                List.of("--keep-identity"), "plan-1", "d1", 7331, 500, Optional.of("snapshot-1"),
                                "anne, process 42"),
                        "{\"type\":\"opened\"," + head
                                + ",\"run\":\"run-1\",\"kind_of_run\":\"run\",\"tenant_id\":\"t\",\"domain\":\"sgu.example\""
                                + ",\"command\":\"mailbox remove\",\"words\":[\"--keep-identity\"],\"plan\":\"plan-1\""
                                + ",\"plan_digest\":\"d1\",\"targets\":7331,\"exposure\":500,\"snapshot\":\"snapshot-1\",\"by\":\"anne, process 42\"}"),
                arguments(new Entry.WaveOpened(AT, 2, List.of(id(1), id(2))),
                        "{\"type\":\"wave_opened\"," + head + ",\"wave\":2,\"targets\":[\"" + ONE
                                + "\",\"00000000-0000-4000-8000-000000000002\"]}"),
                arguments(
                        new Entry.Intent(AT, id(1), 1, 2, REQUEST,
                                new WireCall("POST", "/users/x/assignLicense", Optional.of("{\"a\":[]}")), SEEN),
                        "{\"type\":\"intent\"," + target
                                + ",\"step\":1,\"attempt\":2,\"client_request_id\":\"00000000-0000-0001-0000-000000000002\""
                                + ",\"method\":\"POST\",\"path\":\"/users/x/assignLicense\",\"body\":\"{\\\"a\\\":[]}\""
                                + ",\"before\":{\"id\":\"" + ONE
                                + "\",\"facets\":{\"identity\":{\"value\":\"active\",\"source\":\"graph:user\""
                                + ",\"read_at\":\"2026-11-22T01:02:03Z\"}}}}"),
                arguments(
                        new Entry.Intent(AT, id(1), 1, 1, REQUEST,
                                new WireCall("DELETE", "/users/x", Optional.empty()),
                                new Observation(id(1), Optional.empty(), Map.of())),
                        "{\"type\":\"intent\"," + target
                                + ",\"step\":1,\"attempt\":1,\"client_request_id\":\"00000000-0000-0001-0000-000000000002\""
                                + ",\"method\":\"DELETE\",\"path\":\"/users/x\",\"before\":{\"id\":\"" + ONE
                                + "\",\"facets\":{}}}"),
                arguments(new Entry.Rejected(AT, id(1), 403, "No \"right\"."),
                        "{\"type\":\"rejected\"," + target + ",\"status\":403,\"said\":\"No \\\"right\\\".\"}"),
                arguments(new Entry.Accepted(AT, id(1), 204),
                        "{\"type\":\"accepted\"," + target + ",\"status\":204}"),
                arguments(new Entry.Unknown(AT, id(1), "504"),
                        "{\"type\":\"unknown\"," + target + ",\"known\":\"504\"}"),
                arguments(new Entry.Observed(AT, id(1), TargetState.NOT_APPLIED, List.of("missing 指差", "x\ny")),
                        "{\"type\":\"observed\"," + target
                                + ",\"state\":\"not-applied\",\"found\":[\"missing 指差\",\"x\\ny\"]}"),
                arguments(new Entry.Skipped(AT, id(1), "drifted"),
                        "{\"type\":\"skipped\"," + target + ",\"reason\":\"drifted\"}"),
                arguments(new Entry.Gate(AT, 3, Verdict.INCONCLUSIVE, Map.of(Outcome.MISSING, 2L)),
                        "{\"type\":\"gate\"," + head
                                + ",\"wave\":3,\"verdict\":\"inconclusive\",\"counts\":{\"missing\":2}}"),
                arguments(new Entry.Paused(AT, set("b", "a")),
                        "{\"type\":\"paused\"," + head + ",\"reasons\":[\"a\",\"b\"]}"),
                arguments(new Entry.Halted(AT, "lunch"), "{\"type\":\"halted\"," + head + ",\"reason\":\"lunch\"}"),
                arguments(new Entry.Recovered(AT, "anne, process 43", false, Optional.of("journal.jsonl.torn-8")),
                        "{\"type\":\"recovered\"," + head
                                + ",\"by\":\"anne, process 43\",\"retry\":false,\"torn\":\"journal.jsonl.torn-8\"}"),
                arguments(new Entry.Recovered(AT, "anne, process 43", true, Optional.empty()),
                        "{\"type\":\"recovered\"," + head + ",\"by\":\"anne, process 43\",\"retry\":true}"),
                arguments(new Entry.Verified(AT), "{\"type\":\"verified\"," + head + "}"),
                arguments(new Entry.Closed(AT, RunStatus.PARTIAL, Optional.empty(), Optional.of("snapshot-2"),
                        Optional.of(AT)),
                        "{\"type\":\"closed\"," + head
                                + ",\"status\":\"partial\",\"snapshot\":\"snapshot-2\",\"verify_from\":\"2026-11-22T01:02:03Z\"}"),
                arguments(new Entry.Closed(AT, RunStatus.COMPLETED, Optional.empty()),
                        "{\"type\":\"closed\"," + head + ",\"status\":\"completed\"}"),
                arguments(new Entry.Closed(AT, RunStatus.STUCK, Optional.of("why")),
                        "{\"type\":\"closed\"," + head + ",\"status\":\"stuck\",\"note\":\"why\"}"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordHasOneForm(Entry record, String line) {
        assertEquals(line, EntryCodec.write(record));
        assertEquals(record, EntryCodec.read(line));
    }

    @Test
    void everyKindOfRecordStandsInTheTable() {
        Set<Class<?>> kinds = Stream.of(Entry.class.getPermittedSubclasses())
                .flatMap(kind -> kind.isInterface() ? Stream.of(kind.getPermittedSubclasses()) : Stream.of(kind))
                .collect(Collectors.toSet());
        assertEquals(kinds, records().map(row -> row.get()[0].getClass()).collect(Collectors.toSet()));
    }

    @Test
    void whateverWasObservedComesBackFromDisk(@TempDir Path folder) throws IOException {
        RandomObservations observations = new RandomObservations(7);
        Path file = folder.resolve("journal.jsonl");
        List<Entry> written = Stream.generate(observations::next).limit(200).map(
                before -> (Entry) new Entry.Intent(AT, before.id(), 1, 1, REQUEST,
                        new WireCall("DELETE", "/users/" + before.id(), Optional.empty()), before))
                .toList();
        String head = "";
        try (Journal journal = Journal.create(file)) {
            for (Entry entry : written) {
                head = journal.headWith(entry);
                journal.append(entry);
                assertEquals(head, journal.head());
            }
            journal.force();
            head = journal.head();
        }
        assertEquals(new Journal.Content.Verified(written, head, Optional.empty()), Journal.read(file));
    }

    @Test
    void aTornIntentWasNotSent(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("journal.jsonl");
        try (Journal journal = Journal.create(file)) {
            journal.append(new Entry.Skipped(AT, id(1), "x"));
            journal.append(new Entry.Accepted(AT, id(1), 200));
        }
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 5));
        Journal.Content.Verified found = assertInstanceOf(Journal.Content.Verified.class, Journal.read(file));
        assertEquals(List.of(new Entry.Skipped(AT, id(1), "x")), found.entries());
        assertEquals(true, found.torn().isPresent());
        try (Journal journal = Journal.resume(file, Disk.real())) {
            assertEquals(Optional.of("journal.jsonl.torn-2"), journal.torn());
            journal.append(new Entry.Halted(AT, "x"));
        }
        assertEquals(whole.substring(whole.indexOf('\n') + 1, whole.length() - 5),
                Files.readString(folder.resolve("journal.jsonl.torn-2")));
        try (Journal journal = Journal.resume(file, Disk.real())) {
            assertEquals(Optional.empty(), journal.torn());
        }
        Journal.Content.Verified later = assertInstanceOf(Journal.Content.Verified.class, Journal.read(file));
        assertEquals(List.of(new Entry.Skipped(AT, id(1), "x"), new Entry.Halted(AT, "x")), later.entries());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"accepted\",\"at\":\"2026-11-22T01:02:03Z\"}", "{\"type\":\"party\"}",
            "{\"type\":\"party\",\"at\":\"2026-11-22T01:02:03Z\"}", "{\"at\":\"yesterday\",\"type\":\"halted\"}",
            "{\"type\":\"closed\",\"at\":\"2026-11-22T01:02:03Z\",\"status\":\"great\"}",
            "{\"type\":\"wave_opened\",\"at\":\"2026-11-22T01:02:03Z\",\"wave\":1,\"targets\":\"x\"}", "{\"a\" 1}"})
    void aChainedLineThatIsNoRecordIsDamage(String line, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("journal.jsonl");
        try (ChainedLog log = ChainedLog.create(file, Disk.real())) {
            log.append(line);
        }
        assertInstanceOf(Journal.Content.Damaged.class, Journal.read(file));
    }

    @Test
    void theRoomThatIsReckonedHoldsAJournalInWhichEachRequestIsTriedTwice(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("journal.jsonl");
        int targets = 50;
        long tried = 0;
        try (Journal journal = Journal.create(file)) {
            for (int number = 1; number <= targets; number++) {
                AccountId target = id(number);
                journal.append(new Entry.WaveOpened(AT, number, List.of(target)));
                for (int attempt = 1; attempt <= 2; attempt++) {
                    long before = Files.size(file);
                    journal.append(new Entry.Intent(AT, target, 1, attempt, REQUEST, CALL, large(number)));
                    tried = Files.size(file) - before;
                    journal.append(new Entry.Rejected(AT, target, 429, "Too many requests were made; wait 10 s."));
                }
                journal.append(new Entry.Observed(AT, target, TargetState.VERIFIED, List.of()));
                journal.append(new Entry.Gate(AT, number, Verdict.PASSED, Map.of(Outcome.MET, 48L)));
            }
        }
        assertTrue(tried > 2_400, "an intent of a run takes 2,400 bytes; " + tried);
        long used = Files.size(file);
        assertTrue(used < Journal.bytesFor(targets), used + " bytes");
        assertTrue(used > Journal.bytesFor(targets) / 2, "more than double is reckoned: " + used);
    }

    /** An account with more groups and addresses than most. */
    private static Observation large(int number) {
        Set<String> groups = Stream.iterate(1L, group -> group + 1).limit(20)
                .map(group -> new UUID(number, group).toString()).collect(Collectors.toSet());
        return AnAccount.number(number)
                .with(new Groups(new TreeSet<>(groups), set()))
                .named("user-" + number + "@sgu.example", "user-" + number + "@sgu.example",
                        "SMTP:user-" + number + "@sgu.example", "smtp:another-name-" + number + "@mail.sgu.example")
                .seen();
    }

    @Test
    void afterAFailedWriteTheJournalTakesNothing(@TempDir Path folder) throws IOException {
        Journal journal = Journal.create(folder.resolve("journal.jsonl"));
        journal.close();
        assertThrows(IOException.class, () -> journal.append(new Entry.Halted(AT, "x")));
        assertThrows(IOException.class, journal::force);
        assertEquals(0, Files.readString(folder.resolve("journal.jsonl")).getBytes(StandardCharsets.UTF_8).length);
    }
}

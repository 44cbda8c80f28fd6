package dev.shisa.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.yaml.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may decide what is pinned word for word, or the bundle is refused. */
class GovernanceReaderTest {
    private static final String ID = "11111111-2222-4333-8444-555555555555";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    @TempDir
    private Path folder;

    private Bundle read(String members) throws IOException {
        Files.writeString(folder.resolve("site.yaml"), "format_version: \"1.0\"\ntenants:\n  - {tenant_id: " + ID
                + ", kind: production, " + members + "}\n");
        return BundleReader.read(folder);
    }

    private Governance governance(String members) throws IOException {
        return assertInstanceOf(Bundle.Intact.class, read(members)).site(ID).orElseThrow().governance();
    }

    @Test
    void everythingThatCanBePinnedIs() throws Exception {
        Governance found = governance(
                """
                        policies: rules, allowed_signers: allowed, revoked_signers: revoked, waivers: exceptions, reviews: reviewed,
                        operators: {Alice: [alice@contoso.example], bob: [bob@contoso.example, b@contoso.example]},
                        protected_groups: [11111111-2222-4333-8444-666666666666],
                        anchor: [logger, "head {head}"],
                        limits: {targets: 11, targets_percent: 12, day: 13, day_percent: 14, growth: 15},
                        freezes: [{name: examinations, zone: Asia/Tokyo, from: "2027-01-15T00:00", to: "2027-01-18T00:00"}],
                        begin: {zone: Asia/Tokyo, days: [mon, sun], from: "09:00", to: "16:30"},
                        contact_hours: {zone: UTC, days: [tue], from: "00:00", to: "23:59"}
                        """
                        .replace("\n", " "));
        assertEquals(new Governance(Optional.of(folder.resolve("site.yaml")), Optional.of(folder.resolve("rules")),
                Optional.of(folder.resolve("allowed")), Optional.of(folder.resolve("revoked")),
                Optional.of(folder.resolve("exceptions")), Optional.of(folder.resolve("reviewed")),
                Map.of("alice", Set.of("alice@contoso.example"), "bob",
                        Set.of("bob@contoso.example", "b@contoso.example")),
                Set.of("11111111-2222-4333-8444-666666666666"), List.of("logger", "head {head}"),
                new Limits(11, 12, 13, 14, 15),
                new Calendar(
                        List.of(new Calendar.Freeze("examinations", TOKYO, LocalDateTime.parse("2027-01-15T00:00"),
                                LocalDateTime.parse("2027-01-18T00:00"))),
                        Optional.of(new Hours(TOKYO, Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(9, 0),
                                LocalTime.of(16, 30))),
                        Optional.of(new Hours(ZoneId.of("UTC"), Set.of(DayOfWeek.TUESDAY), LocalTime.MIDNIGHT,
                                LocalTime.of(23, 59))))),
                found);
        assertEquals(Set.of("alice", "alice@contoso.example"), found.names("ALICE"));
        assertEquals(Set.of("carol"), found.names("carol"));
        assertEquals(List.of("site.yaml", "rules", "allowed", "revoked", "exceptions", "reviewed"),
                found.places().stream().map(place -> String.valueOf(place.getFileName())).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "policies: ../rules | this is no name of a file or folder beside site.yaml",
            "policies: /rules | this is no name of a file or folder beside site.yaml",
            "waivers: a/b | this is no name of a file or folder beside site.yaml",
            "policies: . | this is no name of a file or folder beside site.yaml",
            "allowed_signers: ['x'] | this must be the name of a file or folder beside this file",
            "operators: {alice: []} | at least 1 must stand here",
            "operators: {alice: [Alice@contoso.example]} | 'Alice@contoso.example' is not a sign-in name such as alice@contoso.example in small letters",
            "operators: {alice: [a@contoso.example], Alice: [b@contoso.example]} | the user Alice stands here twice, in small letters and in capitals",
            "protected_groups: [students] | 'students' is not an object id: 36 characters in small letters, such as 11111111-2222-4333-8444-555555555555",
            "anchor: [logger] | the command is not told the head: {head} stands nowhere",
            "limits: {targets: 0} | minimum",
            "freezes: [{name: x, zone: Tokio, from: \"2027-01-15T00:00\", to: \"2027-01-18T00:00\"}] | 'Tokio' is not a time zone such as Asia/Tokyo",
            "freezes: [{name: x, zone: UTC, from: \"2027-01-15\", to: \"2027-01-18T00:00\"}] | '2027-01-15' is not a local time such as 2027-01-15T00:00",
            "freezes: [{name: x, zone: UTC, from: \"2027-01-18T00:00\", to: \"2027-01-18T00:00\"}] | the window ends before it begins",
            "begin: {zone: UTC, days: [mon], from: \"22:00\", to: \"06:00\"} | these hours end before they begin; hours do not pass midnight",
            "begin: {zone: UTC, days: [monday], from: \"09:00\", to: \"16:00\"} | 'monday' is not one of mon, tue, wed, thu, fri, sat, sun",
            "begin: {zone: UTC, days: [], from: \"09:00\", to: \"16:00\"} | at least 1 must stand here",
            "begin: {zone: UTC, days: [mon], from: \"9\", to: \"16:00\"} | '9' is not a time of day such as 09:00",
            "freeze: [] | there is no key 'freeze' here"})
    void aMistakeRefusesTheWholeBundle(String members, String told) throws Exception {
        Mistake mistake = assertInstanceOf(Bundle.Mistakes.class, read(members)).mistakes().getFirst();
        assertTrue(mistake.sentence().contains(told), mistake::render);
    }
}

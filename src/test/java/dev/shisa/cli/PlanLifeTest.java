package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan from its making to its end: shown, rehearsed, applied, spent, stale. */
class PlanLifeTest extends Scene {
    private static final String[] SAID = {"--confirm", "1@contoso.example", "--accept-loss", "licences,mailbox"};

    @BeforeEach
    void serve() {
        serve("small");
    }

    private String plan(String local) {
        return shell().json("mailbox", "remove", local + "@contoso.example", "--keep-identity").exits(0).text("plan");
    }

    private Result said(String verb, String plan) {
        return shell().json(verb, plan, SAID[0], SAID[1], SAID[2], SAID[3]);
    }

    @Test
    void aRehearsedPlanIsAppliedWithoutAnotherRehearsalAndOnlyOnce() {
        String plan = plan("person1");
        shell().json("rehearse", plan).exits(18);
        assertEquals(List.of(), tenant().writes(0));
        Result rehearsed = said("rehearse", plan).exits(0);
        assertEquals(1, rehearsed.lines("evidence").size());
        assertEquals(2, tenant().applied(0).size(), "there and back");
        assertEquals(1, shell().json("evidence", "list").exits(0).lines("evidence").size());
        long seen = tenant().seen();
        Result applied = shell().next(rehearsed.text("next")).exits(0);
        assertEquals(1, tenant().applied(seen).size(), "no second rehearsal");
        Result spent = said("apply", plan).exits(12);
        spent.holds(spent.errors().contains(applied.text("run")), "the run that spent it is named");
        assertEquals(1, tenant().applied(seen).size());
        Result shown = shell().json("plan", "show", plan).exits(0);
        assertTrue(shown.last().path("next").isNull() && shown.out().contains("is spent: " + applied.text("run")),
                shown::toString);
        Result report = shell().run("run", "report", applied.text("run")).exits(0);
        report.shows(applied.text("run"), "completed");
        shell().json("run", "report", applied.text("run")).exits(0);
        shell().json("run", "show", "run-nobody").exits(4);
        assertEquals(1, shell().json("plan", "list").exits(0).lines("plan").size());
        shell().json("apply", "plan-nobody").exits(4);
    }

    @Test
    void anEditedPlanIsNoPlan() throws IOException {
        String plan = plan("person1");
        String other = tenant().account("person2").path("id").asString();
        String mine = tenant().account("person1").path("id").asString();
        Path file = shell().store().resolve("plans").resolve(plan + ".json");
        Files.writeString(file, Files.readString(file).replace(mine, other));
        said("apply", plan).exits(12);
        said("rehearse", plan).exits(12);
        said("apply", file.toString()).exits(12);
        Files.writeString(file, "{");
        said("apply", plan).exits(12);
        assertEquals(List.of(), tenant().writes(0));
    }

    @Test
    void anotherCatalogMakesAPlanStale() throws IOException {
        String plan = plan("person1");
        Path catalog = folder.resolve("other.yaml");
        Files.writeString(catalog,
                Files.readString(Path.of("commands.yaml")).replaceFirst("within: PT60M", "within: PT59M"));
        shell().json("apply", plan, SAID[0], SAID[1], SAID[2], SAID[3], "--catalog", catalog.toString()).exits(12);
        Files.writeString(catalog, Files.readString(catalog).replaceFirst("facet: licences", "facet: licenses"));
        shell().json("apply", plan, SAID[0], SAID[1], SAID[2], SAID[3], "--catalog", catalog.toString()).exits(2);
        assertEquals(List.of(), tenant().writes(0));
    }

    @Test
    void aDriftedAccountIsNamed() {
        String plan = plan("person1");
        String id = tenant().account("person1").path("id").asString();
        tenant().graph("PATCH", "/users/" + id, "{\"accountEnabled\":false}");
        long seen = tenant().seen();
        Result stale = said("apply", plan).exits(12);
        stale.holds(stale.errors().contains("person1@contoso.example"), "the account is named");
        shell().json("plan", "show", plan).exits(0);
        assertEquals(List.of(), tenant().writes(seen));
    }

    @Test
    void aPlanExpiresByTheServersClock() {
        String plan = plan("person1");
        tenant().advance("PT23H");
        said("rehearse", plan).exits(0);
        tenant().advance("PT2H");
        long seen = tenant().seen();
        said("apply", plan).exits(12);
        assertEquals(List.of(), tenant().writes(seen));
    }

    @Test
    void evidenceExpires() {
        said("rehearse", plan("person1")).exits(0);
        tenant().advance("P8D");
        long seen = tenant().seen();
        said("apply", plan("person1")).exits(0);
        assertEquals(3, tenant().applied(seen).size(), "rehearsed again");
    }

    @Test
    void snapshotsAreKeptComparedAndVerified() throws IOException {
        String first = shell().json("snapshot", "take").exits(0).lines("snapshot").getFirst().path("snapshot")
                .asString();
        execute("1@contoso.example", "licences,mailbox", "mailbox", "remove", "person1@contoso.example",
                "--keep-identity").exits(0);
        String second = shell().json("snapshot", "take").exits(0).lines("snapshot").getFirst().path("snapshot")
                .asString();
        assertTrue(shell().json("snapshot", "list").exits(0).lines("snapshot").size() >= 2);
        shell().json("snapshot", "show", first).exits(0);
        shell().json("snapshot", "diff", first, first).exits(0);
        Result different = shell().json("snapshot", "diff", first, second).exits(10);
        different.holds(different.out().contains("person1@contoso.example"), "who is different is named");
        shell().json("snapshot", "verify", first).exits(0);
        Path folder = shell().store().resolve("snapshots").resolve(first);
        Path accounts;
        try (Stream<Path> files = Files.list(folder)) {
            accounts = files.filter(file -> file.toString().endsWith(".zst")).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(accounts);
        bytes[bytes.length / 2] ^= 1;
        Files.write(accounts, bytes);
        shell().json("snapshot", "verify", first).exits(20);
        shell().json("snapshot", "diff", first, second).exits(20);
        shell().json("snapshot", "show", "snapshot-nobody").exits(4);
        shell().json("snapshot", "show", "../plans").exits(4);
    }

    @Test
    void oneAccountIsShown() {
        Result shown = shell().json("account", "show", "PERSON1@contoso.example").exits(0);
        assertTrue(shown.lines("facet").size() > 5);
        shell().json("account", "show", "gone1@contoso.example").exits(0);
        shell().json("account", "show", "nobody@contoso.example").exits(4);
        assertEquals(List.of(), tenant().writes(0));
    }
}

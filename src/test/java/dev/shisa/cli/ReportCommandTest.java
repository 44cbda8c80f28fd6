package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.report.JsonReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report of a run as a page, as Markdown and as a notice, in both languages. */
class ReportCommandTest extends Scene {
    private static final String[] ALL = {"mailbox", "remove", "--all", "--keep-identity", "--reason", "a <b> & c"};

    private String run(int exit) {
        String confirm = shell().json(ALL).exits(0).text("confirm");
        return execute(confirm, "licences,mailbox", ALL).exits(exit).text("run");
    }

    private String violated() {
        serve("synthetic:200");
        tenant().faults("[{\"misbehave\":\"identity-lost\",\"from\":25}]");
        return run(22);
    }

    private Document page(String run, String language) throws Exception {
        Path file = folder.resolve(language + ".html");
        shell().run("run", "report", run, "--html", file.toString(), "--lang", language).exits(0)
                .tells(file.getFileName().toString());
        String page = Files.readString(file);
        assertTrue(page.contains("<!DOCTYPE html>"), page);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document page, String element) {
        NodeList nodes = page.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void aPageTellsEverythingAndAsksForNothing() throws Exception {
        serve("small");
        String run = run(0);
        Document page = page(run, "en");
        assertEquals(List.of("What was asked for", "Expected and observed", "Waves over time",
                "The tenant's own noise", "The way back",
                "What to tell the people of the tenant", "Time line", "What this rests on"), texts(page, "h2"));
        assertTrue(texts(page, "td").contains("a <b> & c"), "the reason is shown as it was typed");
        assertTrue(texts(page, "p").getFirst().startsWith("✓ "), texts(page, "p").getFirst());
        assertTrue(texts(page, "tr").contains("mailboxtombstone" + "present → tombstonemet" + "24"),
                texts(page, "tr").toString());
        for (String asking : List.of("script", "link", "img", "iframe", "object", "form", "a")) {
            assertEquals(0, page.getElementsByTagName(asking).getLength(), asking);
        }
        assertFalse(texts(page, "style").getFirst().contains("url("));
        Element policy = (Element) page.getElementsByTagName("meta").item(3);
        assertTrue(policy.getAttribute("content").startsWith("default-src 'none'"));
    }

    @Test
    void aPageInJapaneseHasNoEnglishHeadings() throws Exception {
        serve("small");
        Document page = page(run(0), "ja");
        assertEquals("ja", page.getDocumentElement().getAttribute("lang"));
        for (String element : List.of("h2", "caption", "figcaption", "strong")) {
            texts(page, element)
                    .forEach(text -> assertTrue(text.codePoints().anyMatch(letter -> letter >= 0x3000), text));
        }
    }

    @Test
    void thePictureShowsWhatWasOpenedAndWhatPassed() throws Exception {
        String run = violated();
        Document page = page(run, "en");
        List<String> timeline = texts(page, "li").stream().filter(line -> line.contains("  wave ")).toList();
        int opened = timeline.stream()
                .mapToInt(line -> Integer.parseInt(line.replaceAll(".*opened, (\\d+) acc.*", "$1")))
                .sum();
        String said = texts(page, "desc").getFirst();
        assertTrue(said.startsWith(timeline.size() + " waves from "), said);
        assertTrue(said.contains("; " + opened + " accounts were opened, "), said);
        int passed = Integer.parseInt(said.replaceAll(".*opened, (\\d+) passed.*", "$1"));
        assertTrue(passed < opened, "the last wave did not pass");
        assertTrue(texts(page, "p").getFirst().startsWith("✗ "));
        assertTrue(texts(page, "tr").stream()
                .anyMatch(row -> row.startsWith("identityunchanged" + "active → soft-deletedextra")));
        assertTrue(
                texts(page, "h2").stream().anyMatch(text -> text.startsWith("Lost something that was not declared: ")));
    }

    @Test
    void markdownSpeaksTheLanguageOfItsReaderAndJsonDoesNot() {
        serve("small");
        String run = run(0);
        shell().run("run", "report", run, "--lang", "ja").exits(0).shows("## 経過", "承諾した損失", "ライセンス",
                "| メールボックス | 切断済み (30 日間保持) | あり → 切断済み (30 日間保持) | 宣言どおり | 24 |");
        shell().run("run", "report", run).exits(0).shows("## Time line", "Accepted loss", "begun by ");
        assertEquals(shell().json("run", "report", run).exits(0).lines("document"),
                shell().json("run", "report", run, "--lang", "ja").exits(0).lines("document"));
    }

    @Test
    void aReportThatWasReadIsTheOneThatWasWritten() throws IOException {
        byte[] bytes = Files.readAllBytes(stored(violated()));
        assertArrayEquals(bytes, JsonReport.write(JsonReport.read(bytes).orElseThrow()));
    }

    private Path stored(String run) {
        return shell().store().resolve("runs").resolve(run).resolve("report.json");
    }

    @Test
    void aReportThatCannotBeReadIsRefused() throws IOException {
        serve("small");
        String run = run(0);
        String good = Files.readString(stored(run));
        for (String bad : List.of("", "{}", "[1]", good.replace("\"completed\"", "\"fine\""),
                good.replace("\"targets\"", "\"people\""), good.replace(run, "run-20200101-000000-aaaaaa"),
                good.replace("\"format_version\" : \"1.0\"", "\"format_version\" : \"2.0\""))) {
            Files.writeString(stored(run), bad);
            shell().run("run", "report", run).exits(20).tells("cannot be read");
            shell().run("run", "report", run, "--notice", "first").exits(20);
        }
        Files.delete(stored(run));
        shell().run("run", "report", run).exits(4);
    }

    @Test
    void aNoticeNamesNobodyAndSaysWhatIsTrue() {
        String run = violated();
        String first = shell().run("run", "report", run, "--notice", "first").exits(0).out();
        assertTrue(first.contains("# First report: work on accounts of "), first);
        assertTrue(first.contains("not meant to change")
                && first.contains("Bringing back what was changed is being prepared."), first);
        assertFalse(first.contains("@"), first);
        shell().run("run", "report", run, "--notice", "update", "--lang", "ja").exits(0).shows("# 続報", "お願い");
        shell().run("run", "report", run, "--notice", "closing").exits(13).tells("would not be true");
        shell().run("run", "report", run, "--notice", "last").exits(2);
    }

    @Test
    void aNoticeIsAloneOnStandardOutputAndTellsWhoeverMissesSomethingWhatToDo() {
        serve("small");
        String closing = shell().run("run", "report", run(0), "--notice", "closing").exits(0).out();
        assertTrue(closing.startsWith("# Closing report: "), closing);
        assertTrue(closing.contains("It ended as planned."), closing);
        assertTrue(closing.contains("Mail to the addresses concerned may be returned"), closing);
        assertTrue(closing.contains("it can be brought back until about "), closing);
        assertFalse(closing.contains("a day later"), closing);
        assertFalse(closing.contains("write calls"), closing);
    }

    @Test
    void aRehearsalHasEvidenceAndNoReport() {
        serve("small");
        run(0);
        String rehearsal = shell().json("run", "list").exits(0).lines("run").stream()
                .filter(run -> run.path("kind_of_run").asString().equals("rehearsal")).findFirst().orElseThrow()
                .path("run").asString();
        shell().run("run", "report", rehearsal).exits(4).tells("is a rehearsal, which leaves evidence and no report");
        shell().run("run", "report", rehearsal, "--notice", "first").exits(4);
        assertTrue(shell().table("run", "report", rehearsal).startsWith("state,"));
    }

    private JsonNode json(String run) {
        return JsonMapper.builder().build().readTree(shell().json("run", "report", run).exits(0).lines("document")
                .getFirst().path("text").asString());
    }

    @Test
    void whatWasBroughtBackSinceIsNotReportedAsItWas() throws Exception {
        serve("small");
        String run = run(0);
        assertEquals("completed", json(run).path("status").asString());
        shell().next(shell().json("undo", run).exits(0).text("next")).exits(0);
        JsonNode report = json(run);
        assertEquals("undone", report.path("status").asString());
        assertTrue(report.path("undo_deadline").isNull() && report.path("verify_from").isNull(), report.toString());
        String markdown = shell().run("run", "report", run).exits(0).out();
        assertTrue(markdown.startsWith("# run " + run + ": undone") && markdown.contains("It was brought back."),
                markdown);
        assertTrue(texts(page(run, "en"), "h1").getFirst().endsWith(": undone"));
        String closing = shell().run("run", "report", run, "--notice", "closing").exits(0).out();
        assertTrue(closing.contains("accounts were changed, and the change was taken back."), closing);
        assertFalse(closing.contains("as planned"), closing);
        Result again = shell().run("undo", run).exits(0).tells("was brought back already");
        assertFalse(again.out().contains("--execute"), again.out());
    }

    @Test
    void aPageThatCannotBeWrittenIsRefused() {
        serve("small");
        shell().run("run", "report", run(0), "--html", folder.resolve("nowhere/page.html").toString()).exits(2);
    }
}

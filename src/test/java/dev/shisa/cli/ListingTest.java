package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.text.Text;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ListingTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicInteger columns = new AtomicInteger(80);

    private View view(Locale locale) {
        PrintStream screen = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new HumanView(screen, screen, screen, new Surface(columns::get, false), locale, false);
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Rows run(String name, String started, boolean open) {
        return new Rows().with("run", name).with("command", "mailbox remove").with("status", "completed")
                .with("started", started).with("open", open);
    }

    @Test
    void severalRowsAreATableWithHeadings() {
        View view = view(Locale.ENGLISH);
        run("run-1", "2026-01-05T09:00:00.123456Z", true).show(view, "run");
        run("run-22", "2026-01-05T09:00:01Z", false).show(view, "run");
        view.document("");
        assertEquals(List.of(
                "run     command         status     started               open",
                "run-1   mailbox remove  completed  2026-01-05T09:00:00Z  yes",
                "run-22  mailbox remove  completed  2026-01-05T09:00:01Z  no"), lines());
    }

    @Test
    void headingsAndWordsAreInTheLanguageOfTheReaderAndNamesAreNot() {
        View view = view(Locale.JAPANESE);
        run("run-1", "2026-01-05T09:00:00Z", true).show(view, "run");
        run("run-2", "2026-01-05T09:00:00Z", false).show(view, "run");
        view.document("");
        assertEquals("実行   コマンド        状態  開始                  未解決", lines().getFirst());
        assertEquals("run-1  mailbox remove  完了  2026-01-05T09:00:00Z  はい", lines().get(1));
    }

    @Test
    void whatIsTypedElsewhereIsNoWordEvenIfItLooksLikeOne() {
        View view = view(Locale.JAPANESE);
        for (String name : List.of("approvals", "closed")) {
            new Rows().with("policy", name).with("status", "closed").show(view, "policy");
        }
        view.document("");
        assertEquals(List.of("approvals", "closed"),
                lines().subList(1, 3).stream().map(line -> line.split(" ", 2)[0]).toList());
        assertTrue(lines().get(2).endsWith("クローズ済み"), lines().toString());
    }

    @Test
    void aLabelIsNotBrokenWhereALineOfItsOwnHoldsIt() {
        columns.set(40);
        View view = view(Locale.JAPANESE);
        run("run-1", "2026-01-05T09:00:00Z", false).show(view, "run");
        run("run-2", "2026-01-05T09:00:00Z", false).show(view, "run");
        view.document("");
        assertEquals(List.of("run-1", "    コマンド: mailbox remove  状態: 完了", "    開始: 2026-01-05T09:00:00Z",
                "    未解決: いいえ", "run-2"), lines().subList(0, 5));
    }

    @Test
    void whereTheyDoNotFitEachRowHasLinesOfItsOwn() {
        columns.set(40);
        View view = view(Locale.ENGLISH);
        run("run-1", "2026-01-05T09:00:00Z", false).show(view, "run");
        run("run-2", "2026-01-05T09:00:00Z", false).show(view, "run");
        view.document("");
        assertEquals("run-1", lines().getFirst());
        assertTrue(lines().stream().allMatch(line -> Layout.width(line) <= 40), lines().toString());
        assertEquals(
                "    command: mailbox remove  status: completed  started: 2026-01-05T09:00:00Z  open: no".replace(" ",
                        ""),
                lines().subList(1, lines().indexOf("run-2")).stream().collect(Collectors.joining()).replace(" ", ""));
    }

    @Test
    void oneRowIsACardAndAShortOneALine() {
        View view = view(Locale.ENGLISH);
        new Rows().with("domain", "contoso.example").with("targets", 3).with("counts", new TreeMap<>(Map.of("met", 2)))
                .with("problems", List.of()).show(view, "tenant");
        new Rows().with("snapshot", "snapshot-1").with("verified", true).show(view, "snapshot");
        view.note(Text.word("done"));
        assertEquals(List.of("domain    contoso.example", "targets   3", "counts    met 2", "problems  -", "",
                "snapshot    verified", "snapshot-1  yes", "done"), lines());
    }

    @Test
    void theLastColumnIsBrokenUnderItselfAndAFlagIsNoFacet() {
        columns.set(40);
        View view = view(Locale.JAPANESE);
        new Rows().with("facet", "enabled").with("value", "disabled").show(view, "facet");
        new Rows().with("facet", "groups").with("value", "member of [11111111, 22222222, 33333333]").show(view,
                "facet");
        new Rows().with("facet", "holds").with("value", "[]").show(view, "facet");
        view.document("");
        assertEquals(List.of("ファセット       値", "サインイン可否   サインイン不可", "グループ         member of [11111111,",
                "                 22222222, 33333333]", "保持 (ホールド)  なし"), lines());
    }

    @Test
    void aLongListingIsShownWhileItIsReadAndNoRowIsLost() {
        View view = view(Locale.ENGLISH);
        for (int n = 1; n <= 1000; n++) {
            new Rows().with("plan", "plan-" + n).with("made", "-").show(view, "plan");
            assertTrue(n < 201 || lines().size() >= n - 1, "row " + n + " is kept back");
        }
        view.document("");
        assertEquals(1001, lines().size());
        assertEquals("plan-1000  -", lines().getLast());
    }

    @Test
    void whatTheTenantSaysMovesNoCursorAndAWindowMayChangeItsWidth() {
        View view = view(Locale.ENGLISH);
        new Rows().with("name", "a\u001b[31m\nforged").with("found", "x").show(view, "account");
        columns.set(20);
        view.document("");
        assertTrue(lines().stream().noneMatch(line -> line.startsWith("forged") || line.indexOf('\u001b') >= 0));
        assertTrue(lines().stream().allMatch(line -> Layout.width(line) <= 20), lines().toString());
    }

    @Test
    void inAPipeARowIsALineWithoutAHeading() {
        columns.set(Layout.ENDLESS);
        View view = view(Locale.JAPANESE);
        run("run-1", "2026-01-05T09:00:00.5Z", true).show(view, "run");
        assertEquals(List.of("run-1  mailbox remove  completed  2026-01-05T09:00:00.5Z  true"), lines());
    }
}

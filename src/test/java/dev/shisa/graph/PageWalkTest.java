package dev.shisa.graph;

import dev.shisa.text.Text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class PageWalkTest {
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> asked = new ConcurrentHashMap<>();

    private final PageWalk.Source source = new PageWalk.Source() {
        @Override
        public String own(String link) throws TenantFailure {
            if (link.startsWith("foreign")) {
                throw new TenantFailure(Reason.MALFORMED, Text.of("leads away"));
            }
            return link;
        }

        @Override
        public Answer page(String link) throws TenantFailure {
            latch(link).countDown();
            return answer(Optional.ofNullable(pages.get(link))
                    .orElseThrow(() -> new TenantFailure(Reason.UNREACHABLE, Text.of("no page {0}", link))));
        }
    };

    private CountDownLatch latch(String link) {
        return asked.computeIfAbsent(link, _ -> new CountDownLatch(1));
    }

    private static Answer answer(String body) {
        return new Answer("GET /users", 200, new Headers.Builder().build(),
                new Answer.Body(body.getBytes(StandardCharsets.UTF_8)));
    }

    private PageWalk.Ended walk(String first, PageWalk.Sink<String> sink) throws TenantFailure {
        return new PageWalk<String>(source, (row, _) -> row.path("id").asString("")).from(answer(first), sink);
    }

    private List<String> rows(String first) throws TenantFailure {
        List<String> rows = new ArrayList<>();
        walk(first, (row, _) -> rows.add(row));
        return rows;
    }

    private static String page(String link, String... ids) {
        String rows = String.join(",", List.of(ids).stream().map(id -> "{\"id\":\"" + id + "\"}").toList());
        return "{" + (link.isEmpty() ? "" : "\"@odata.nextLink\":\"" + link + "\",") + "\"value\":[" + rows + "]}";
    }

    @Test
    void pagesFollowEachOtherToTheLast() throws TenantFailure {
        pages.put("two", page("three", "c"));
        pages.put("three",
                "{\"value\":[{\"id\":\"d\"},{\"id\":\"e\"},{\"id\":\"f\"}],\"@odata.deltaLink\":\"later\",\"listWarnings\":[\"w\",{}]}");
        List<String> rows = new ArrayList<>();
        PageWalk.Ended ended = walk(page("two", "a", "b"), (row, _) -> rows.add(row));
        assertEquals(List.of("a", "b", "c", "d", "e", "f"), rows);
        assertEquals(3, ended.report().pages());
        assertEquals(6, ended.report().rows());
        assertEquals(3, ended.report().largestPage());
        assertEquals(List.of("w", "{}"), ended.report().warnings());
        assertEquals(Optional.of("later"), ended.deltaLink());
    }

    @Test
    void aLinkBehindTheRowsIsFollowedToo() throws TenantFailure {
        pages.put("two", page("", "b"));
        assertEquals(List.of("a", "b"), rows("{\"value\":[{\"id\":\"a\"}],\"@odata.nextLink\":\"two\"}"));
    }

    @Test
    void theNextPageIsAskedForWhileTheRowsOfThisOneAreTaken() throws TenantFailure {
        pages.put("two", page("", "b"));
        List<Boolean> onItsWay = new ArrayList<>();
        walk(page("two", "a"), (row, _) -> {
            try {
                onItsWay.add(latch("two").await(10, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        assertEquals(List.of(true, true), onItsWay);
    }

    @Test
    void aPageThatIsNotUnderstoodToItsEndGivesNoRow() {
        for (String second : List.of("{\"value\":[{\"id\":\"b\"}", "{\"value\":[{\"id\":\"b\"}]} x", "{}", "", "[]",
                "{\"value\":{}}", "{\"value\":[],\"value\":[]}", "{\"value\":[],\"@odata.nextLink\":7}",
                "{\"value\":[],\"@odata.deltaLink\":\"foreign\"}")) {
            pages.put("two", second);
            List<String> rows = new ArrayList<>();
            TenantFailure failure = assertThrows(TenantFailure.class,
                    () -> walk(page("two", "a"), (row, _) -> rows.add(row)), second);
            assertEquals(Reason.MALFORMED, failure.reason());
            assertEquals(List.of("a"), rows, second);
        }
    }

    @Test
    void whatCannotBeFetchedFailsTheWalkBehindTheRowsBeforeIt() {
        pages.put("two", page("three", "b"));
        List<String> rows = new ArrayList<>();
        TenantFailure failure = assertThrows(TenantFailure.class,
                () -> walk(page("two", "a"), (row, _) -> rows.add(row)));
        assertEquals("no page three", failure.sentence().toString());
        assertEquals(List.of("a", "b"), rows);
    }

    @Test
    void linksThatLeadAwayOrBackAreNotFollowed() {
        assertThrows(TenantFailure.class, () -> rows(page("foreign", "a")));
        pages.put("two", page("two", "b"));
        TenantFailure back = assertThrows(TenantFailure.class, () -> rows(page("two", "a")));
        assertTrue(back.sentence().toString().contains("points back"), back.sentence().toString());
        assertEquals(0, latch("foreign").getCount() - 1, "nobody asked for it");
    }

    @Test
    void whoGivesUpIsNotFollowedByPages() {
        for (int i = 1; i < 100; i++) {
            pages.put("p" + i, page("p" + (i + 1), "x" + i));
        }
        assertThrows(TenantFailure.class, () -> walk(page("p1", "a"), (row, _) -> {
            throw new TenantFailure(Reason.UNREACHABLE, Text.of("enough"));
        }));
        assertTrue(asked.size() <= 3, () -> "asked for " + asked.keySet());
    }

    /** Together they are larger than the memory of the tests; each must be forgotten once it was taken. */
    @Test
    void pagesThatWereTakenAreForgotten() throws TenantFailure {
        int count = (int) (Runtime.getRuntime().maxMemory() >> 22) + 200;
        for (int i = 1; i <= count; i++) {
            pages.put("p" + i, page(i == count ? "" : "p" + (i + 1), "x"));
        }
        long[] bytes = new long[1];
        new PageWalk<byte[]>(source, (_, _) -> new byte[1 << 22]).from(answer(page("p1", "a")),
                (row, _) -> bytes[0] += row.length);
        assertEquals((count + 1L) << 22, bytes[0]);
    }
}

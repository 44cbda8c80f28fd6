package dev.shisa.graph;

import dev.shisa.text.Text;
import dev.shisa.tenant.ListingReport;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One walk from the first page of a listing to its last. While the rows of a page are taken by whoever asked, those of the next one are decoded, and the
 * one after it is fetched, so that at most three pages are in memory. A page is a stream of tokens and never a tree; its rows are given on
 * only when all of them were understood. For one walk; used by one thread.
 */
final class PageWalk<T> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Source source;
    private final Decoder<T> decoder;
    private final Set<String> followed = new HashSet<>();
    private final List<Thread> threads = new ArrayList<>();
    /** One page may be decoded before somebody takes it. */
    private final Semaphore ahead = new Semaphore(1);

    /** Fetches pages of one tenant. */
    interface Source {
        /** The link, if it leads to the tenant itself. */
        String own(String link) throws TenantFailure;

        /** The page that a link of the tenant leads to. */
        Answer page(String link) throws TenantFailure;
    }

    /** Makes something of a row. */
    interface Decoder<T> {
        T decode(JsonNode row, Answer page) throws TenantFailure;
    }

    /** Takes what was made of a row. */
    interface Sink<T> {
        void accept(T row, Answer page) throws TenantFailure;
    }

    /**
     * How a walk ended.
     *
     * @param report what was seen on the way
     * @param deltaLink the link for changes from then on, if the last page had one
     */
    record Ended(ListingReport report, Optional<String> deltaLink) {
    }

    /** A page that was understood. */
    private static final class Page<T> {
        private final Answer answer;
        private final List<T> rows;
        private final List<String> warnings;
        private final Optional<String> deltaLink;
        private Optional<FutureTask<Page<T>>> next;

        Page(Answer answer, List<T> rows, List<String> warnings, Optional<String> deltaLink,
                Optional<FutureTask<Page<T>>> next) {
            this.answer = answer;
            this.rows = rows;
            this.warnings = warnings;
            this.deltaLink = deltaLink;
            this.next = next;
        }

        /**
         * The next page, on its way; empty behind the last. It can be taken once: would each page go on pointing at the next, whoever remembers the
         * first one would keep all of them.
         */
        Optional<FutureTask<Page<T>>> takeNext() {
            Optional<FutureTask<Page<T>>> taken = next;
            next = Optional.empty();
            return taken;
        }
    }

    PageWalk(Source source, Decoder<T> decoder) {
        this.source = source;
        this.decoder = decoder;
    }

    /** Walks from that page to the last. */
    Ended from(Answer first, Sink<T> sink) throws TenantFailure {
        try {
            return walk(understood(first), sink);
        } finally {
            // Whoever gives up in the middle waits for nobody.
            stop();
        }
    }

    private Ended walk(Page<T> first, Sink<T> sink) throws TenantFailure {
        List<String> warnings = new ArrayList<>();
        int pages = 0;
        int largest = 0;
        long rows = 0;
        Page<T> page = first;
        while (true) {
            for (T row : page.rows) {
                sink.accept(row, page.answer);
            }
            pages++;
            rows += page.rows.size();
            largest = Math.max(largest, page.rows.size());
            warnings.addAll(page.answer.warnings());
            warnings.addAll(page.warnings);
            Optional<FutureTask<Page<T>>> next = page.takeNext();
            if (next.isEmpty()) {
                return new Ended(new ListingReport(pages, rows, largest, true, warnings), page.deltaLink);
            }
            page = waitFor(next.get());
            ahead.release();
        }
    }

    /** Understands a page. As soon as its link is known, which the service writes before the rows, the next page is fetched. */
    private Page<T> understood(Answer answer) throws TenantFailure {
        byte[] bytes = answer.body().bytes();
        if (bytes.length == 0) {
            throw answer.malformed("came with an empty body");
        }
        Parts parts = new Parts(answer);
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw answer.malformed("came with a body that is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                parts.field(parser.currentName(), parser);
            }
            if (parser.nextToken() != null) {
                throw answer.malformed("came with a body that goes on behind its end");
            }
        } catch (JacksonException _) {
            throw answer
                    .malformed(bytes[0] == 0 ? "came with a body of NUL bytes" : "came with a body that is not JSON");
        }
        return parts.page();
    }

    /** What was read of a page so far. */
    private final class Parts {
        private final Answer answer;
        private final List<T> rows = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private Optional<String> deltaLink = Optional.empty();
        private Optional<FutureTask<Page<T>>> next = Optional.empty();
        private boolean listed;

        Parts(Answer answer) {
            this.answer = answer;
        }

        void field(String name, JsonParser parser) throws TenantFailure {
            JsonToken value = parser.nextToken();
            if (name.equals("value")) {
                rows(value, parser);
                return;
            }
            JsonNode node = JSON.readTree(parser);
            if (name.equals("@odata.nextLink")) {
                next = Optional.of(fetched(link(node)));
            } else if (name.equals("@odata.deltaLink")) {
                deltaLink = Optional.of(source.own(link(node)));
            } else if (name.toLowerCase(Locale.ROOT).endsWith("warnings") && node.isArray()) {
                node.forEach(text -> warnings.add(text.isString() ? text.asString() : text.toString()));
            }
        }

        private void rows(@Nullable JsonToken value, JsonParser parser) throws TenantFailure {
            if (value != JsonToken.START_ARRAY || listed) {
                throw answer.malformed("came without its list of values");
            }
            listed = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                rows.add(decoder.decode(JSON.readTree(parser), answer));
            }
        }

        private String link(JsonNode node) throws TenantFailure {
            if (!node.isString() || node.asString().isBlank()) {
                throw answer.malformed("has a link that is not a text");
            }
            return node.asString();
        }

        private FutureTask<Page<T>> fetched(String link) throws TenantFailure {
            if (next.isPresent() || !followed(link)) {
                throw answer.malformed("points back to a page that was read already");
            }
            String own = source.own(link);
            FutureTask<Answer> fetching = started(() -> source.page(own));
            return started(() -> {
                Answer fetched = waitFor(fetching);
                ahead.acquire();
                return understood(fetched);
            });
        }

        Page<T> page() throws TenantFailure {
            if (!listed) {
                throw answer.malformed("came without its list of values");
            }
            return new Page<>(answer, rows, warnings, deltaLink, next);
        }
    }

    private synchronized boolean followed(String link) {
        return followed.add(link);
    }

    private synchronized <R> FutureTask<R> started(Callable<R> work) {
        FutureTask<R> task = new FutureTask<>(work);
        threads.removeIf(thread -> !thread.isAlive());
        threads.add(Thread.ofVirtual().name("page").start(task));
        return task;
    }

    private synchronized void stop() {
        threads.forEach(Thread::interrupt);
    }

    /** What a task came to; its failure is thrown as its own. */
    static <R> R waitFor(FutureTask<R> task) throws TenantFailure {
        try {
            return task.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TenantFailure(Reason.UNREACHABLE, Text.of("Stopped while reading a listing."));
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case TenantFailure failure -> throw failure;
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw new IllegalStateException("reading a listing failed", e);
            }
        }
    }
}

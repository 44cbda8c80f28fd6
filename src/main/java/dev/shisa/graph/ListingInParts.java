package dev.shisa.graph;

import dev.shisa.text.Text;
import com.microsoft.kiota.RequestInformation;
import dev.shisa.account.Observation;
import dev.shisa.graph.PageWalk.Ended;
import dev.shisa.tenant.ListingReport;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Lists the active accounts in ranges of their sign-in names, several at a time. Each page of a listing is only known by the link on the one
 * before it, so a single walk waits a whole round trip for each. Where the service answers faster than that matters, or refuses the filter,
 * it is a single walk. For one listing.
 *
 * <p>
 * {@code ge} and {@code le} on {@code userPrincipalName} are documented for {@code $filter} (Graph v1.0, resource type user, properties).
 */
final class ListingInParts {
    /** Each holds up to three pages in memory. */
    static final int PARTS = 4;
    /** A page that comes faster leaves nothing to gain. */
    static final Duration SLOW = Duration.ofMillis(200);

    private final PatientWire wire;
    private final GraphRequests requests;
    private final Pages pages;
    private final Supplier<PageWalk.Decoder<Observation>> decoders;
    private final Consumer<Observation> sink;
    private final ReentrantLock turn = new ReentrantLock();
    private boolean ended;

    /**
     * @param decoders gives one for each part
     * @param sink takes the accounts, one after the other, though not always in the same thread
     */
    ListingInParts(PatientWire wire, GraphRequests requests, Pages pages,
            Supplier<PageWalk.Decoder<Observation>> decoders, Consumer<Observation> sink) {
        this.wire = wire;
        this.requests = requests;
        this.pages = pages;
        this.decoders = decoders;
        this.sink = sink;
    }

    /** Lists everybody. */
    ListingReport list() throws TenantFailure {
        Answer first = wire.need(() -> request(Optional.empty()));
        JsonNode page = first.json();
        List<String> filters = Borders.of(names(page), PARTS).filters();
        Optional<Answer> second = filters.size() < 2 ? Optional.empty() : slowSecond(page);
        if (second.isEmpty()) {
            return walk(first).report();
        }
        // One with both bounds: whoever understands it understands those with one.
        String tried = filters.get(filters.size() / 2);
        Answer part = wire.ask(() -> request(Optional.of(tried)));
        if (isRefused(part)) {
            return walk(first).report();
        }
        if (!part.isSuccess()) {
            throw part.failure();
        }
        List<FutureTask<Ended>> parts = new ArrayList<>();
        for (String filter : filters) {
            parts.add(new FutureTask<>(
                    () -> walk(filter.equals(tried) ? part : wire.need(() -> request(Optional.of(filter))))));
        }
        return together(parts, List.of(first, second.get()));
    }

    /** The second page, if it was long in coming. The first one tells nothing: much is done for the first time with it. */
    private Optional<Answer> slowSecond(JsonNode first) throws TenantFailure {
        JsonNode link = first.path("@odata.nextLink");
        if (!link.isString()) {
            return Optional.empty();
        }
        String own = pages.own(link.asString());
        long before = wire.nanos();
        Answer second = pages.page(own);
        return wire.nanos() - before >= SLOW.toNanos() ? Optional.of(second) : Optional.empty();
    }

    private static boolean isRefused(Answer answer) {
        return answer.status() == 400 || answer.status() == 501;
    }

    private RequestInformation request(Optional<String> filter) {
        return requests.users(UserProperties.forUser(), filter);
    }

    private static List<String> names(JsonNode page) {
        List<String> names = new ArrayList<>();
        for (JsonNode user : page.path("value")) {
            names.add(user.path("userPrincipalName").asString(""));
        }
        return names;
    }

    private Ended walk(Answer first) throws TenantFailure {
        return pages.walk(first, decoders.get(), (account, _) -> give(account));
    }

    private void give(Observation account) throws TenantFailure {
        turn.lock();
        try {
            if (ended) {
                throw new TenantFailure(Reason.UNREACHABLE, Text.of("Another part of the listing could not be read."));
            }
            sink.accept(account);
        } finally {
            turn.unlock();
        }
    }

    /** @param before the pages that the borders and the time were taken from; what the service said beside them counts as well */
    private ListingReport together(List<FutureTask<Ended>> parts, List<Answer> before) throws TenantFailure {
        List<Thread> threads = parts.stream().map(part -> Thread.ofVirtual().name("part").start(part)).toList();
        try {
            int read = before.size();
            long rows = 0;
            int largest = 0;
            boolean finished = true;
            List<String> warnings = new ArrayList<>();
            before.forEach(page -> warnings.addAll(page.warnings()));
            for (FutureTask<Ended> part : parts) {
                ListingReport report = PageWalk.waitFor(part).report();
                read += report.pages();
                rows += report.rows();
                largest = Math.max(largest, report.largestPage());
                finished &= report.finished();
                warnings.addAll(report.warnings());
            }
            return new ListingReport(read, rows, largest, finished, warnings);
        } finally {
            end();
            threads.forEach(Thread::interrupt);
        }
    }

    /** From here on nobody is given an account any more. */
    private void end() {
        turn.lock();
        try {
            ended = true;
        } finally {
            turn.unlock();
        }
    }
}

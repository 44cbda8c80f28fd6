package dev.shisa.graph;

import dev.shisa.account.Observation;
import dev.shisa.tenant.TenantFailure;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Headers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one row of a listing takes, in microseconds of one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class PageDecoding {
    private static final int ROWS = 999;
    private byte[] page = new byte[0];

    /** Makes a page. */
    @Setup
    public void prepare() {
        JsonMapper json = new JsonMapper();
        ObjectNode body = json.createObjectNode();
        ArrayNode rows = body.putArray("value");
        for (int i = 0; i < ROWS; i++) {
            ObjectNode row = rows.addObject().put("id", String.format(Locale.ROOT,
                    "%08d-b296-42f0-b197-1e91e994b900", i));
            for (String name : UserProperties.forUser()) {
                if (row.get(name) == null) {
                    row.putNull(name);
                }
            }
            String name = "user" + i + "@contoso.example";
            row.put("userPrincipalName", name).put("mail", name).put("accountEnabled", true).put("displayName", "A B");
            row.putArray("proxyAddresses").add("SMTP:" + name);
            row.putArray("assignedLicenses");
            row.putArray("licenseAssignmentStates");
            row.put("lastPasswordChangeDateTime", "2020-04-01T00:00:00Z");
        }
        page = json.writeValueAsBytes(body);
    }

    /** One row as an observation. No row has a licence and no page a link, so nobody is asked for more. */
    @Benchmark
    @SuppressWarnings("NullAway")
    @OperationsPerInvocation(ROWS)
    public long decode() throws TenantFailure {
        AtomicLong active = new AtomicLong();
        UserDecoder decoder = new UserDecoder(new LicenceDecoder(new SkuDirectory(null, null)));
        Answer answer = new Answer("GET /users", 200, Headers.of("Date", "Mon, 23 Nov 2026 01:00:00 GMT"),
                new Answer.Body(page));
        Instant at = answer.serverTime();
        new PageWalk<Observation>(null, (row, from) -> decoder.active(row, from, at)).from(answer,
                (account, _) -> active.addAndGet(account.isActive() ? 1 : 0));
        return active.get();
    }
}

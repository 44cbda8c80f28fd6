package dev.shisa.graph;

import com.microsoft.kiota.RequestInformation;
import dev.shisa.tenant.ListingReport;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Follows the links of a listing to its end. Safe for several threads. */
final class Pages {
    private final PatientWire wire;
    private final GraphRequests requests;
    private final URI base;

    Pages(PatientWire wire, GraphRequests requests, URI base) {
        this.wire = wire;
        this.requests = requests;
        this.base = base;
    }

    /** Takes one object of a listing. */
    interface RowSink {
        /**
         * Takes the next object.
         *
         * @param row the object
         * @param page the answer it came with
         */
        void accept(JsonNode row, Answer page) throws TenantFailure;
    }

    /**
     * How a walk over pages ended.
     *
     * @param report what was seen on the way
     * @param deltaLink the link for changes from then on, if the last page had one
     */
    record Walk(ListingReport report, Optional<String> deltaLink) {
    }

    /** Every page from the first on. */
    Walk walk(Supplier<RequestInformation> first, RowSink sink) throws TenantFailure {
        return walk(wire.need(first), sink);
    }

    /** Every page from that link on. */
    Walk walkFrom(String link, RowSink sink) throws TenantFailure {
        String checked = own(link);
        return walk(wire.need(() -> requests.follow(checked)), sink);
    }

    /** Every page from that answer on. */
    Walk walk(Answer first, RowSink sink) throws TenantFailure {
        Set<String> followed = new HashSet<>();
        List<String> warnings = new ArrayList<>();
        Answer answer = first;
        int pages = 0;
        int largest = 0;
        long rows = 0;
        while (true) {
            JsonNode page = answer.json();
            int size = deliver(page, answer, sink);
            pages++;
            rows += size;
            largest = Math.max(largest, size);
            warnings.addAll(answer.warnings());
            warnings.addAll(warnings(page));
            String next = link(page, "@odata.nextLink", answer);
            if (next == null) {
                String delta = link(page, "@odata.deltaLink", answer);
                return new Walk(new ListingReport(pages, rows, largest, true, warnings),
                        delta == null ? Optional.empty() : Optional.of(own(delta)));
            }
            if (!followed.add(next)) {
                throw answer.malformed("points back to a page that was read already");
            }
            String checked = own(next);
            answer = wire.need(() -> requests.follow(checked));
        }
    }

    private static int deliver(JsonNode page, Answer answer, RowSink sink) throws TenantFailure {
        JsonNode value = page.path("value");
        if (!value.isArray()) {
            throw answer.malformed("came without its list of values");
        }
        for (JsonNode row : value) {
            sink.accept(row, answer);
        }
        return value.size();
    }

    private static List<String> warnings(JsonNode page) {
        List<String> warnings = new ArrayList<>();
        page.properties().forEach(field -> {
            boolean named = field.getKey().toLowerCase(Locale.ROOT).endsWith("warnings");
            if (named && field.getValue().isArray()) {
                field.getValue().forEach(text -> warnings.add(text.isString() ? text.asString() : text.toString()));
            }
        });
        return warnings;
    }

    private static @Nullable String link(JsonNode page, String name, Answer answer) throws TenantFailure {
        JsonNode link = page.get(name);
        if (link == null) {
            return null;
        }
        if (!link.isString() || link.asString().isBlank()) {
            throw answer.malformed("has a link that is not a text");
        }
        return link.asString();
    }

    /**
     * The link, if it leads to the tenant's own address: a token must not follow a link elsewhere.
     *
     * @throws TenantFailure when it leads elsewhere
     */
    String own(String link) throws TenantFailure {
        try {
            // Braces and the like stand raw in some links; only the part before the query decides where they lead.
            int query = link.indexOf('?');
            URI uri = new URI(query < 0 ? link : link.substring(0, query));
            boolean same = base.getScheme().equalsIgnoreCase(uri.getScheme()) && uri.getUserInfo() == null
                    && base.getHost().equalsIgnoreCase(uri.getHost()) && port(base) == port(uri);
            if (same) {
                return link;
            }
        } catch (URISyntaxException _) {
            throw new TenantFailure(Reason.MALFORMED, "The service gave a link that is not an address.");
        }
        throw new TenantFailure(Reason.MALFORMED,
                "The service gave a link that leads away from " + base.getScheme() + "://" + base.getAuthority() + ".");
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}

package dev.shisa.graph;

import dev.shisa.text.Text;
import com.microsoft.kiota.RequestInformation;
import dev.shisa.graph.PageWalk.Ended;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Follows the links of a listing to its end. Safe for several threads. */
final class Pages implements PageWalk.Source {
    private final PatientWire wire;
    private final GraphRequests requests;
    private final URI base;

    Pages(PatientWire wire, GraphRequests requests, URI base) {
        this.wire = wire;
        this.requests = requests;
        this.base = base;
    }

    /** Every page from the first on, its rows as they are. */
    Ended walk(Supplier<RequestInformation> first, PageWalk.Sink<JsonNode> sink) throws TenantFailure {
        return walk(first, (row, _) -> row, sink);
    }

    /** Every page from the first on, with something made of each row before it is given on. */
    <T> Ended walk(Supplier<RequestInformation> first, PageWalk.Decoder<T> decoder, PageWalk.Sink<T> sink)
            throws TenantFailure {
        return walk(wire.need(first), decoder, sink);
    }

    /** Every page from that answer on, with something made of each row before it is given on. */
    <T> Ended walk(Answer first, PageWalk.Decoder<T> decoder, PageWalk.Sink<T> sink) throws TenantFailure {
        return new PageWalk<>(this, decoder).from(first, sink);
    }

    /** Every page from that link on. */
    Ended walkFrom(String link, PageWalk.Sink<JsonNode> sink) throws TenantFailure {
        return walk(page(own(link)), sink);
    }

    /** Every page from that answer on. */
    Ended walk(Answer first, PageWalk.Sink<JsonNode> sink) throws TenantFailure {
        return new PageWalk<JsonNode>(this, (row, _) -> row).from(first, sink);
    }

    @Override
    public Answer page(String link) throws TenantFailure {
        return wire.need(() -> requests.follow(link));
    }

    /**
     * The link, if it leads to the tenant's own address: a token must not follow a link elsewhere.
     *
     * @throws TenantFailure when it leads elsewhere
     */
    @Override
    public String own(String link) throws TenantFailure {
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
            throw new TenantFailure(Reason.MALFORMED, Text.of("The service gave a link that is not an address."));
        }
        throw new TenantFailure(Reason.MALFORMED,
                Text.of("The service gave a link that leads away from {0}://{1}.", base.getScheme(),
                        base.getAuthority()));
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}

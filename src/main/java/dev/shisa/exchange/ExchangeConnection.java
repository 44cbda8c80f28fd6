package dev.shisa.exchange;

import dev.shisa.site.Site;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How to reach the Exchange service of a tenant.
 *
 * @param base scheme, host and port, such as {@code https://outlook.office365.com}
 * @param scope what a token has to be asked for
 * @param tenantId the tenant
 * @param authority a file of PEM certificates to trust beside the machine's own
 */
public record ExchangeConnection(URI base, String scope, String tenantId, Optional<Path> authority) {
    private static final String WORLDWIDE = "https://outlook.office365.com";

    /**
     * The Exchange service that belongs to a tenant behind that Graph (m365.md §4.2); empty for a cloud whose service is not known. A sandbox
     * serves both at one address.
     *
     * @param graph where Graph answers
     */
    public static Optional<ExchangeConnection> beside(URI graph, String tenantId, Optional<Path> authority) {
        if (Site.isLoopback(graph)) {
            return Optional.of(new ExchangeConnection(URI.create(graph.getScheme() + "://" + graph.getAuthority()),
                    WORLDWIDE + "/.default", tenantId, authority));
        }
        String base = switch (String.valueOf(graph.getHost()).toLowerCase(Locale.ROOT)) {
            case "graph.microsoft.com" -> WORLDWIDE;
            case "graph.microsoft.us" -> "https://outlook.office365.us";
            case "dod-graph.microsoft.us" -> "https://outlook-dod.office365.us";
            case "microsoftgraph.chinacloudapi.cn" -> "https://partner.outlook.cn";
            default -> "";
        };
        return base.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExchangeConnection(URI.create(base), base + "/.default", tenantId, authority));
    }

    /** Where cmdlets are sent. */
    URI endpoint() {
        return URI.create(base + "/adminapi/beta/" + tenantId + "/InvokeCommand");
    }
}

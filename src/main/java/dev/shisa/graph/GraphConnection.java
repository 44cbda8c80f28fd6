package dev.shisa.graph;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How to reach a tenant over Microsoft Graph.
 *
 * @param graph the base of all requests with the version, such as {@code https://graph.microsoft.com/v1.0}
 * @param login the sign-in authority, such as {@code https://login.microsoftonline.com}
 * @param tenantId the tenant to sign in to
 * @param reader what reading signs in with
 * @param writer what writing signs in with
 * @param authority a file of PEM certificates to trust beside the machine's own
 */
public record GraphConnection(URI graph, URI login, String tenantId, ClientCredential reader, ClientCredential writer,
        Optional<Path> authority) {
    /**
     * @throws IllegalArgumentException when an address is neither https nor plain http on the loopback, or is not complete
     */
    public GraphConnection {
        graph = checked(graph, "The Graph address");
        login = checked(login, "The sign-in address");
        if (tenantId.isBlank()) {
            throw new IllegalArgumentException("The tenant id is blank.");
        }
    }

    private static URI checked(URI uri, String what) {
        String scheme = uri.getScheme();
        String host = uri.getHost();
        if (scheme == null || host == null || uri.getUserInfo() != null || uri.getQuery() != null) {
            throw new IllegalArgumentException(what + " is not a complete address without user and query: " + uri);
        }
        boolean secure = scheme.equalsIgnoreCase("https");
        if (!secure && !(scheme.equalsIgnoreCase("http") && isLoopback(host))) {
            throw new IllegalArgumentException(
                    what + " must begin with https; plain http is for the loopback only: " + uri);
        }
        String text = uri.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }

    /** By its form alone: a name that resolves to the loopback today may resolve elsewhere tomorrow. */
    private static boolean isLoopback(String host) {
        String folded = host.toLowerCase(Locale.ROOT);
        return folded.equals("localhost") || folded.equals("[::1]") || folded.matches("127(\\.\\d{1,3}){3}");
    }
}

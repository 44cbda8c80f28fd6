package dev.shisa.sandbox.login;

import java.util.HashSet;
import java.util.Set;

/** Which resources tokens are issued for, and which of these are Graph and Exchange. The server's own addresses count as Graph. */
public final class Audiences {

    private static final Set<String> EXCHANGE = Set.of("https://outlook.office365.com", "https://outlook.office.com",
            "00000002-0000-0ff1-ce00-000000000000");
    private static final Set<String> OTHERS = Set.of("https://management.azure.com");

    private final Set<String> graph = new HashSet<>(
            Set.of("https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000"));

    /** Graph behind these ports of the loopback interface; 0 is no port. */
    public Audiences(int securePort, int plainPort) {
        for (String host : Set.of("127.0.0.1", "localhost", "[::1]")) {
            graph.add("https://" + host + ":" + securePort);
            if (plainPort != 0) {
                graph.add("http://" + host + ":" + plainPort);
            }
        }
    }

    /** What a token for Graph may have as its audience. */
    public Set<String> graph() {
        return graph;
    }

    /** What a token for Exchange may have as its audience. */
    public Set<String> exchange() {
        return EXCHANGE;
    }

    static boolean isExchange(String resource) {
        return EXCHANGE.contains(resource);
    }

    boolean known(String resource) {
        return graph.contains(resource) || EXCHANGE.contains(resource) || OTHERS.contains(resource);
    }
}

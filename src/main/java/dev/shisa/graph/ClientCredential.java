package dev.shisa.graph;

/**
 * What an application signs in with.
 *
 * @param clientId the application's client id
 * @param secret its secret; never printed
 */
public record ClientCredential(String clientId, String secret) {
    /**
     * @throws IllegalArgumentException when one of the two is blank
     */
    public ClientCredential {
        if (clientId.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("The client id or the client secret is blank.");
        }
    }

    @Override
    public String toString() {
        return "ClientCredential[clientId=" + clientId + ", secret=***]";
    }
}

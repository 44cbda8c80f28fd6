package dev.shisa.tenant;

/**
 * What the service says of its own health.
 *
 * @param service name of the part that is asked about
 * @param status the service's own word
 * @param well whether that word means that it works
 */
public record ServiceHealth(String service, String status, boolean well) {
}

package dev.shisa.sandbox;

import dev.shisa.sandbox.wire.JsonValues;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach a served tenant.
 *
 * @param graph      address of Graph v1.0
 * @param login      authority host
 * @param authority  certificate to trust, a file
 * @param everything may do everything; for other clients
 * @param reader     may only look
 * @param writer     may delete, restore, license, enable and disable
 * @param plain      Graph over plain http, when wanted
 */
public record SandboxDescriptor(URI graph, URI login, Path authority, String tenantId, Client everything,
        Client reader, Client writer, Optional<URI> plain) {

    /** The credentials of an application. */
    public record Client(String clientId, String clientSecret) {

        @Override
        public String toString() {
            return clientId;
        }

        private Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("client_id", clientId);
            fields.put("client_secret", clientSecret);
            return fields;
        }
    }

    /** One line of JSON, with secrets. */
    public String toJson() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "ready");
        fields.put("graph", graph.toString());
        fields.put("login", login.toString());
        fields.put("ca", authority.toString());
        fields.put("tenant_id", tenantId);
        fields.putAll(everything.fields());
        fields.put("reader", reader.fields());
        fields.put("writer", writer.fields());
        plain.ifPresent(address -> fields.put("plain", address.toString()));
        return new String(JsonValues.bytes(fields), StandardCharsets.UTF_8);
    }
}

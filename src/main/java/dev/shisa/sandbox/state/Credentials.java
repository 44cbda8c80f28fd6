package dev.shisa.sandbox.state;

import dev.shisa.sandbox.login.Application;
import dev.shisa.sandbox.login.Grants;
import dev.shisa.sandbox.wire.JsonValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The three applications with their secrets; kept in the folder when there is one. */
public record Credentials(Application everything, Application reader, Application writer) {

    private static final String FILE = "credentials.json";
    /** A secret that began with a dash would be taken for an option on command lines. */
    private static final String SECRET_MARK = "sbx";

    /** Reads or makes the credentials. */
    public static Credentials open(Optional<Path> folder) throws IOException, StateRefused {
        if (folder.isPresent() && Files.exists(folder.get().resolve(FILE))) {
            return read(folder.get().resolve(FILE));
        }
        Credentials fresh = new Credentials(fresh("shisa sandbox", Grants.EVERYTHING),
                fresh("shisa sandbox reader", Grants.READER), fresh("shisa sandbox writer", Grants.WRITER));
        if (folder.isPresent()) {
            PrivateFiles.write(folder.get().resolve(FILE), fresh.toJson());
        }
        return fresh;
    }

    public List<Application> all() {
        return List.of(everything, reader, writer);
    }

    private static Application fresh(String name, Set<String> roles) {
        byte[] secret = new byte[30];
        new SecureRandom().nextBytes(secret);
        return new Application(name, UUID.randomUUID().toString(),
                SECRET_MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
                UUID.randomUUID().toString(), roles);
    }

    private String toJson() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("everything", fields(everything));
        fields.put("reader", fields(reader));
        fields.put("writer", fields(writer));
        return new String(JsonValues.bytes(fields), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> fields(Application application) {
        return Map.of("client_id", application.clientId(), "client_secret", application.clientSecret(), "principal_id",
                application.principalId());
    }

    private static Credentials read(Path file) throws IOException, StateRefused {
        try {
            JsonNode tree = JsonValues.read(Files.readAllBytes(file));
            return new Credentials(application(tree.path("everything"), "shisa sandbox", Grants.EVERYTHING),
                    application(tree.path("reader"), "shisa sandbox reader", Grants.READER),
                    application(tree.path("writer"), "shisa sandbox writer", Grants.WRITER));
        } catch (JacksonException damaged) {
            throw new StateRefused("The sandbox's credentials in " + file + " cannot be read.", damaged);
        }
    }

    private static Application application(JsonNode node, String name, Set<String> roles) {
        return new Application(name, node.get("client_id").asString(), node.get("client_secret").asString(),
                node.get("principal_id").asString(), roles);
    }
}

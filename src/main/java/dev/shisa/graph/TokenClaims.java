package dev.shisa.graph;

import dev.shisa.text.Text;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import dev.shisa.tenant.Viewpoint;
import java.util.Base64;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an access token says about its holder. It is read to tell people, and to refuse; never to allow. */
final class TokenClaims {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> WHOLE_TENANT = Set.of("User.Read.All", "User.ReadWrite.All", "Directory.Read.All",
            "Directory.ReadWrite.All");

    private TokenClaims() {
    }

    /**
     * The viewpoint of the holder.
     *
     * @throws TenantFailure when the token cannot be read
     */
    static Viewpoint viewpoint(String token) throws TenantFailure {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw unreadable();
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            String application = claims.path("appid").asString("");
            if (application.isEmpty()) {
                throw unreadable();
            }
            SortedSet<String> permissions = new TreeSet<>();
            claims.path("roles").forEach(role -> permissions.add(role.asString("")));
            return new Viewpoint(application, permissions, permissions.stream().anyMatch(WHOLE_TENANT::contains));
        } catch (IllegalArgumentException | JacksonException _) {
            throw unreadable();
        }
    }

    private static TenantFailure unreadable() {
        return new TenantFailure(Reason.MALFORMED,
                Text.of("The access token does not say for whom it is and what it allows."));
    }
}

package dev.shisa.sandbox.login;

import dev.shisa.sandbox.directory.ServerClock;
import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.Asked;
import dev.shisa.sandbox.wire.JsonValues;
import dev.shisa.sandbox.wire.Reply;
import dev.shisa.sandbox.wire.Service;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in side: {@code /{tenant}/v2.0/.well-known/openid-configuration}, the key set, and the token endpoint for
 * client credentials. Thread-safe.
 */
public final class LoginService implements Service {
    private static final Set<String> SIGN_IN_SCOPES = Set.of("openid", "profile", "offline_access");

    private static final Set<String> ANY_TENANT = Set.of("common", "organizations");

    private final String tenantId;
    private final Set<String> domains;
    private final Tokens tokens;
    private final Audiences audiences;
    private final ServerClock clock;

    public LoginService(String tenantId, Set<String> domains, Tokens tokens, Audiences audiences, ServerClock clock) {
        this.tenantId = tenantId;
        this.domains = domains;
        this.tokens = tokens;
        this.audiences = audiences;
        this.clock = clock;
    }

    /** Whether a path is for this service. */
    public static boolean owns(String path) {
        return path.contains("/.well-known/openid-configuration") || path.contains("/oauth2/")
                || path.endsWith("/discovery/v2.0/keys") || path.startsWith("/common/discovery/");
    }

    @Override
    public Reply answer(Asked asked) {
        String path = asked.rawPath();
        String tenant = path.substring(1, Math.max(1, path.indexOf('/', 1)));
        if (path.startsWith("/common/discovery/instance")) {
            return instances(asked);
        }
        if (!knows(tenant)) {
            return new Refusal(400, "invalid_tenant", 90002, "Tenant '" + tenant
                    + "' not found. Check to make sure you have the correct tenant ID and are signing into the "
                    + "correct cloud.").answer(asked, clock.now());
        }
        if (path.endsWith("/openid-configuration")) {
            return json(200, configuration(asked.origin(), tenant));
        }
        if (path.endsWith("/discovery/v2.0/keys")) {
            return json(200, tokens.keySet());
        }
        if (path.endsWith("/oauth2/v2.0/token")) {
            return token(asked);
        }
        return new Refusal(404, "invalid_request", 900144, "The endpoint is not offered: " + path).answer(asked,
                clock.now());
    }

    private boolean knows(String tenant) {
        String name = tenant.toLowerCase(Locale.ROOT);
        return name.equals(tenantId) || ANY_TENANT.contains(name) || domains.contains(name);
    }

    private Map<String, Object> configuration(String origin, String tenant) {
        String home = origin + "/" + tenant;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token_endpoint", home + "/oauth2/v2.0/token");
        body.put("token_endpoint_auth_methods_supported",
                List.of("client_secret_post", "private_key_jwt", "client_secret_basic"));
        body.put("jwks_uri", home + "/discovery/v2.0/keys");
        body.put("response_modes_supported", List.of("query", "fragment", "form_post"));
        body.put("subject_types_supported", List.of("pairwise"));
        body.put("id_token_signing_alg_values_supported", List.of("RS256"));
        body.put("response_types_supported", List.of("code", "id_token", "code id_token", "id_token token"));
        body.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
        body.put("issuer", origin + "/" + tenantId + "/v2.0");
        body.put("request_uri_parameter_supported", false);
        body.put("userinfo_endpoint", origin + "/oidc/userinfo");
        body.put("authorization_endpoint", home + "/oauth2/v2.0/authorize");
        body.put("device_authorization_endpoint", home + "/oauth2/v2.0/devicecode");
        body.put("end_session_endpoint", home + "/oauth2/v2.0/logout");
        body.put("tenant_region_scope", "AS");
        body.put("cloud_instance_name", "microsoftonline.com");
        body.put("msgraph_host", "graph.microsoft.com");
        return body;
    }

    private Answer instances(Asked asked) {
        String host = asked.origin().substring(asked.origin().indexOf("//") + 2);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("tenant_discovery_endpoint",
                asked.origin() + "/" + tenantId + "/v2.0/.well-known/openid-configuration");
        body.put("api-version", "1.1");
        Map<String, Object> cloud = new LinkedHashMap<>();
        cloud.put("preferred_network", host);
        cloud.put("preferred_cache", host);
        cloud.put("aliases", List.of(host));
        body.put("metadata", List.of(cloud));
        return json(200, body);
    }

    private Answer token(Asked asked) {
        if (!asked.method().equals("POST")) {
            return new Refusal(400, "invalid_request", 900561, "The endpoint only accepts POST requests. Received a "
                    + asked.method() + " request.").answer(asked, clock.now());
        }
        Map<String, String> form = form(asked);
        basicCredentials(asked, form);
        Refusal refusal = missing(form);
        if (refusal != null) {
            return refusal.answer(asked, clock.now());
        }
        Application application = application(form.getOrDefault("client_id", ""));
        if (application == null) {
            return new Refusal(400, "unauthorized_client", 700016, "Application with identifier '"
                    + form.get("client_id") + "' was not found in the directory.").answer(asked, clock.now());
        }
        if (!secretFits(application, form.getOrDefault("client_secret", ""))) {
            return new Refusal(401, "invalid_client", 7000215,
                    "Invalid client secret provided. Ensure the secret being "
                            + "sent in the request is the client secret value, not the client secret ID, for a secret added to "
                            + "app '" + application.clientId() + "'.")
                    .answer(asked, clock.now());
        }
        return issue(asked, application, form.getOrDefault("scope", ""));
    }

    private Answer issue(Asked asked, Application application, String asPosted) {
        String scope = withoutSignInScopes(asPosted);
        if (!scope.endsWith("/.default") || scope.contains(" ")) {
            return new Refusal(400, "invalid_scope", 1002012, "The provided value for scope " + scope
                    + " is not valid. Client credential flows must have a scope value with /.default suffixed to the "
                    + "resource identifier (application ID URI).").answer(asked, clock.now());
        }
        String resource = scope.substring(0, scope.length() - "/.default".length());
        if (!audiences.known(resource)) {
            return new Refusal(400, "invalid_resource", 500011, "The resource principal named " + resource
                    + " was not found in the tenant.").answer(asked, clock.now());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token_type", "Bearer");
        body.put("expires_in", Tokens.LIFETIME.toSeconds());
        body.put("ext_expires_in", Tokens.LIFETIME.toSeconds());
        body.put("access_token", tokens.issue(application, resource));
        return json(200, body).with("Cache-Control", "no-store, no-cache").with("Pragma", "no-cache");
    }

    /** MSAL for Java sends these with every request, and the real authority does not mind. */
    private static String withoutSignInScopes(String scope) {
        return Arrays.stream(scope.split(" ", -1)).filter(text -> !SIGN_IN_SCOPES.contains(text))
                .collect(Collectors.joining(" "));
    }

    private static @Nullable Refusal missing(Map<String, String> form) {
        for (String field : List.of("grant_type", "client_id", "scope")) {
            if (form.getOrDefault(field, "").isEmpty()) {
                return new Refusal(400, "invalid_request", 900144,
                        "The request body must contain the following parameter: '" + field + "'.");
            }
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return new Refusal(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type '"
                    + form.get("grant_type") + "'.");
        }
        if (form.getOrDefault("client_secret", "").isEmpty()) {
            return new Refusal(401, "invalid_client", 7000218, "The request body must contain the following "
                    + "parameter: 'client_assertion' or 'client_secret'.");
        }
        return null;
    }

    private @Nullable Application application(String clientId) {
        for (Application application : tokens.applications()) {
            if (application.clientId().equalsIgnoreCase(clientId)) {
                return application;
            }
        }
        return null;
    }

    private static boolean secretFits(Application application, String secret) {
        return java.security.MessageDigest.isEqual(application.clientSecret().getBytes(StandardCharsets.UTF_8),
                secret.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> form(Asked asked) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : new String(asked.body(), StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static void basicCredentials(Asked asked, Map<String, String> form) {
        String header = asked.header("authorization");
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return;
        }
        try {
            String pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                form.putIfAbsent("client_id", decode(pair.substring(0, colon)));
                form.putIfAbsent("client_secret", decode(pair.substring(colon + 1)));
            }
        } catch (IllegalArgumentException malformed) {
            form.putIfAbsent("client_secret", "");
        }
    }

    private static Answer json(int status, Map<String, Object> body) {
        return Answer.of(status, Answer.JSON, JsonValues.bytes(body));
    }
}

package dev.shisa.sandbox.login;

import dev.shisa.sandbox.directory.ServerClock;
import dev.shisa.sandbox.wire.JsonValues;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Makes and checks access tokens: three-part JWTs signed with RS256. Thread-safe. */
public final class Tokens {

    /** As long as Entra's usual token. */
    public static final Duration LIFETIME = Duration.ofSeconds(3599);

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int REMEMBERED = 10_000;

    /** What a checked token says. */
    private record Checked(Application application, String audience, Instant notAfter) {
    }

    private final String tenantId;
    private final List<Application> applications;
    private final ServerClock clock;
    private final Supplier<KeyPair> keys;
    private volatile @Nullable Set<String> issuedSinceExpiry;
    private final Map<String, Checked> remembered = new ConcurrentHashMap<>();
    private volatile @Nullable KeyPair pair;

    /** The key pair is asked for when it is first needed. */
    public Tokens(String tenantId, List<Application> applications, ServerClock clock, Supplier<KeyPair> keys) {
        this.tenantId = tenantId;
        this.applications = List.copyOf(applications);
        this.clock = clock;
        this.keys = keys;
    }

    public List<Application> applications() {
        return applications;
    }

    /** A signed token of an application for a resource. */
    public String issue(Application application, String audience) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("typ", "JWT");
        header.put("alg", "RS256");
        header.put("kid", keyId());
        header.put("x5t", keyId());
        String signed = part(header) + "." + part(claims(application, audience));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair().getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            String token = signed + "." + ENCODER.encodeToString(signature.sign());
            Set<String> unexpired = issuedSinceExpiry;
            if (unexpired != null) {
                unexpired.add(token);
            }
            return token;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the token key does not sign", failure);
        }
    }

    /** Lets all tokens that were issued so far expire before their time. */
    public void expireIssued() {
        issuedSinceExpiry = ConcurrentHashMap.newKeySet();
    }

    private Map<String, Object> claims(Application application, String audience) {
        long now = clock.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", audience);
        claims.put("iss", "https://sts.windows.net/" + tenantId + "/");
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", now + LIFETIME.toSeconds());
        claims.put("app_displayname", application.name());
        claims.put("appid", application.clientId());
        claims.put("appidacr", "1");
        claims.put("idp", "https://sts.windows.net/" + tenantId + "/");
        claims.put("idtyp", "app");
        claims.put("oid", application.principalId());
        claims.put("roles", rolesFor(application, audience));
        claims.put("sub", application.principalId());
        claims.put("tid", tenantId);
        claims.put("uti", UUID.randomUUID().toString().replace("-", "").substring(0, 22));
        claims.put("ver", "1.0");
        return claims;
    }

    /** A token names the permissions on the resource it is for, and no others. */
    private List<String> rolesFor(Application application, String audience) {
        boolean exchange = Audiences.isExchange(audience);
        return new TreeSet<>(application.roles()).stream().filter(role -> Grants.EXCHANGE.contains(role) == exchange)
                .toList();
    }

    /** The application that a token speaks for. */
    public Application check(String token, Set<String> audiences) throws TokenRefused {
        Checked checked = remembered.get(token);
        if (checked == null) {
            checked = verify(token);
            if (remembered.size() > REMEMBERED) {
                remembered.clear();
            }
            remembered.put(token, checked);
        }
        Set<String> unexpired = issuedSinceExpiry;
        boolean ended = unexpired != null && !unexpired.contains(token);
        if (ended || !clock.now().isBefore(checked.notAfter())) {
            throw new TokenRefused("Lifetime validation failed, the token is expired.");
        }
        if (!audiences.contains(checked.audience())) {
            throw new TokenRefused("Access token validation failure. Invalid audience.");
        }
        return checked.application();
    }

    private Checked verify(String token) throws TokenRefused {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new TokenRefused("IDX14100: JWT is not well formed, there are no dots (.).");
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(pair().getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            JsonNode header = JsonValues.read(decoder.decode(parts[0]));
            if (!header.path("alg").asString("").equals("RS256") || !signature.verify(decoder.decode(parts[2]))) {
                throw new TokenRefused("Access token validation failure. Invalid signature.");
            }
            return claimed(JsonValues.read(decoder.decode(parts[1])));
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException altered) {
            throw new TokenRefused("Access token validation failure.");
        }
    }

    private Checked claimed(JsonNode claims) throws TokenRefused {
        String clientId = claims.path("appid").asString("");
        for (Application application : applications) {
            if (application.clientId().equals(clientId)) {
                return new Checked(application, claims.path("aud").asString(""),
                        Instant.ofEpochSecond(claims.path("exp").asLong(0)));
            }
        }
        throw new TokenRefused("The identity of the calling application could not be established.");
    }

    /** The public key in the form that a {@code jwks_uri} gives. */
    public Map<String, Object> keySet() {
        RSAPublicKey key = (RSAPublicKey) pair().getPublic();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kty", "RSA");
        entry.put("use", "sig");
        entry.put("alg", "RS256");
        entry.put("kid", keyId());
        entry.put("n", ENCODER.encodeToString(unsigned(key.getModulus().toByteArray())));
        entry.put("e", ENCODER.encodeToString(unsigned(key.getPublicExponent().toByteArray())));
        return Map.of("keys", List.of(entry));
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private String keyId() {
        byte[] modulus = ((RSAPublicKey) pair().getPublic()).getModulus().toByteArray();
        return ENCODER.encodeToString(java.util.Arrays.copyOfRange(modulus, 1, 21));
    }

    private KeyPair pair() {
        KeyPair known = pair;
        if (known == null) {
            synchronized (this) {
                known = pair;
                if (known == null) {
                    known = keys.get();
                    pair = known;
                }
            }
        }
        return known;
    }

    private static String part(Map<String, Object> content) {
        return ENCODER.encodeToString(JsonValues.bytes(content));
    }
}

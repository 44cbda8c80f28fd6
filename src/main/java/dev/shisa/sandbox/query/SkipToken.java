package dev.shisa.sandbox.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Where the next page begins. It names the last object that was sent, not a position, so changes in between neither
 * repeat nor skip anybody.
 *
 * @param served how many objects the pages before have sent
 * @param lastId id of the last one
 * @param key    its sort key; empty when sorted by id
 */
public record SkipToken(int served, String lastId, String key) {

    /** Before the first page. */
    public static final SkipToken START = new SkipToken(0, "", "");

    /** The form for a URL. */
    public String encode() {
        String plain = "p1\n" + served + "\n" + lastId + "\n" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    public static SkipToken decode(String token) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split("\n", 4));
            if (parts.size() == 4 && parts.getFirst().equals("p1")) {
                return new SkipToken(Integer.parseInt(parts.get(1)), parts.get(2), parts.get(3));
            }
        } catch (IllegalArgumentException malformed) {
            throw invalid(malformed);
        }
        throw invalid(new IllegalArgumentException("not a token of this service"));
    }

    private static QueryRefused invalid(IllegalArgumentException cause) {
        QueryRefused refused = QueryRefused.bad("The value of the $skiptoken parameter is not valid.");
        refused.addSuppressed(cause);
        return refused;
    }
}

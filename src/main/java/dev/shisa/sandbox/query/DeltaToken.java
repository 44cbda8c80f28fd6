package dev.shisa.sandbox.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Where a delta round stands.
 *
 * @param start  changes after this one are told; -1: a full round that lists all users
 * @param end    the newest change that the round covers
 * @param lastId id of the user told last; empty before the first
 */
public record DeltaToken(long start, long end, String lastId) {

    private static final String MARK = "d1";

    /** The beginning of a full round. */
    public static DeltaToken full(long end) {
        return new DeltaToken(-1, end, "");
    }

    /** The beginning of a round of changes, of which the end is not known yet. */
    public static DeltaToken since(long start) {
        return new DeltaToken(start, start, "");
    }

    public boolean isFull() {
        return start < 0;
    }

    /** The same beginning with an end. */
    public DeltaToken round(long newEnd) {
        return new DeltaToken(start, Math.max(start, newEnd), "");
    }

    public DeltaToken after(String id) {
        return new DeltaToken(start, end, id);
    }

    /** The form for a URL. */
    public String encode() {
        String plain = MARK + "\n" + start + "\n" + end + "\n" + lastId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    public static DeltaToken decode(String token) {
        try {
            List<String> parts = List
                    .of(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", 4));
            if (parts.size() == 4 && parts.getFirst().equals(MARK)) {
                return new DeltaToken(Long.parseLong(parts.get(1)), Long.parseLong(parts.get(2)), parts.get(3));
            }
        } catch (IllegalArgumentException malformed) {
            QueryRefused refused = invalid();
            refused.addSuppressed(malformed);
            throw refused;
        }
        throw invalid();
    }

    private static QueryRefused invalid() {
        return QueryRefused.bad("Badly formed token.");
    }
}

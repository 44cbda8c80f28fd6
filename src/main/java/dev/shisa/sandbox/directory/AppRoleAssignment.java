package dev.shisa.sandbox.directory;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * A role of an application that one user was granted.
 *
 * @param id       43 letters of base64url, as Graph's
 * @param resource object id of the service principal that has the role
 * @param role     id of the role, or {@link #DEFAULT_ROLE}
 * @param since    UTC, whole seconds
 */
public record AppRoleAssignment(String id, String resource, String role, String since) {

    /** Stands for "assigned, without a role", with an application that has no roles. */
    public static final String DEFAULT_ROLE = "00000000-0000-0000-0000-000000000000";

    private static final int ID_BYTES = 32;

    /** The id that begins with these 16 bytes and ends with those. */
    public static String id(UUID principal, UUID grant) {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES).putLong(principal.getMostSignificantBits())
                .putLong(principal.getLeastSignificantBits()).putLong(grant.getMostSignificantBits())
                .putLong(grant.getLeastSignificantBits()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

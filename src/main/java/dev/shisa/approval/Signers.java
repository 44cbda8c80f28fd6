package dev.shisa.approval;

import dev.shisa.signature.AllowedSigners;
import dev.shisa.signature.RevokedKeys;

/**
 * Whose signatures count, as the owners of the tenant say.
 *
 * @param allowed who may sign
 * @param revoked keys that never count
 */
public record Signers(AllowedSigners allowed, RevokedKeys revoked) {
}

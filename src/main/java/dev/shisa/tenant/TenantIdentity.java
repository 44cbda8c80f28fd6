package dev.shisa.tenant;

import java.time.Instant;

/**
 * Which organisation answers.
 *
 * @param id the tenant id
 * @param defaultDomain its default domain
 * @param serverTime the service's clock when it answered
 */
public record TenantIdentity(String id, String defaultDomain, Instant serverTime) {
}

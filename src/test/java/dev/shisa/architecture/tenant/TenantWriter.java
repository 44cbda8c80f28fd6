package dev.shisa.architecture.tenant;

/** Writes to the tenant. */
public interface TenantWriter {
    /** Writes. */
    boolean apply(String call);
}

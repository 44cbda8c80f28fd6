package dev.shisa.site;

import java.util.Locale;

/** What is at stake in a tenant. */
public enum TenantKind {
    /** The simulated tenant on this machine. */
    SANDBOX,
    /** A real tenant in which nobody works. */
    TEST,
    /** Everything else; what no bundle names is this. */
    PRODUCTION;

    /** The name in files and output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

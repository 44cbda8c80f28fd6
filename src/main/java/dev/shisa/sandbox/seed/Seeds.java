package dev.shisa.sandbox.seed;

import dev.shisa.sandbox.directory.DirectoryContent;
import java.time.Instant;

/** Makes the first contents of a tenant; the same arguments always give the same contents. */
public final class Seeds {

    private Seeds() {
    }

    /** The university of the accident. */
    public static DirectoryContent sgu() {
        return new SguSeed().content();
    }

    /** Accounts of every shape; what was deleted was deleted some days before the start. */
    public static DirectoryContent small(Instant start) {
        return new SmallSeed(start).content();
    }

    /** A mixture of common shapes, as many accounts as wanted. */
    public static DirectoryContent synthetic(int accounts) {
        return new SyntheticSeed(accounts).content();
    }
}

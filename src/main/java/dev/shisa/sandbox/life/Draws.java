package dev.shisa.sandbox.life;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/** Random choices that depend on the seed and on what they are for, not on what was chosen before: a restart draws the same. */
final class Draws {

    private Draws() {
    }

    static SplittableRandom of(long seed, String what, Instant origin) {
        long mixed = seed * 0x9E37_79B9_7F4A_7C15L + what.hashCode();
        mixed = mixed * 0xBF58_476D_1CE4_E5B9L + origin.getEpochSecond();
        return new SplittableRandom(mixed * 0x94D0_49BB_1331_11EBL + origin.getNano());
    }

    /** A fresh object id: a valid version 4 UUID. */
    static String id(SplittableRandom random) {
        long most = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long least = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least).toString();
    }
}

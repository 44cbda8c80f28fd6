package dev.shisa.sandbox.seed;

import java.util.Random;
import java.util.UUID;

/** The same random-looking ids for the same seed: valid version 4 UUIDs. Not thread-safe. */
final class IdSource {

    private final Random random;

    IdSource(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        return uuid().toString();
    }

    UUID uuid() {
        long most = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long least = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}

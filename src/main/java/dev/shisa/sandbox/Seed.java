package dev.shisa.sandbox;

/** Which first contents a tenant has. */
public sealed interface Seed {

    /** The greatest number of accounts that a synthetic seed is made with. */
    int LARGEST = 2_000_000;

    /** About 60 accounts of every shape. */
    record Small() implements Seed {
    }

    /** The university of the accident: 7,331 mailboxes. */
    record Sgu() implements Seed {
    }

    /** So many accounts in a fixed mixture. */
    record Synthetic(int accounts) implements Seed {
    }

    /** Reads {@code small}, {@code sgu} or {@code synthetic:N}. */
    static Seed parse(String text) {
        if (text.equals("small")) {
            return new Small();
        }
        if (text.equals("sgu")) {
            return new Sgu();
        }
        if (text.matches("synthetic:[1-9]\\d{0,6}")) {
            int accounts = Integer.parseInt(text.substring("synthetic:".length()));
            if (accounts <= LARGEST) {
                return new Synthetic(accounts);
            }
        }
        throw new IllegalArgumentException(
                "The seed is small, sgu or synthetic:N with N from 1 to " + LARGEST + ", not '" + text + "'.");
    }

    /** The text that {@link #parse} reads. */
    default String label() {
        return switch (this) {
            case Small() -> "small";
            case Sgu() -> "sgu";
            case Synthetic(int accounts) -> "synthetic:" + accounts;
        };
    }
}

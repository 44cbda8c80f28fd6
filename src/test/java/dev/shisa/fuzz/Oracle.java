package dev.shisa.fuzz;

/** What must hold of everything that is accepted. */
public final class Oracle {
    private Oracle() {
    }

    /** Holds two things to be equal. */
    public static void same(String sentence, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new AssertionError(sentence + "\n  expected " + expected + "\n  found    " + found);
        }
    }

    /** Holds something to be so. */
    public static void holds(boolean fact, String sentence) {
        if (!fact) {
            throw new AssertionError(sentence);
        }
    }
}

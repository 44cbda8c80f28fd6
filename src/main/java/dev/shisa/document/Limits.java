package dev.shisa.document;

/** How much is read of one file. What is beyond is refused as a whole: half a procedure is not a procedure. */
final class Limits {
    static final int BYTES = 16 << 20;
    static final int CHARACTERS = 16 << 20;
    static final int LINES = 400_000;
    static final int PASSAGES = 20_000;
    static final int PAGES = 2_000;
    /** Of XML inside a Word file and of streams inside a PDF, unpacked. */
    static final long UNPACKED_BYTES = 256L << 20;

    private Limits() {
    }

    static String exceeded(String what, long limit) {
        return "The file holds more than " + limit + " " + what + ", which is more than is read of one file; split it.";
    }
}

package dev.shisa.bench;

import java.util.List;
import java.util.Locale;

/**
 * One step of a run that fails, and what is made of the run afterwards.
 *
 * @param nth the step, counted from 1
 * @param failure how it fails
 * @param lasting whether all later steps of that process fail as well
 * @param undo whether the run is brought back afterwards, else it is gone on with
 */
record FailCase(int nth, Failure failure, boolean lasting, boolean undo) {

    /** How a step fails. */
    enum Failure {
        /** Nothing is done; no room. */
        FULL(true),
        /** Half of what was to be written is written. */
        TORN(true),
        /** It is done, and told as failed. */
        DONE_AND_FAILED(true),
        /** The connection is cut, and nothing was done. */
        CUT_BEFORE(false),
        /** The service is not available, and nothing was done. */
        UNAVAILABLE(false),
        /** The connection is cut after it was done. */
        CUT_AFTER(false),
        /** A gateway gives up after it was done. */
        TIMEOUT_AFTER(false);

        private final boolean file;

        Failure(boolean file) {
            this.file = file;
        }

        /** Whether it is a step with a file, else a request. */
        boolean isOfFile() {
            return file;
        }
    }

    /** Reads what {@link #label} wrote. */
    static FailCase parse(String label) {
        List<String> words = List.of(label.strip().split(" +"));
        return new FailCase(Integer.parseInt(words.get(1)), Failure.valueOf(words.get(2).toUpperCase(Locale.ROOT)),
                words.get(3).equals("lasting"), words.size() > 4 && words.get(4).equals("undo"));
    }

    /** The case in words, such as {@code file 17 FULL lasting undo}. */
    String label() {
        return (failure.isOfFile() ? "file " : "http ") + nth + " " + failure + (lasting ? " lasting" : " once")
                + (undo ? " undo" : " resume");
    }
}

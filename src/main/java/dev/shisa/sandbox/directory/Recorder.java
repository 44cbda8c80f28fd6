package dev.shisa.sandbox.directory;

/** Keeps changes where they survive the process. */
@FunctionalInterface
public interface Recorder {

    /** Returns when the operating system has the change; throws when it could not be kept, and then it must not count. */
    void record(Change change);

    /** Keeps nothing. */
    static Recorder none() {
        return change -> {
        };
    }
}

package dev.shisa.bench;

/** What became of an account in truth. */
enum Fate {
    /** It is in everything as it was. */
    AS_BEFORE,
    /** What was declared is done, and nothing else. */
    DONE,
    /** It is neither as it was nor as declared. */
    OTHERWISE
}

package dev.shisa.cli;

/** A command that does not come from the catalog. */
interface BuiltIn {
    /** Carries it out and returns the exit code. */
    int run(Desk desk);
}

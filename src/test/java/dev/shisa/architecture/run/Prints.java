package dev.shisa.architecture.run;

/** Wrong: prints. */
final class Prints {
    void print() {
        System.err.println("x");
    }
}

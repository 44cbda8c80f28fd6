package dev.shisa.architecture.cli;

/** Right: the edge prints. */
final class Edge {
    void print() {
        System.err.println("x");
    }
}

package dev.shisa.architecture.diag;

/** A diagnostic. */
public final class Note {
}

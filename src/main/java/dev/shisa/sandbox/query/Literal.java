package dev.shisa.sandbox.query;

/** A constant in a filter. */
sealed interface Literal {

    /** Quoted text. */
    record Text(String value) implements Literal {
    }

    /** true or false. */
    record Flag(boolean value) implements Literal {
    }

    /** A moment, normalised to UTC. */
    record Date(String value) implements Literal {
    }

    /** An unquoted GUID, in lower case. */
    record Guid(String value) implements Literal {
    }

    /** A whole number. */
    record Whole(long value) implements Literal {
    }

    /** null. */
    record Null() implements Literal {
    }
}

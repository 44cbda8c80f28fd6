package dev.shisa.cli;

import dev.shisa.text.Text;

/** Where the lines of a shell come from. Used by one thread. */
interface LineSource {
    /** What came next. */
    sealed interface Next {
        /**
         * A line.
         *
         * @param text without its end
         */
        record Line(String text) implements Next {
        }

        /** A line that somebody began and gave up. */
        record Dropped() implements Next {
        }

        /** There are no more lines. */
        record End() implements Next {
        }

        /**
         * What came cannot be a line, and nobody knows where the next one begins.
         *
         * @param reason as a phrase
         */
        record Unreadable(Text reason) implements Next {
        }
    }

    /**
     * Waits for the next line.
     *
     * @param code the exit code of the line before; 0 before the first one
     */
    Next next(int code);

    /** Whether a person types the lines and could answer a question. */
    boolean isTyped();
}

package dev.shisa.document;

import java.util.Locale;
import java.util.Set;

/**
 * A name of the form Verb-Noun with a known verb, and where it stands in a line.
 *
 * @param start where the name begins, its module included
 * @param verbStart where its verb begins
 * @param end behind it
 * @param certain false for a name in lower case, which can be an English compound
 */
record CommandName(int start, int verbStart, int end, boolean certain) {
    private static final int SHORTEST_VERB = 2;
    private static final int LONGEST_VERB = 20;
    private static final int LONGEST_NOUN = 100;
    private static final Set<String> ENGLISH = Set.of("read-only", "read-write", "read-through", "read-me", "set-up",
            "set-top", "start-up", "stop-gap", "stop-word", "write-protected", "write-once", "write-back",
            "write-through", "write-up", "write-only", "add-on", "add-ons", "add-in", "add-ins", "close-up", "pop-up",
            "pop-ups", "pop-in", "move-in", "move-out", "check-in", "check-ins", "check-out", "check-list", "check-up",
            "copy-paste", "copy-pasting", "copy-edit", "build-in", "build-up", "build-time", "run-time", "run-up",
            "load-balanced", "load-balancing", "out-of", "out-dated", "push-up", "push-button", "send-only", "send-as",
            "send-off", "open-source", "open-ended", "use-case", "use-cases", "test-driven", "test-run", "test-user",
            "clear-cut", "clean-up", "clean-ups", "follow-up", "step-by", "group-based", "group-wide", "search-based",
            "sort-of", "format-specific", "process-wide", "process-based", "force-quit", "new-style", "new-hire",
            "new-hires", "get-together", "show-stopper", "switch-over", "split-brain", "limit-based", "lock-in",
            "lock-out", "lock-down", "block-list", "hide-and", "list-based", "watch-list", "wait-list", "wait-time",
            "drop-down", "drop-downs", "drop-off", "make-up", "roll-back", "read-in", "import-export", "export-import",
            "join-date", "exit-code", "trace-id", "request-id", "undo-redo", "update-ready", "check-box", "sync-up");

    /** The first such name from an offset on, or one that {@link #isNone()}. */
    static CommandName find(String line, int from) {
        for (int dash = from + SHORTEST_VERB; dash + 1 < line.length(); dash++) {
            if (Dashes.contain(line.charAt(dash)) && isAsciiLetter(line.charAt(dash + 1))) {
                int start = verbStart(line, from, dash);
                int end = nounEnd(line, dash + 1);
                if (isName(line, start, dash, end)) {
                    return new CommandName(withModule(line, start), start, end,
                            Character.isUpperCase(line.charAt(dash + 1)));
                }
            }
        }
        return new CommandName(-1, -1, -1, false);
    }

    private static int verbStart(String line, int from, int dash) {
        int start = dash;
        while (start > from && dash - start <= LONGEST_VERB && isAsciiLetter(line.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int nounEnd(String line, int start) {
        int end = start;
        while (end < line.length() && end - start <= LONGEST_NOUN
                && (isAsciiLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private static boolean isName(String line, int start, int dash, int end) {
        char before = start == 0 ? ' ' : line.charAt(start - 1);
        char after = end == line.length() ? ' ' : line.charAt(end);
        return dash - start >= SHORTEST_VERB && dash - start <= LONGEST_VERB && end - dash <= LONGEST_NOUN
                && !isAsciiLetterOrDigit(before) && "$_./@%*".indexOf(before) < 0 && !Dashes.contain(before)
                && after != '@' && !Dashes.contain(after) && !isFileName(line, end)
                && Verbs.contain(line.substring(start, dash)) && !isEnglish(line, start, dash, end);
    }

    private static boolean isEnglish(String line, int start, int dash, int end) {
        return Character.isLowerCase(line.charAt(dash + 1)) && ENGLISH.contains(
                (line.substring(start, dash) + "-" + line.substring(dash + 1, end)).toLowerCase(Locale.ROOT));
    }

    private static boolean isFileName(String line, int end) {
        return end + 1 < line.length() && line.charAt(end) == '.' && isAsciiLetterOrDigit(line.charAt(end + 1));
    }

    private static int withModule(String line, int start) {
        int module = start - 1;
        if (module < 0 || line.charAt(module) != '\\') {
            return start;
        }
        while (module > 0 && (isAsciiLetterOrDigit(line.charAt(module - 1)) || line.charAt(module - 1) == '.')) {
            module--;
        }
        return module;
    }

    private static boolean isAsciiLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    static boolean isAsciiLetterOrDigit(char character) {
        return isAsciiLetter(character) || (character >= '0' && character <= '9');
    }

    boolean isNone() {
        return start < 0;
    }
}

package dev.shisa.document;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name of the form Verb-Noun with a known verb, and where it stands in a line.
 *
 * @param start where the name begins, its module included
 * @param verbStart where its verb begins
 * @param end behind it
 * @param certain false for a name in lower case, which can be an English compound
 */
record CommandName(int start, int verbStart, int end, boolean certain) {
    private static final Pattern NAME = Pattern
            .compile("([A-Za-z]{2,20})[" + Dashes.CLASS + "]([A-Za-z][A-Za-z0-9_]{0,100}+)");
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
        Matcher matcher = NAME.matcher(line);
        int next = from;
        while (next <= line.length() && matcher.find(next)) {
            if (isName(line, matcher)) {
                boolean certain = Character.isUpperCase(matcher.group(2).charAt(0));
                return new CommandName(withModule(line, matcher.start()), matcher.start(), matcher.end(), certain);
            }
            next = matcher.end(1);
        }
        return new CommandName(-1, -1, -1, false);
    }

    private static boolean isName(String line, Matcher matcher) {
        char before = matcher.start() == 0 ? ' ' : line.charAt(matcher.start() - 1);
        char after = matcher.end() == line.length() ? ' ' : line.charAt(matcher.end());
        return !isAsciiLetterOrDigit(before) && "$_./@%*".indexOf(before) < 0 && !Dashes.contain(before)
                && !isAsciiLetterOrDigit(after) && after != '@' && after != '_' && !Dashes.contain(after)
                && !isFileName(line, matcher.end()) && Verbs.contain(matcher.group(1)) && !isEnglish(matcher);
    }

    private static boolean isEnglish(Matcher matcher) {
        return Character.isLowerCase(matcher.group(2).charAt(0))
                && ENGLISH.contains((matcher.group(1) + "-" + matcher.group(2)).toLowerCase(Locale.ROOT));
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

    static boolean isAsciiLetterOrDigit(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9';
    }

    boolean isNone() {
        return start < 0;
    }
}

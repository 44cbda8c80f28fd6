package dev.shisa.document;

import java.util.regex.Pattern;

/** Whether a line break inside a command was put there by a document's wrapping, since the next line can only go on. */
enum Wrapping {
    /** The break is one of the code. */
    NONE,
    /** The break stands in a word. */
    INSIDE_WORD,
    /** The break stands for a blank. */
    BLANK;

    private static final Pattern VERB_AND_DASH = Pattern
            .compile("(?:^|[\\s\\u3000\\u00A0|;({=&\\\\])([A-Za-z]{2,20})[" + Dashes.CLASS + "]$");
    private static final Pattern LONE_DASH = Pattern.compile("[\\s\\u3000\\u00A0][" + Dashes.CLASS + "]$");
    private static final Pattern PARAMETER = Pattern
            .compile("[" + Dashes.CLASS + "][A-Za-z?][A-Za-z0-9]{0,100}+(?![A-Za-z0-9])");
    private static final Pattern PIPE = Pattern.compile("\\|\\|?[\\s\\u3000\\u00A0]*+(?:[A-Za-z%?&$]).*+");
    private static final Pattern ENDS_WITH_COLON = Pattern
            .compile("[\\s\\u3000\\u00A0][" + Dashes.CLASS + "][A-Za-z]{2,100}:$");
    private static final Pattern ENDS_WITH_PARAMETER = Pattern
            .compile("[\\s\\u3000\\u00A0][" + Dashes.CLASS + "][A-Za-z]{2,100}$");
    private static final Pattern ANY_PARAMETER = Pattern
            .compile("[\\s\\u3000\\u00A0][" + Dashes.CLASS + "][A-Za-z]{2}");
    private static final int TAIL = 120;

    /**
     * Between two lines of a block.
     *
     * @param before a line of code without white space at its end
     * @param after the next one without white space at its start
     */
    static Wrapping between(String before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return NONE;
        }
        String tail = before.substring(Math.max(0, before.length() - TAIL));
        if (Character.isLetter(after.charAt(0)) && after.charAt(0) < 0x80 && endsInsideWord(tail)) {
            return INSIDE_WORD;
        }
        if (ENDS_WITH_COLON.matcher(tail).find() && "$\"'0123456789".indexOf(after.charAt(0)) >= 0) {
            return INSIDE_WORD;
        }
        if (endsForPowerShell(tail)) {
            return NONE;
        }
        return goesOn(after) ? BLANK : NONE;
    }

    /** Between two lines of prose, where the second one is less likely a command of its own. */
    static Wrapping inProse(String before, String after) {
        Wrapping sure = between(before, after);
        String tail = before.substring(Math.max(0, before.length() - TAIL));
        if (sure != NONE || endsForPowerShell(tail)) {
            return sure;
        }
        boolean value = ENDS_WITH_PARAMETER.matcher(tail).find() && CommandName.find(after, 0).start() != 0;
        return value && !Sentence.is(Masked.of(after)) && isValue(after) ? BLANK : NONE;
    }

    /** Whether there is a parameter behind a blank. */
    static boolean holdsParameter(String line) {
        return ANY_PARAMETER.matcher(line).find();
    }

    /** One word, or one and then a parameter, a pipe or the end of a statement. */
    private static boolean isValue(String after) {
        String[] words = after.split("\\s+", 3);
        if (words.length == 1) {
            return after.chars().allMatch(character -> character < 0x80) || after.startsWith("\"");
        }
        return words[1].startsWith("|") || words[1].startsWith(";") || Dashes.contain(words[1].charAt(0));
    }

    private static boolean endsInsideWord(String tail) {
        var verb = VERB_AND_DASH.matcher(tail);
        return (verb.find() && Verbs.contain(verb.group(1))) || LONE_DASH.matcher(tail).find();
    }

    private static boolean endsForPowerShell(String tail) {
        char end = tail.charAt(tail.length() - 1);
        return "|,`{(;=".indexOf(end) >= 0 || tail.endsWith("&&");
    }

    private static boolean goesOn(String after) {
        if (PIPE.matcher(after).matches()) {
            return !Sentence.is(Masked.of(after)) && after.indexOf('|', 2) != after.length() - 1;
        }
        return PARAMETER.matcher(after).lookingAt() && CommandName.find(after, 0).verbStart() != 1
                && !after.startsWith("-and ") && !Sentence.follows(" " + Masked.of(after)) && !isDefinition(after);
    }

    /** A parameter that is being explained. */
    private static boolean isDefinition(String after) {
        var parameter = PARAMETER.matcher(after);
        return parameter.lookingAt()
                && Sentence.follows(after.substring(parameter.end()).replaceFirst("^:(?=\\S)", " -"));
    }
}

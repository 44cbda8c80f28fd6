package dev.shisa.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands that are only a part of their line: behind a label, in Japanese quotation marks, before an explanation. Each
 * has more to it than a name, else it is only spoken of.
 *
 * @param from its first offset in the line
 * @param to the offset behind it
 */
record Embedded(int from, int to) {
    private static final Pattern BRACKETED = Pattern
            .compile("[\u300C\u300E]([^\u300D\u300F\u300C\u300E]{3,4000}+)[\u300D\u300F]");
    private static final Pattern EXPLANATION = Pattern
            .compile("(\\s{1,40}+)[\\p{IsHan}\\p{IsKatakana}\u3041-\u309F\u2190\u2026\uFF08]");
    private static final int WIDE = 2;

    /** All of them, in order. */
    static List<Embedded> in(String line) {
        List<Embedded> found = new ArrayList<>();
        Matcher bracketed = BRACKETED.matcher(line);
        while (bracketed.find()) {
            add(found, line, bracketed.start(1), bracketed.end(1));
        }
        if (found.isEmpty()) {
            String masked = Masked.of(line);
            CommandName name = CommandName.find(masked, 0);
            if (!name.isNone() && (name.start() == 0 || isLabelled(masked, name.start()))) {
                add(found, line, name.start(), line.length());
                if (found.isEmpty()) {
                    explained(found, line, masked, name);
                }
            }
        }
        return found;
    }

    private static void add(List<Embedded> found, String line, int from, int to) {
        String command = line.substring(from, to);
        if (CodeLine.of(command) == CodeLine.COMMAND && !CodeLine.isBareName(command)) {
            found.add(new Embedded(from, to));
        }
    }

    private static boolean isLabelled(String masked, int start) {
        int before = start - 1;
        while (before >= 0 && Character.isWhitespace(masked.charAt(before))) {
            before--;
        }
        return before >= 0 && ":\uFF1A\u2192".indexOf(masked.charAt(before)) >= 0;
    }

    /** A row of a table whose columns stand in one line: first the command, then what it does. */
    private static void explained(List<Embedded> found, String line, String masked, CommandName name) {
        Matcher explanation = EXPLANATION.matcher(masked);
        if (!explanation.find(name.end())) {
            return;
        }
        String command = masked.substring(name.start(), explanation.start());
        String last = command.substring(command.lastIndexOf(' ') + 1);
        boolean complete = last.indexOf(':') >= 0 || last.isEmpty() || !Dashes.contain(last.charAt(0));
        if (explanation.group(1).length() >= WIDE || (complete && !startsWithParticle(masked, explanation.end() - 1))) {
            add(found, line, name.start(), explanation.start());
        }
    }

    private static boolean startsWithParticle(String masked, int start) {
        return Sentence.isHiragana(masked.charAt(start));
    }
}

package dev.shisa.powershell;

import dev.shisa.fuzz.Oracle;
import java.util.BitSet;

/** Nothing of a text is left out: what is no statement and no comment is a blank, or a mark that belongs to what is around it. */
final class Covered {
    private static final String MARKS = "{}()[];,=`:";

    private Covered() {
    }

    static void check(String text, Parsed parsed) {
        BitSet covered = new BitSet(text.length());
        parsed.comments().forEach(one -> covered.set(one.span().start(), one.span().end()));
        parsed.script().attributes().forEach(one -> covered.set(one.span().start(), one.span().end()));
        parsed.script().parameters().forEach(one -> covered.set(one.span().start(), one.span().end()));
        parsed.script().sections().stream().flatMap(one -> one.block().statements().stream())
                .forEach(one -> covered.set(one.span().start(), one.span().end()));
        String head = parsed.script().sections().stream().map(ScriptBlock.Section::name).reduce("param",
                String::concat);
        for (int at = covered.nextClearBit(0); at < text.length(); at = covered.nextClearBit(at + 1)) {
            char c = text.charAt(at);
            boolean isMark = MARKS.indexOf(c) >= 0 || Characters.isBlank(c) || Characters.isLineEnd(c);
            Oracle.holds(isMark || head.indexOf(Character.toLowerCase(c)) >= 0,
                    "the character at " + at + " is in no statement: " + c);
        }
    }
}

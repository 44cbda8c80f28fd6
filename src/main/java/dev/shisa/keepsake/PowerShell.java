package dev.shisa.keepsake;

/** Texts of others in a line of PowerShell. */
final class PowerShell {
    private PowerShell() {
    }

    /** Whether a line can hold the text: no character that ends a line, is not shown, or turns what follows it around. */
    static boolean canHold(String text) {
        return text.codePoints().allMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
                false;
            default -> true;
        });
    }

    /** The text as one word to the letter. PowerShell takes curly quotes for straight ones, so each of them is doubled. */
    static String quoted(String text) {
        return "'" + text.replaceAll("['\u2018\u2019\u201A\u201B]", "$0$0") + "'";
    }
}

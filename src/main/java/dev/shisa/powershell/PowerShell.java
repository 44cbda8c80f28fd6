package dev.shisa.powershell;

/**
 * The language of Windows PowerShell 5.1 and PowerShell 7, as its tokenizer and parser read it
 * (about_Parsing, about_Quoting_Rules, about_Special_Characters, about_Operator_Precedence of Microsoft's documentation).
 * Pure, safe for use by many threads; the time is proportional to the length of the text.
 */
public final class PowerShell {
    private PowerShell() {
    }

    /** Reads a text. What is not understood is among the problems; the statements around it are read all the same. */
    public static Parsed parse(String text) {
        return parse(text, new Span(0, text.length()));
    }

    /** Reads a part of a text as if it stood alone; its places are those in the whole text. */
    public static Parsed parse(String text, Span part) {
        Cursor cursor = new Cursor(text, part);
        ScriptBlock script = new StatementReader(cursor).blocks().script();
        return cursor.findings().with(script);
    }
}

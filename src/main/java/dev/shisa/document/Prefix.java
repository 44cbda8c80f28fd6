package dev.shisa.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before a command in a line and does not belong to it.
 *
 * @param length how many characters
 * @param prompt the shell's prompt in it
 */
record Prefix(int length, Prompt prompt) {
    private static final int MOST_MARKERS = 3;
    /** A Japanese text is indented by ideographic spaces. */
    private static final int BLANKS = Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern MARKER = Pattern.compile("\\s*+(?:[(\uFF08][0-9\uFF10-\uFF19]{1,3}[)\uFF09]"
            + "|[0-9\uFF10-\uFF19]{1,3}(?:[-.][0-9]{1,3}){0,3}[.)\uFF0E\uFF09](?![0-9A-Za-z.])"
            + "|[0-9]{1,3}(?:[-.][0-9]{1,3}){1,3}(?=\\s)|[a-zA-Z][.)](?=\\s)|[\u2460-\u2473\u2776-\u277F]"
            + "|(?:\u624B\u9806|[Ss]tep|STEP)\\s?[0-9\uFF10-\uFF19]{1,3}\\s?[:\uFF1A.)]?(?=\\s|[:\uFF1A.)])"
            + "|[\u30FB\uFF65\u25A0\u25A1\u25CF\u25CB\u25C6\u25C7\u25BC\u25BD\u25B6\u25B7\u25BA\u2022\u2023\u2043"
            + "\u203B\u2605\u2606\u2713\u2714\u2192\u21D2\uF0B7\uF0D8\uF06C]|[-*+\u2013\u2014>\uFF1E](?=\\s))\\s*+",
            BLANKS);
    private static final Pattern SHELL = Pattern.compile("\\s*+(?:\\[[^\\]]{1,100}+\\]:?\\s?)?"
            + "PS(?:\\s[^>|;={}]{1,260}+|[A-Za-z]:[^>|;={}]{0,260}+)?>(?!>>)>?\\s?", BLANKS);
    private static final Pattern EXCHANGE_SHELL = Pattern
            .compile("\\s*+\\[PS\\](?:\\s?(?:[A-Za-z]:[\\\\/][^>|;={}]{0,260}+|~[^>|;={}]{0,260}+)?>)?\\s?", BLANKS);
    private static final Pattern CONTINUED = Pattern.compile("\\s*+>>(?!>)\\s?", BLANKS);

    /** Which prompt a shell shows. */
    enum Prompt {
        NONE,
        COMMAND,
        CONTINUED
    }

    /** Markers of lists, then a prompt. */
    static Prefix of(String line) {
        int length = 0;
        for (int marker = 0; marker < MOST_MARKERS; marker++) {
            Prefix prompt = promptOf(line, length);
            if (prompt.prompt != Prompt.NONE) {
                return prompt;
            }
            Matcher matcher = MARKER.matcher(line).region(length, line.length()).useTransparentBounds(true);
            if (!matcher.lookingAt()) {
                break;
            }
            length = matcher.end();
        }
        return promptOf(line, length);
    }

    /** Only a prompt. */
    static Prefix promptOf(String line, int from) {
        for (Pattern pattern : new Pattern[]{EXCHANGE_SHELL, SHELL}) {
            Matcher matcher = pattern.matcher(line).region(from, line.length());
            if (matcher.lookingAt()) {
                return new Prefix(matcher.end(), Prompt.COMMAND);
            }
        }
        Matcher matcher = CONTINUED.matcher(line).region(from, line.length());
        if (matcher.lookingAt()) {
            return new Prefix(matcher.end(), Prompt.CONTINUED);
        }
        return new Prefix(from, Prompt.NONE);
    }
}

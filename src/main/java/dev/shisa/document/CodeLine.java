package dev.shisa.document;

import java.util.regex.Pattern;

/** What one line of a document is, seen alone. Its prefix is taken off before. */
enum CodeLine {
    /** A command by its name. */
    COMMAND,
    /** Such as stands around commands, and in no sentence: an assignment, a loop, a brace. */
    STRUCTURE,
    /** A comment of PowerShell, or a heading that begins with a number sign. */
    COMMENT,
    BLANK,
    PROSE;

    private static final Pattern KEYWORD = Pattern
            .compile("(?i)(?:(?:foreach|for|while|if|elseif|switch|until)\\s*+[({]"
                    + "|(?:else|try|finally|do|begin|process|end|catch|trap|dynamicparam)\\s*+(?:\\[[^\\]]{0,200}+\\]\\s*+)?(?:\\{|$)"
                    + "|param\\s*+\\(|(?:function|filter|class|enum|workflow)\\s++[\\w:-]++\\s*+(?:[({]|$)"
                    + "|(?:return|throw)\\s++[$('\"\\[@]|(?:break|continue|exit|return)\\s*+(?:[0-9]++)?;?$|using\\s++(?:module|namespace)\\s)");
    private static final Pattern VARIABLE = Pattern.compile(
            "\\$(?:[A-Za-z_?^$][\\w:]{0,200}+|\\{[^}]{1,200}+\\})(?:\\s*+(?:[-+*/%]?=|\\||\\.[A-Za-z]|\\[|\\+\\+|--|;|,|\\?)|\\s*+$)");
    private static final Pattern OPENING = Pattern.compile(
            "[{})(;]|@[({\"'\u201C\u2018]|&\\s*+[{$('\"A-Za-z]|\\[[A-Za-z][\\w.]{0,100}+(?:\\[\\])?(?:\\]|\\()|\\.\\s++[$.\\\\'\"]|[%?]\\s*+\\{");
    private static final Pattern SHELL = Pattern.compile("(?i)(?:powershell|pwsh)(?:\\.exe)?\\s");
    private static final Pattern ALIAS = Pattern.compile(
            "(?i)(?:ri|rm|del|rd|iex|icm|ipmo|gci|sajb|saps|kill|spps|cd|echo)\\s++[^\\s=\u3002\u3001]");
    private static final Pattern ENTRY = Pattern.compile("['\"]?[A-Za-z_]\\w{0,100}+['\"]?\\s*+=\\s*+\\S");
    private static final Pattern PREFERENCE = Pattern.compile(
            "(?i)\\$(?:global:|script:)?(?:ConfirmPreference|WhatIfPreference|ErrorActionPreference|PSDefaultParameterValues)\\s*+[\\[+=.]");
    private static final Pattern DIAGRAM = Pattern.compile("\\[\\[?-[A-Za-z]\\w{0,100}+\\]?(?:\\s*+<|\\]|\\s)");
    private static final Pattern STRONG_REST = Pattern
            .compile("\\s++(?:[" + Dashes.CLASS + "][A-Za-z]|\\$|@|\"|\\(|\\{|\\*).*|\\s*+[|;].*");
    private static final String BEFORE_COMMAND = "|;=({&!";

    /** What this line is. */
    static CodeLine of(String line) {
        String text = withPlainBlanks(line).strip();
        if (text.isEmpty()) {
            return BLANK;
        }
        if (text.startsWith("#") || text.startsWith("<#")) {
            return COMMENT;
        }
        String masked = Masked.of(text);
        if (isCommand(text, masked)) {
            return COMMAND;
        }
        return isStructure(masked) && !Sentence.is(masked) ? STRUCTURE : PROSE;
    }

    /** What PowerShell takes for a blank is one here, such as the blank that does not break a line. */
    private static String withPlainBlanks(String line) {
        StringBuilder plain = new StringBuilder(line.length());
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            plain.append(c > 127 && Character.isSpaceChar(c) ? ' ' : c);
        }
        return plain.toString();
    }

    private static boolean isCommand(String text, String masked) {
        if (isDiagram(text)) {
            return false;
        }
        CommandName name = commandIn(masked);
        if (name.isNone()) {
            return isNamedElsewhere(text, masked);
        }
        String rest = masked.substring(name.end());
        if (!name.certain() && name.verbStart() == 0 && !STRONG_REST.matcher(rest).matches()) {
            return false;
        }
        return leads(masked.substring(0, name.start())) && !Sentence.follows(rest);
    }

    /** A preference, a shell's argument or a key names commands without being at the place of one. */
    private static boolean isNamedElsewhere(String text, String masked) {
        if (PREFERENCE.matcher(text).lookingAt()) {
            return true;
        }
        boolean holds = SHELL.matcher(text).lookingAt() || VARIABLE.matcher(text).lookingAt()
                || ("&.[".indexOf(text.charAt(0)) >= 0 && OPENING.matcher(text).lookingAt())
                || KEYWORD.matcher(text).lookingAt();
        return holds && !CommandName.find(text, 0).isNone() && !Sentence.is(masked);
    }

    /** The first name at a place where a command can stand. */
    private static CommandName commandIn(String masked) {
        CommandName name = CommandName.find(masked, 0);
        while (!name.isNone() && !isCommandPlace(masked, name.start())) {
            name = CommandName.find(masked, name.end());
        }
        return name;
    }

    private static boolean isCommandPlace(String masked, int start) {
        int before = start - 1;
        while (before >= 0 && Character.isWhitespace(masked.charAt(before))) {
            before--;
        }
        return before < 0 || BEFORE_COMMAND.indexOf(masked.charAt(before)) >= 0
                || (masked.startsWith("return", Math.max(0, before - 5)) && before + 1 < start);
    }

    /** Whether what stands before a command is itself code. */
    private static boolean leads(String before) {
        if (before.isBlank() || isStructure(before) || ALIAS.matcher(before).lookingAt()
                || SHELL.matcher(before).lookingAt() || ENTRY.matcher(before + "x").lookingAt()) {
            return !Sentence.is(before);
        }
        char first = before.charAt(0);
        if (before.strip().equals("&")) {
            return true;
        }
        if (first == '|') {
            return before.indexOf('|', 1) < 0;
        }
        boolean quoted = Masked.isDouble(first) || Masked.isSingle(first);
        int words = before.strip().split("\\s+", 5).length;
        return before.stripTrailing().endsWith("|") && (quoted || words <= 3)
                && before.indexOf('|') == before.lastIndexOf('|')
                && CommandName.find(before, 0).isNone() && !Sentence.is(before);
    }

    private static boolean isStructure(String masked) {
        return KEYWORD.matcher(masked).lookingAt() || VARIABLE.matcher(masked).lookingAt()
                || OPENING.matcher(masked).lookingAt();
    }

    /** Whether a line tells how a command is written, as a reference does, and so is none. */
    static boolean isDiagram(String line) {
        return DIAGRAM.matcher(line).find() && !CommandName.find(line, 0).isNone();
    }

    /** Whether a line can stand inside a script although it names no command. */
    static boolean fitsScript(String line) {
        String text = line.strip();
        return ENTRY.matcher(text).lookingAt() || ALIAS.matcher(text).lookingAt();
    }

    /** Whether a line is no more than a name. */
    static boolean isBareName(String line) {
        String text = line.strip();
        CommandName name = CommandName.find(text, 0);
        return name.start() == 0 && name.end() == text.length();
    }

    /** A comment that names a command. */
    static boolean namesCommand(String line) {
        return !CommandName.find(line, 0).isNone();
    }
}

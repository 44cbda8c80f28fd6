package dev.shisa.document;

import java.util.List;

/** Whether lines that are not said to be a script are one, nearly all of them. */
final class WholeScript {
    private static final double MOST = 0.7;

    private WholeScript() {
    }

    /** A file: it begins like a script, most of it is code, and nothing in it was wrapped or shows a prompt. */
    static boolean isFile(List<String> lines) {
        String first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
        CodeLine kind = CodeLine.of(first);
        boolean begins = kind != CodeLine.PROSE || first.startsWith("[");
        return begins && !isHeading(first) && lines.stream().noneMatch(WholeScript::hasPrompt) && !isWrapped(lines)
                && isBlock(lines);
    }

    /** A block: most of it is code, and something in it is a command. */
    static boolean isBlock(List<String> lines) {
        Balance balance = new Balance();
        int code = 0;
        int filled = 0;
        boolean commands = false;
        for (String line : lines) {
            boolean within = balance.unfinished();
            boolean text = balance.insideText();
            if (!line.isBlank()) {
                filled++;
                CodeLine kind = text ? CodeLine.STRUCTURE : CodeLine.of(line);
                code += isCode(kind, line, within) ? 1 : 0;
                commands |= kind == CodeLine.COMMAND || (kind != CodeLine.PROSE && CodeLine.namesCommand(line))
                        || (kind == CodeLine.STRUCTURE && !text);
            }
            balance.line(line);
            balance.forgetQuotes();
        }
        return commands && code >= filled * MOST;
    }

    private static boolean isCode(CodeLine kind, String line, boolean within) {
        return kind != CodeLine.PROSE || CodeLine.fitsScript(line) || (within && !Sentence.is(Masked.of(line)));
    }

    private static boolean hasPrompt(String line) {
        return Prefix.promptOf(line, 0).prompt() == Prefix.Prompt.COMMAND;
    }

    /** A heading of Markdown, which a script does not begin with: it has more number signs than one. */
    private static boolean isHeading(String first) {
        return first.startsWith("## ") || first.startsWith("### ");
    }

    private static boolean isWrapped(List<String> lines) {
        for (int index = 1; index < lines.size(); index++) {
            String before = lines.get(index - 1).stripTrailing();
            if (!before.stripLeading().startsWith("#")
                    && Wrapping.between(before, lines.get(index).strip()) != Wrapping.NONE) {
                return true;
            }
        }
        return false;
    }
}

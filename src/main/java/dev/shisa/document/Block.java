package dev.shisa.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lines that a document sets apart as code. */
final class Block {
    private final PassageBuilder passage;

    private Block(Passage.Kind kind) {
        this.passage = new PassageBuilder(kind);
    }

    /** One passage, or none if there is nothing but output. */
    static Optional<Passage> read(Passage.Kind kind, List<Strand> lines) {
        Block block = new Block(kind);
        boolean prompts = hasPrompts(lines);
        boolean before = false;
        for (Strand line : lines) {
            if (prompts) {
                before = block.transcript(line, before);
            } else if (!CodeLine.isDiagram(line.text())) {
                block.code(line);
            }
        }
        return block.passage.begun() && lines.stream().anyMatch(line -> !line.text().isBlank())
                ? Optional.of(block.passage.build())
                : Optional.empty();
    }

    static boolean hasPrompts(List<Strand> lines) {
        return lines.stream().anyMatch(line -> prompt(line).prompt() == Prefix.Prompt.COMMAND);
    }

    private static Prefix prompt(Strand line) {
        return Prefix.promptOf(line.text(), 0);
    }

    /** What stands behind a prompt, what goes on from there, and what can only be a command although it has no prompt. */
    private boolean transcript(Strand line, boolean before) {
        Prefix prefix = prompt(line);
        boolean unfinished = before && passage.balance().unfinished();
        if (prefix.prompt() == Prefix.Prompt.COMMAND) {
            passage.line(line.from(prefix.length()));
            return true;
        }
        if (prefix.prompt() == Prefix.Prompt.CONTINUED && before) {
            code(line.from(prefix.length()));
            return true;
        }
        if (unfinished && line.text().isBlank() && !passage.balance().insideText()) {
            return true;
        }
        boolean goesOn = before && wrapping(line) != Wrapping.NONE;
        boolean command = CodeLine.of(line.text()) == CodeLine.COMMAND && hasArguments(line.text());
        if (unfinished || goesOn || command) {
            code(line);
            return true;
        }
        return false;
    }

    /** Output that lists commands by name is no command. */
    static boolean hasArguments(String line) {
        return line.indexOf('|') > 0 || Wrapping.holdsParameter(line);
    }

    private void code(Strand line) {
        Wrapping wrapping = wrapping(line);
        if (wrapping == Wrapping.NONE) {
            passage.line(line);
        } else {
            passage.join(line.from(line.length() - line.text().stripLeading().length()), wrapping);
        }
    }

    private Wrapping wrapping(Strand line) {
        if (!passage.begun() || passage.balance().insideText() || passage.balance().insideQuotes()
                || passage.tail().stripLeading().startsWith("#")) {
            return Wrapping.NONE;
        }
        return Wrapping.between(passage.tail(), line.text().strip());
    }

    static List<String> texts(List<Strand> lines) {
        List<String> texts = new ArrayList<>(lines.size());
        for (Strand line : lines) {
            texts.add(line.text());
        }
        return texts;
    }
}

package dev.shisa.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the commands between sentences. Not for use by several threads. */
final class Prose {
    /** What stands below the names of a table's columns. */
    private static final Pattern TABLE = Pattern.compile("\\s*+-{2,}+(?:\\s++-{2,}+)++\\s*+");

    private final Passage.Kind kind;
    private final boolean heading;
    private final List<Passage> found = new ArrayList<>();
    /** Comments and assignments that count only if a command follows. */
    private final List<Strand> pending = new ArrayList<>();
    private PassageBuilder passage;
    private boolean blank;
    /** Whether lines are those of a table that a command has printed. */
    private boolean table;
    private int indentation;

    private Prose(Passage.Kind kind, boolean heading) {
        this.kind = kind;
        this.heading = heading;
        this.passage = new PassageBuilder(kind);
    }

    /** The passages among these lines. In a heading, the bare name of a command is only its subject. */
    static List<Passage> read(Passage.Kind kind, List<Strand> lines, boolean heading) {
        Prose prose = new Prose(kind, heading);
        for (Strand line : lines) {
            prose.line(line.stripTrailing());
        }
        prose.end();
        return prose.found;
    }

    private void line(Strand line) {
        if (passage.begun() && passage.balance().insideText()) {
            passage.line(line.from(Math.min(indentation, indentation(line.text()))));
            return;
        }
        if (line.text().isBlank()) {
            blank = true;
            table = false;
            return;
        }
        Prefix prefix = Prefix.of(line.text());
        table = (table && prefix.prompt() != Prefix.Prompt.COMMAND) || TABLE.matcher(line.text()).matches();
        if (table && !Block.hasArguments(line.text())) {
            end();
            blank = false;
            return;
        }
        Strand bare = line.from(prefix.length() + indentation(line.text().substring(prefix.length())));
        if (bare.length() > 0 && !goesOn(line, bare, prefix)) {
            alone(bare, prefix);
        }
        blank = false;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Whether the line belongs to the one before, which it is then put to. */
    private boolean goesOn(Strand line, Strand bare, Prefix prefix) {
        if (!passage.begun() || prefix.prompt() == Prefix.Prompt.COMMAND) {
            return false;
        }
        boolean continued = prefix.prompt() == Prefix.Prompt.CONTINUED;
        Strand unmarked = continued ? bare : line.from(indentation(line.text()));
        Wrapping wrapping = blank ? Wrapping.NONE : wrapping(unmarked);
        if (wrapping != Wrapping.NONE) {
            passage.join(unmarked, wrapping);
            return true;
        }
        passage.balance().forgetQuotes();
        String masked = Masked.of(bare.text());
        boolean goesOn = continued || (passage.balance().unfinished()
                && (CodeLine.of(bare.text()) != CodeLine.PROSE || !Sentence.is(masked)));
        if (goesOn) {
            append(bare);
        }
        return goesOn;
    }

    private Wrapping wrapping(Strand unmarked) {
        if (!pending.isEmpty() || passage.tail().startsWith("#")) {
            return Wrapping.NONE;
        }
        if (passage.balance().insideQuotes()) {
            boolean closes = unmarked.text().chars()
                    .anyMatch(character -> Masked.isDouble((char) character) || Masked.isSingle((char) character));
            return closes && CommandName.find(unmarked.text(), 0).start() != 0 ? Wrapping.BLANK : Wrapping.NONE;
        }
        return Wrapping.inProse(passage.tail(), unmarked.text());
    }

    private void alone(Strand bare, Prefix prefix) {
        String text = bare.text();
        CodeLine line = CodeLine.of(text);
        if (prefix.prompt() == Prefix.Prompt.COMMAND && !Sentence.is(Masked.of(text))) {
            line = CodeLine.COMMAND;
        }
        switch (line) {
            case COMMAND -> command(bare);
            case STRUCTURE -> structure(bare);
            case COMMENT -> pending.add(bare);
            case PROSE, BLANK -> prose(bare);
        }
    }

    private void command(Strand bare) {
        if (heading && CodeLine.isBareName(bare.text())) {
            return;
        }
        if (!passage.begun()) {
            indentation = Math.max(0, bare.place(0).column() - 1);
        }
        append(bare);
    }

    private void structure(Strand bare) {
        if (passage.begun()) {
            append(bare);
        } else {
            pending.add(bare);
        }
    }

    private void append(Strand bare) {
        pending.forEach(passage::line);
        pending.clear();
        passage.line(bare);
    }

    private void prose(Strand line) {
        if (passage.begun() && CodeLine.fitsScript(line.text()) && !Sentence.is(Masked.of(line.text()))) {
            append(line);
            return;
        }
        end();
        for (Embedded command : Embedded.in(line.text())) {
            PassageBuilder one = new PassageBuilder(kind);
            one.line(line.part(command.from(), command.to()).stripTrailing());
            found.add(one.build());
        }
    }

    /** The passage ends here. Comments behind it, and comments alone, belong to it if they name commands. */
    private void end() {
        boolean comments = pending.stream()
                .anyMatch(line -> CodeLine.of(uncommented(line.text())) == CodeLine.COMMAND);
        if (passage.begun() && comments) {
            append(pending.removeLast());
        } else if (comments && !heading && pending.stream().anyMatch(line -> Block.hasArguments(line.text()))) {
            append(pending.removeLast());
        }
        pending.clear();
        if (passage.begun()) {
            found.add(passage.build());
            passage = new PassageBuilder(kind);
        }
    }

    private static String uncommented(String comment) {
        int start = 0;
        while (start < comment.length()
                && (comment.charAt(start) == '#' || Character.isWhitespace(comment.charAt(start)))) {
            start++;
        }
        return comment.substring(start);
    }

}

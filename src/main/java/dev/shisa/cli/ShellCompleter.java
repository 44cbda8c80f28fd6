package dev.shisa.cli;

import dev.shisa.manual.CommandForm;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers at a terminal what may stand at the cursor, and takes lines apart as they will be taken apart when they are carried out. */
final class ShellCompleter implements Completer, Parser {
    private static final Logger LOG = LoggerFactory.getLogger(ShellCompleter.class);

    /** More than these, each on a line of its own, would not fit on a small screen. */
    private static final int MOST_EXPLAINED = 20;

    private final Desk desk;
    private final CommandForm program;
    private final boolean keeps;

    /**
     * A completer.
     *
     * @param desk of the shell
     * @param program every command
     * @param keeps whether a backslash keeps the character behind it
     */
    ShellCompleter(Desk desk, CommandForm program, boolean keeps) {
        this.desk = desk;
        this.program = program;
        this.keeps = keeps;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (!(line instanceof Cut cut)) {
            return;
        }
        try {
            GlobalOptions options = desk.options().within(true);
            Guess.into(options, cut.words.toArray(String[]::new));
            Offers offers = new Offers(program, options.locale(), new StoreNames(desk.looking(options)));
            List<Offers.Offer> found = offers.at(cut.typed.before(), cut.word());
            found.forEach(offer -> candidates.add(candidate(offer, found.size() <= MOST_EXPLAINED)));
        } catch (RuntimeException e) {
            // Whoever presses Tab asked for help; where there is none the line goes on as it was typed.
            LOG.debug("no candidates", e);
            candidates.clear();
        }
    }

    private static Candidate candidate(Offers.Offer offer, boolean isExplained) {
        return new Candidate(offer.word(), offer.word(), null,
                isExplained && !offer.meaning().isEmpty() ? offer.meaning() : null, null, null, offer.isWhole());
    }

    /** Never asks for more: what has no end is refused when the line is carried out. */
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        return new Cut(TypedLine.of(line.substring(0, cursor), keeps), line, cursor, keeps);
    }

    @Override
    public boolean isEscapeChar(char letter) {
        return keeps && letter == '\\';
    }

    /** A line up to the cursor. What stands behind it is left as it is. */
    private static final class Cut implements CompletingParsedLine {
        private final TypedLine typed;
        private final List<String> words;
        private final String line;
        private final int cursor;
        private final boolean keeps;

        Cut(TypedLine typed, String line, int cursor, boolean keeps) {
            this.typed = typed;
            this.words = TypedLine.of(line, keeps).words();
            this.line = line;
            this.cursor = cursor;
            this.keeps = keeps;
        }

        @Override
        public String word() {
            return typed.last().orElse("");
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return typed.before().size();
        }

        @Override
        public List<String> words() {
            return Stream.concat(typed.before().stream(), Stream.of(word())).toList();
        }

        @Override
        public String line() {
            return line;
        }

        @Override
        public int cursor() {
            return cursor;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return TypedLine.quoted(candidate.toString(), keeps);
        }

        @Override
        public int rawWordCursor() {
            return cursor - typed.from();
        }

        @Override
        public int rawWordLength() {
            return cursor - typed.from();
        }
    }
}

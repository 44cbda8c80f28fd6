package dev.shisa.cli;

import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.manual.Topic;
import dev.shisa.manual.Topics;
import dev.shisa.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Parameters;

/** Explains a topic or a command. */
@Command(name = "help", description = {"Explain a topic, or a command.", "Without a word the topics are listed."})
final class HelpCommand implements BuiltIn {
    private static final String NAME = "help";
    private static final int WIDTH = 80;
    private static final int INDENT = 2;
    private static final int LONGEST_TERM = 14;
    private static final int MEANING = 4;

    @Parameters(arity = "0..*", paramLabel = "TOPIC", description = "A topic, or the words of a command.")
    private List<String> words = new ArrayList<>();

    @Override
    public int run(Desk desk) {
        Locale locale = desk.options().locale();
        if (words.isEmpty()) {
            return print(desk, NAME, topics(locale) + "\n" + CommandForms.tree(desk).getUsageMessage(Ansi.OFF));
        }
        Optional<Topic> topic = words.size() == 1 ? Topics.of(words.getFirst()) : Optional.empty();
        Optional<String> text = topic.map(found -> text(found, locale)).or(() -> usage(CommandForms.tree(desk)));
        return text.isPresent()
                ? print(desk, NAME, text.get())
                : desk.refuse(NAME, List.of(Diagnostic
                        .refusal(ExitStatus.USAGE, Text.of("There is neither a topic nor a command of that name."))
                        .contrast(Text.of("a topic ({0}), or the words of a command",
                                String.join(", ", Topics.all().stream().map(Topic::name).toList())),
                                Text.verbatim(String.join(" ", words)))
                        .remedy(Text.of("List them: shisa help."))));
    }

    /** Prints a text that is itself what was asked for, without a screen around it; as a document where a program reads it. */
    static int print(Desk desk, String command, String text) {
        if (desk.options().output().equals("json")) {
            return desk.carryOut(command, session -> {
                session.view().document(text);
                return session.outcome();
            });
        }
        desk.out().print(text);
        desk.out().flush();
        return ExitStatus.DONE.code();
    }

    private Optional<String> usage(CommandLine root) {
        CommandLine line = root;
        for (String word : words) {
            CommandLine member = line.getSubcommands().get(word);
            if (member == null) {
                return Optional.empty();
            }
            line = member;
        }
        return Optional.of(line.getUsageMessage(Ansi.OFF));
    }

    private static String topics(Locale locale) {
        TextTable table = table();
        Topics.all().forEach(topic -> table.addRowValues(topic.name(), topic.title().in(locale)));
        return table.toString();
    }

    private static String text(Topic topic, Locale locale) {
        StringBuilder text = new StringBuilder(topic.title().in(locale)).append('\n');
        for (Topic.Part part : topic.parts()) {
            switch (part) {
                case Topic.Paragraph paragraph -> text.append('\n').append(wrapped(paragraph.text().in(locale), 0));
                case Topic.Entry entry -> text.append(entry(entry.term().in(locale), entry.meaning().in(locale)));
            }
        }
        return text.toString();
    }

    /** A term that is short stands beside its meaning, a longer one above it. */
    private static String entry(String term, String meaning) {
        if (term.codePoints().allMatch(letter -> letter < 128) && term.length() <= LONGEST_TERM) {
            TextTable table = table();
            table.addRowValues(term, meaning);
            return table.toString();
        }
        return "\n" + wrapped(term, 0) + wrapped(meaning, MEANING);
    }

    private static String wrapped(String text, int indent) {
        TextTable table = sized(new Column(WIDTH, indent, Overflow.WRAP));
        table.addRowValues(text);
        return table.toString();
    }

    private static TextTable table() {
        int terms = LONGEST_TERM + INDENT + 2;
        return sized(new Column(terms, INDENT, Overflow.SPAN), new Column(WIDTH - terms, 0, Overflow.WRAP));
    }

    private static TextTable sized(Column... columns) {
        TextTable table = TextTable.forColumns(new ColorScheme.Builder(Ansi.OFF).build(), columns);
        table.setAdjustLineBreaksForWideCJKCharacters(true);
        table.indentWrappedLines = 0;
        return table;
    }
}

package dev.shisa.cli;

import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.manual.Topic;
import dev.shisa.manual.Topics;
import dev.shisa.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Parameters;

/** Explains a topic or a command. */
@Command(name = "help", description = {"Explain a topic, or a command.", "Without a word the topics are listed."})
final class HelpCommand implements BuiltIn {
    private static final String NAME = "help";
    private static final int INDENT = 2;
    private static final int LONGEST_TERM = 14;
    private static final int MEANING = 4;

    @Parameters(arity = "0..*", paramLabel = "TOPIC", description = "A topic, or the words of a command.")
    private List<String> words = new ArrayList<>();

    @Override
    public int run(Desk desk) {
        if (words.isEmpty()) {
            return print(desk, NAME,
                    topics(desk.helpLayout()) + "\n" + CommandForms.help(desk).getUsageMessage(Ansi.OFF));
        }
        Optional<Topic> topic = words.size() == 1 ? Topics.of(words.getFirst()) : Optional.empty();
        Optional<String> text = topic.map(found -> text(found, desk.helpLayout()))
                .or(() -> usage(CommandForms.help(desk)));
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

    private static String topics(Layout layout) {
        StringBuilder text = new StringBuilder(block(Text.of("Topics:"), 0, layout));
        Topics.all().forEach(topic -> text.append(beside(topic.name(), topic.title(), layout)));
        return text.toString();
    }

    private static String text(Topic topic, Layout layout) {
        StringBuilder text = new StringBuilder(block(topic.title(), 0, layout));
        for (Topic.Part part : topic.parts()) {
            switch (part) {
                case Topic.Paragraph paragraph -> text.append('\n').append(block(paragraph.text(), 0, layout));
                case Topic.Entry entry -> text.append(entry(entry, layout));
            }
        }
        return text.toString();
    }

    /** A term that is short stands beside its meaning, a longer one above it. */
    private static String entry(Topic.Entry entry, Layout layout) {
        String term = entry.term().in(layout.locale());
        return term.codePoints().allMatch(letter -> letter < 128) && term.length() <= LONGEST_TERM
                ? beside(term, entry.meaning(), layout)
                : "\n" + block(entry.term(), 0, layout) + block(entry.meaning(), MEANING, layout);
    }

    private static String beside(String term, Text meaning, Layout layout) {
        int terms = INDENT + LONGEST_TERM + INDENT;
        return lines(Layout.padded(" ".repeat(INDENT) + term, terms), meaning, terms, layout);
    }

    private static String block(Text text, int indent, Layout layout) {
        return lines(" ".repeat(indent), text, indent, layout);
    }

    private static String lines(String lead, Text text, int indent, Layout layout) {
        return layout.lines(lead, text.in(layout.locale()), indent).stream().map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}

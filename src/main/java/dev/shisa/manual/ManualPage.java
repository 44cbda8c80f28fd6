package dev.shisa.manual;

import dev.shisa.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes manual pages in the macros of man(7), as groff and mandoc read them.
 *
 * @param locale the language of headings and of what is not the catalog's
 * @param version of the program, for the foot of each page
 * @param date when it was released, as ISO 8601 has it
 */
public record ManualPage(Locale locale, String version, String date) {
    private static final String COMMANDS = "1";
    private static final String TOPICS = "7";

    /**
     * One page.
     *
     * @param file its name, with its section behind a dot
     * @param content its text
     */
    public record Page(String file, String content) {
        /** The section of the manual to which it belongs. */
        public String section() {
            return file.substring(file.lastIndexOf('.') + 1);
        }
    }

    /** A page for every command and every topic. */
    public List<Page> pages(CommandForm program, List<Topic> topics) {
        List<Page> pages = new ArrayList<>();
        program.all().forEach(command -> pages.add(page(command, program, topics)));
        topics.forEach(topic -> pages.add(page(topic, program)));
        return List.copyOf(pages);
    }

    private Page page(CommandForm command, CommandForm program, List<Topic> topics) {
        boolean isProgram = command.equals(program);
        StringBuilder page = begin(name(command.path()), COMMANDS, command.summary());
        section(page, Text.of("SYNOPSIS"));
        synopsis(page, command);
        section(page, Text.of("DESCRIPTION"));
        command.description().forEach(paragraph -> paragraph(page, paragraph));
        if (!command.members().isEmpty()) {
            section(page, Text.of("COMMANDS"));
            command.members().forEach(member -> tagged(page, ".B " + literal(String.join(" ", member.path())),
                    member.summary()));
        }
        if (!command.operands().isEmpty()) {
            section(page, Text.of("OPERANDS"));
            command.operands().forEach(operand -> tagged(page, ".I " + quoted(operand.value().label()),
                    operand.description()));
        }
        List<CommandForm.Option> options = command.options().stream()
                .filter(option -> isProgram || !option.everywhere()).toList();
        if (!options.isEmpty()) {
            section(page, Text.of("OPTIONS"));
            options.forEach(option -> tagged(page, tag(option), option.description()));
        }
        if (!isProgram) {
            paragraph(page, Text
                    .of("The options that every command takes, such as --tenant, --store and -o, stand in shisa(1).")
                    .in(locale));
        }
        if (isProgram) {
            Topics.of("exit-codes").ifPresent(topic -> {
                section(page, Text.of("EXIT STATUS"));
                parts(page, topic);
            });
            Topics.of("environment").ifPresent(topic -> {
                section(page, Text.of("ENVIRONMENT"));
                parts(page, topic);
            });
        }
        section(page, Text.of("SEE ALSO"));
        List<String> others = new ArrayList<>();
        if (!isProgram) {
            others.add(reference(program.name(), COMMANDS));
        }
        command.members().forEach(member -> others.add(reference(name(member.path()), COMMANDS)));
        if (isProgram) {
            topics.forEach(topic -> others.add(reference(name(program, topic), TOPICS)));
        }
        page.append(String.join(",\n", others)).append('\n');
        return new Page(name(command.path()) + "." + COMMANDS, page.toString());
    }

    private Page page(Topic topic, CommandForm program) {
        StringBuilder page = begin(name(program, topic), TOPICS, topic.title().in(locale));
        section(page, Text.of("DESCRIPTION"));
        parts(page, topic);
        section(page, Text.of("SEE ALSO"));
        page.append(reference(program.name(), COMMANDS)).append('\n');
        return new Page(name(program, topic) + "." + TOPICS, page.toString());
    }

    private StringBuilder begin(String name, String number, String summary) {
        StringBuilder page = new StringBuilder(".\\\" -*- mode: nroff; coding: utf-8 -*-\n");
        page.append(".TH ").append(name.toUpperCase(Locale.ROOT)).append(' ').append(number).append(" \"").append(date)
                .append("\" \"shisa ").append(version).append("\" \"shisa\"\n.nh\n.ad l\n");
        // Indexers of manuals know this section by its English name, or by the word that the language's other pages use.
        section(page, Text.of("NAME"));
        page.append(literal(name)).append(" \\- ").append(plain(summary.replaceFirst("[.。]$", ""))).append('\n');
        return page;
    }

    private void section(StringBuilder page, Text title) {
        page.append(".SH ").append(quoted(title.in(locale))).append('\n');
    }

    private static void synopsis(StringBuilder page, CommandForm command) {
        page.append(".B ").append(literal(String.join(" ", command.path()))).append('\n');
        if (!command.members().isEmpty()) {
            page.append(".I COMMAND\n");
        }
        command.options().stream().filter(option -> !option.everywhere()).forEach(option -> page
                .append(".RB [ ").append(quoted(literal(option.names().getFirst())))
                .append(option.takesValue() ? " \"\\~\\fI" + plain(option.value().label()) + "\\fP]\"\n" : " ]\n"));
        command.operands().forEach(operand -> page.append(".RI ").append(operand.required() ? "\"\" " : "[ ")
                .append(quoted(operand.value().label())).append(operand.repeated() ? " \\&..." : " \\&")
                .append(operand.required() ? "\n" : "]\n"));
        page.append(".RI [ OPTION \\&...]\n");
    }

    private static String tag(CommandForm.Option option) {
        StringBuilder tag = new StringBuilder(".BI \"");
        tag.append(String.join(", ", option.names().stream().map(ManualPage::literal).toList()));
        return tag.append(option.takesValue() ? " \" " + quoted(option.value().label()) : "\"").toString();
    }

    private void parts(StringBuilder page, Topic topic) {
        for (Topic.Part part : topic.parts()) {
            switch (part) {
                case Topic.Paragraph paragraph -> paragraph(page, paragraph.text().in(locale));
                case Topic.Entry entry -> tagged(page, ".B " + quoted(entry.term().in(locale)),
                        entry.meaning().in(locale));
            }
        }
    }

    private static void paragraph(StringBuilder page, String text) {
        page.append(".PP\n").append(plain(text)).append('\n');
    }

    private static void tagged(StringBuilder page, String tag, String text) {
        page.append(".TP\n").append(tag).append('\n').append(plain(text)).append('\n');
    }

    private static String reference(String name, String section) {
        return ".BR " + literal(name) + " (" + section + ")";
    }

    private static String name(List<String> path) {
        return String.join("-", path);
    }

    private static String name(CommandForm program, Topic topic) {
        return program.name() + "-" + topic.name();
    }

    /** What is typed as it stands there: its hyphens are those of the keyboard. */
    private static String literal(String text) {
        return plain(text).replace("-", "\\-");
    }

    private static String quoted(String text) {
        return '"' + plain(text).replace("\"", "\\(dq") + '"';
    }

    /** A text in which nothing means anything to roff: no escapes, no line that begins as a request. */
    private static String plain(String text) {
        String escaped = text.replace("\\", "\\e").replaceAll("\\s+", " ").strip();
        return Optional.of(escaped).filter(line -> line.startsWith(".") || line.startsWith("'"))
                .map(line -> "\\&" + line).orElse(escaped);
    }
}

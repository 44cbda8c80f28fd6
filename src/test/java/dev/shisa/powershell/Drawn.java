package dev.shisa.powershell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was read of a text, written so that a person can hold it against the text: a statement a line, those within it further right. */
final class Drawn {
    private final StringBuilder out = new StringBuilder();

    private Drawn() {
    }

    static String of(Parsed parsed) {
        Drawn drawn = new Drawn();
        drawn.block(parsed.script(), 0);
        parsed.problems().forEach(one -> drawn.line(0, "! " + one.kind() + " at " + one.offset()));
        parsed.comments().forEach(one -> drawn.line(0, "# " + quoted(one.text()) + " at " + one.span().start()));
        parsed.typography()
                .forEach(one -> drawn.line(0, "~ " + one.kind() + " " + code(one.character()) + " at " + one.offset()));
        return drawn.out.toString();
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private void block(ScriptBlock block, int depth) {
        block.attributes().forEach(one -> line(depth, value(one, depth)));
        block.parameters().forEach(one -> line(depth, value(one, depth)));
        for (ScriptBlock.Section section : block.sections()) {
            if (!section.name().isEmpty()) {
                line(depth, section.name());
            }
            statements(section.block(), section.name().isEmpty() ? depth : depth + 1);
        }
    }

    private void statements(Block block, int depth) {
        block.statements().forEach(one -> line(depth, value(one, depth)));
    }

    private String value(Object value, int depth) {
        return switch (value) {
            case Block block -> nested(drawn -> drawn.statements(block, depth + 1), depth);
            case ScriptBlock block -> nested(drawn -> drawn.block(block, depth + 1), depth);
            case Expression.Text text when text.quote() == Expression.Quote.NONE -> quoted(text.value());
            case Expression.Text text -> text.quote().name().toLowerCase(java.util.Locale.ROOT) + quoted(text.value());
            case Expression.Variable variable -> (variable.splatted() ? "@" : "$") + variable.name();
            case Expression.Number number -> number.text();
            case Problem problem -> problem.kind() + " at " + problem.offset();
            case Record node -> "(" + Nodes.parts(node).stream().filter(part -> !(part instanceof Span))
                    .map(part -> value(part, depth)).filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" ", node.getClass().getSimpleName() + " ", "")).strip() + ")";
            case List<?> list -> list.stream().map(part -> value(part, depth)).collect(Collectors.joining(" "));
            case Optional<?> maybe -> maybe.map(part -> value(part, depth)).orElse("-");
            case String text -> text.isEmpty() ? "" : quoted(text);
            case Boolean flag -> flag ? "yes" : "";
            default -> value.toString();
        };
    }

    private static String nested(java.util.function.Consumer<Drawn> fill, int depth) {
        Drawn inner = new Drawn();
        fill.accept(inner);
        return inner.out.isEmpty() ? "{}" : "{\n" + inner.out + "  ".repeat(depth) + "}";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("<");
        text.chars().forEach(c -> quoted.append(c < ' ' || c > '~' ? code((char) c) : String.valueOf((char) c)));
        return quoted.append('>').toString();
    }

    private static String code(char c) {
        return String.format("\\%04x", (int) c);
    }
}

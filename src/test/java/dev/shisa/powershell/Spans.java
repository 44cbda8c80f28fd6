package dev.shisa.powershell;

import dev.shisa.fuzz.Oracle;
import java.util.List;
import java.util.stream.Stream;

/** What must hold of the places that are told of a text. */
final class Spans {
    private Spans() {
    }

    static void check(String text, Parsed parsed) {
        nested(new Span(0, text.length()), parsed.script());
        ordered("comments", parsed.comments().stream().map(one -> one.span().start()).toList());
        ordered("typography", parsed.typography().stream().map(Typography::offset).toList());
        ordered("problems", parsed.problems().stream().map(Problem::offset).toList());
        Stream.concat(parsed.comments().stream().map(one -> one.span().end()),
                parsed.problems().stream().map(Problem::offset))
                .forEach(end -> Oracle.holds(end <= text.length(), "a place is outside of the text: " + end));
        parsed.typography()
                .forEach(one -> Oracle.same("a character is another one", text.charAt(one.offset()), one.character()));
    }

    /** Each record lies within the one around it, and begins where the one before it ends, or later. */
    private static void nested(Span outer, Record node) {
        Span own = Nodes.span(node).orElseThrow();
        Oracle.holds(own.start() >= outer.start() && own.end() <= outer.end(),
                node.getClass().getSimpleName() + " at " + own + " is outside of " + outer);
        int end = own.start();
        for (Record child : inOrder(node)) {
            Span span = Nodes.span(child).orElseThrow();
            Oracle.holds(span.start() >= end, child + " begins before " + end);
            end = span.end();
            nested(own, child);
        }
    }

    /** Arguments and redirections stand mixed, and so do the members of a class and the parameters of a function. */
    private static List<Record> inOrder(Record node) {
        return Nodes.placed(node).stream()
                .sorted(java.util.Comparator.comparingInt(one -> Nodes.span(one).orElseThrow().start())).toList();
    }

    private static void ordered(String what, List<Integer> offsets) {
        Oracle.same(what + " are out of order", offsets.stream().sorted().toList(), offsets);
    }
}

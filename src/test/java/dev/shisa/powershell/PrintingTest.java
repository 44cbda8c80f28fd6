package dev.shisa.powershell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.Cases;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A tree that is written is read as the same tree. */
class PrintingTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        Cases.check(Cases.MANY / 10, random -> {
            String written = Printed.script(new Grown(random).script(4));
            Parsed parsed = PowerShell.parse(written);
            assertEquals(List.of(), parsed.problems(), written);
            assertEquals(written, Printed.script(parsed.script()));
            Spans.check(written, parsed);
        });
    }

    /** A kind that is never written is never checked. */
    @Test
    void everyKindIsWritten() {
        Set<String> seen = new TreeSet<>();
        Cases.check(200,
                random -> Nodes.each(new Grown(random).script(5), node -> seen.add(node.getClass().getName())));
        Set<String> kinds = new TreeSet<>();
        Stream.of(Statement.class, Expression.class, Stage.class, Stage.Argument.class)
                .flatMap(one -> Stream.of(one.getPermittedSubclasses())).map(Class::getName).forEach(kinds::add);
        kinds.remove(Statement.Unparsed.class.getName());
        kinds.remove(Stage.Argument.Verbatim.class.getName());
        kinds.removeAll(seen);
        assertEquals(Set.of(), kinds);
    }
}

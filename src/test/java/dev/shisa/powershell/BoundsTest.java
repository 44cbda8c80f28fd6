package dev.shisa.powershell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time is proportional to the length of the text, and the stack is bounded, whatever the text is. */
class BoundsTest {
    private static final int STACK = 512 * 1024;
    /** So long that a step for each pair of characters would take longer than is waited. */
    private static final int LONG = 64 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"a", "a|", "(", "{", "$(", "\"$(", "@{a=", "[", "[a]", "[a](", "-", "- ", "1+", "a,", "1,",
            "if(1){}elseif(1){}", "if(1){", "`", "`\n", "#", "#\n", "<#", "@'\n", "'", "\"", "$a=", ".b", "[0]",
            "a && ",
            "{param(", "[a({", "{[a({", "!", "-not ", "@(", "$x ? ", "1 ? 2 : ", "x:", "\u3000", "\n", "a\n", "\"$(\n",
            "class a {", "class a\n", "switch(1){", "try{", "function f{", "&", "a;", "}", ")", "]", "`u{", "${",
            "\"${",
            "\"\"", "'a'", "--%", "> ", "2>&1 ", "-b:", ":a ", "a\n#\n", "$a\n|", "using a\n", "param(", "begin{",
            "1..",
            "\"$(1)\"", "@\"\n$("})
    void oneShapeOverAndOver(String shape) {
        String text = shape.repeat(LONG / shape.length());
        Spans.check(text.substring(0, 1_000), parsed(text.substring(0, 1_000)));
        parsed(text);
        parsed("a " + text);
    }

    @Test
    void aLineOfOneMegabyte() {
        assertTrue(parsed("a".repeat(1 << 20)).problems().isEmpty());
        assertTrue(parsed("a " + "'b' ".repeat(1 << 18)).problems().isEmpty());
        assertEquals(1 << 19, parsed("a;".repeat(1 << 19)).script().sections().getFirst().block().statements().size());
    }

    @Test
    void tenThousandNestedBlocksAreTooDeep() {
        Parsed parsed = parsed("{".repeat(10_000) + "Get-A" + "}".repeat(10_000));
        assertEquals(Problem.Kind.TOO_DEEP, parsed.problems().getFirst().kind());
    }

    @Test
    void fortyNestedBlocksAreRead() {
        assertTrue(parsed("& {".repeat(40) + "Get-A" + "}".repeat(40)).problems().isEmpty());
        assertTrue(parsed("$a = 'b'" + " +\n'c'".repeat(400)).problems().isEmpty());
    }

    /** Whoever walks through a tree has a stack too. */
    @Test
    void longChainsAreNoHighTrees() {
        for (String link : new String[]{"+1", ".b", "[0]", " && a"}) {
            assertFalse(parsed("$a" + link.repeat(5_000)).problems().isEmpty(), link);
        }
    }

    /** An attribute that belongs to nothing is read once, however many are around it. */
    @Test
    void attributesWithinAttributesAreReadOnce() {
        assertTrue(parsed("{[a({".repeat(20) + "1" + "})]$x}".repeat(20)).problems().isEmpty());
    }

    private static Parsed parsed(String text) {
        CompletableFuture<Parsed> result = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> result.completeAsync(() -> PowerShell.parse(text), Runnable::run)
                .exceptionally(e -> null), "reader", STACK);
        thread.setDaemon(true);
        thread.start();
        return result.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
    }
}

package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveLineTest {
    private static final String ERASE = "\r\u001b[2K";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final AtomicInteger columns = new AtomicInteger(40);
    private final LiveLine line = new LiveLine(terminal, columns::get);

    private String shown() {
        String text = written.toString(StandardCharsets.UTF_8);
        written.reset();
        return text;
    }

    @Test
    void whatIsPrintedStandsAboveIt() {
        line.say(_ -> "wave 1/3");
        assertEquals(ERASE + "wave 1/3", shown());
        line.behind(() -> terminal.print("gate 1 passed\n"));
        assertEquals(ERASE + "gate 1 passed\n" + ERASE + "wave 1/3", shown());
    }

    @Test
    void itFitsTheTerminalAsItIsNow() {
        line.say(room -> "x".repeat(room + 5));
        assertEquals(ERASE + "x".repeat(38) + "…", shown());
        columns.set(10);
        line.again();
        assertEquals(ERASE + "x".repeat(8) + "…", shown());
    }

    @Test
    void itLeavesNothingBehind() {
        line.say(_ -> "wave 1/3");
        line.end();
        shown();
        line.again();
        line.end();
        line.behind(() -> terminal.print("done\n"));
        assertEquals("done\n", shown());
    }
}

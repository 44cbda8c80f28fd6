package dev.shisa.powershell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How deep and how high what is read may be: no more than whoever walks through it can bear, and no less because of what stands beside it. */
class DepthTest {
    private static List<Problem.Kind> problems(String text) {
        return PowerShell.parse(text).problems().stream().map(Problem::kind).distinct().toList();
    }

    private static String nested(String open, String inner, String close, int times) {
        return open.repeat(times) + inner + close.repeat(times);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            (~1~)
            $(~1~)
            @(~1~)
            @{a=~1~}
            { ~1~ }
            if (1) { ~1~ }
            if (~1~) { 2 }
            while (1) { ~1~ }
            try { ~1~ } catch { 2 }
            switch (1) { 2 { ~3~ } }
            function f { ~1~ }
            $x[~1~]
            $x.y(~1~)
            "$(~1~)"
            !~1~''
            -not ~1~''
            [int]~1~''
            $x = ~1~''
            Get-A (~1~)
            """)
    void whatIsNestedIsReadToADepthAndNoFurther(String open, String inner, String close) {
        String end = close.equals("''") ? "" : close;
        int deepest = 1;
        while (deepest < 1_000 && problems(nested(open, inner, end, deepest + 1)).isEmpty()) {
            deepest++;
        }
        assertTrue(deepest >= 20 && deepest <= 200, open + " " + deepest);
        assertTrue(problems(nested(open, inner, end, deepest + 1)).contains(Problem.Kind.TOO_DEEP), open);
        String row = (nested(open, inner, end, deepest) + "\n").repeat(20);
        assertEquals(List.of(), problems(row), () -> open + " beside each other");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            1~ + 1
            Get-A~ && Get-A
            $x~.y
            $x~[1]
            $x~.y()
            Get-A~ || Get-A
            """)
    void whatGrowsToTheLeftIsReadToAHeightAndNoFurther(String start, String more) {
        int highest = 1;
        while (highest < 5_000 && problems(start + more.repeat(highest + 1)).isEmpty()) {
            highest += 1 + highest / 40;
        }
        assertTrue(highest >= 400 && highest <= 700, more + " " + highest);
        int read = 400;
        String row = (start + more.repeat(read) + "\n").repeat(20);
        assertEquals(List.of(), problems(row), () -> more + " beside each other");
        assertEquals(List.of(Problem.Kind.TOO_DEEP),
                problems("$(" + start + more.repeat(500) + ")" + " + 1".repeat(300)));
    }
}

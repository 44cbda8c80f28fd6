package dev.shisa.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ManualPageTest {
    private static final Set<String> MACROS = Set.of(".TH", ".SH", ".PP", ".TP", ".B", ".BI", ".BR", ".I", ".RI", ".RB",
            ".nh", ".ad", ".\\\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(e|-|&|~|f[IP]|\\(dq)");
    private static final CommandForm REMOVE = new CommandForm(List.of("shisa", "box", "remove"),
            List.of("Take the box away.", ".hidden starts \"so\" \\ often", "'quoted starts so, too"),
            List.of(new CommandForm.Option(List.of("-f", "--from"), ValueForm.of("FILE", ValueForm.Kind.FILE),
                    "From a file.", false),
                    new CommandForm.Option(List.of("--all"), ValueForm.none(), "Everybody's.", false),
                    new CommandForm.Option(List.of("--store"), ValueForm.of("DIR", ValueForm.Kind.FOLDER),
                            "Where it lies.", true)),
            List.of(new CommandForm.Operand(ValueForm.of("BOX", ValueForm.Kind.NOTHING), "Which.", true, true)),
            List.of());
    private static final CommandForm PROGRAM = new CommandForm(List.of("shisa"), List.of("Guarded."),
            List.of(new CommandForm.Option(List.of("--store"), ValueForm.of("DIR", ValueForm.Kind.FOLDER),
                    "Where it lies.", true)),
            List.of(), List.of(new CommandForm(List.of("shisa", "box"), List.of("Boxes."), List.of(), List.of(),
                    List.of(REMOVE))));

    private static Map<String, String> pages(Locale locale) {
        TreeMap<String, String> pages = new TreeMap<>();
        new ManualPage(locale, "1.2.3", "2026-11-22").pages(PROGRAM, Topics.all())
                .forEach(page -> pages.put(page.file(), page.content()));
        return pages;
    }

    private static String page(Locale locale, String file) {
        return Objects.requireNonNull(pages(locale).get(file), file);
    }

    @Test
    void everyCommandAndEveryTopicHasAPage() {
        assertEquals(Set.of("shisa.1", "shisa-box.1", "shisa-box-remove.1", "shisa-exit-codes.7", "shisa-words.7",
                "shisa-recovery.7", "shisa-environment.7"), pages(Locale.ENGLISH).keySet());
    }

    @Test
    void aPageSaysNameSynopsisOptionsAndWhereElseToLook() {
        List<String> lines = page(Locale.ENGLISH, "shisa-box-remove.1").lines().toList();
        assertTrue(lines.contains("shisa\\-box\\-remove \\- Take the box away"));
        assertTrue(lines.contains(".TH SHISA-BOX-REMOVE 1 \"2026-11-22\" \"shisa 1.2.3\" \"shisa\""));
        assertEquals(List.of("NAME", "SYNOPSIS", "DESCRIPTION", "OPERANDS", "OPTIONS", "SEE ALSO"),
                lines.stream().filter(line -> line.startsWith(".SH ")).map(line -> line.replaceAll("^.SH \"|\"$", ""))
                        .toList());
        assertEquals(".BI \"\\-f, \\-\\-from \" \"FILE\"", lines.get(lines.indexOf("From a file.") - 1));
        assertTrue(lines.stream().noneMatch(line -> line.contains("\\-\\-store \"")), "it stands in shisa(1)");
        assertTrue(page(Locale.ENGLISH, "shisa.1").contains(".BI \"\\-\\-store \" \"DIR\"\nWhere it lies.\n"));
        assertTrue(lines.contains(".BR shisa (1)"));
    }

    @Test
    void noTextIsTakenForARequestOrAnEscape() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            pages(locale).forEach((file, content) -> content.lines().forEach(line -> {
                assertTrue(!line.startsWith("'") && (!line.startsWith(".") || MACROS.contains(line.split(" ", 2)[0])),
                        file + ": " + line);
                assertTrue(line.startsWith(".\\\"") || !ESCAPE.matcher(line).replaceAll("").contains("\\"),
                        file + ": " + line);
            }));
        }
        String page = page(Locale.ENGLISH, "shisa-box-remove.1");
        assertTrue(page.contains("\n\\&.hidden starts \"so\" \\e often\n"));
        assertTrue(page.contains("\n\\&'quoted starts so, too\n"));
    }

    @Test
    void headingsAreInTheLanguageOfTheReader() {
        assertTrue(page(Locale.JAPANESE, "shisa.1").contains(".SH \"名前\"\n"));
    }
}

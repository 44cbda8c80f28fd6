package dev.shisa.cli;

import dev.shisa.text.Text;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Lines with a label in front, for people. What is wider than the terminal is broken under itself; in a pipe nothing is broken. */
final class Screen {
    private static final int LABEL = 10;
    private static final int BELOW = 4;
    private static final String GAP = "  ";

    private final PrintStream out;
    private final Supplier<Layout> layout;
    private final LiveLine live;

    /**
     * A screen.
     *
     * @param layout as wide as the terminal is now; windows are resized while a run goes on
     * @param live the line below everything else, which makes way for what is printed
     */
    Screen(PrintStream out, Supplier<Layout> layout, LiveLine live) {
        this.out = out;
        this.layout = layout;
        this.live = live;
    }

    Locale locale() {
        return layout.get().locale();
    }

    /** The words in the language of the screen. */
    String said(Text text) {
        return text.in(layout.get().locale());
    }

    /** A label and what it is about. */
    void entry(Text label, String text) {
        String name = said(label);
        if (Layout.width(name) < LABEL) {
            print(Layout.padded(name, LABEL), text, LABEL);
        } else if (Layout.width(name + GAP + text) <= columns()) {
            print(name + GAP, text, LABEL);
        } else {
            print("", name, 0);
            print(" ".repeat(LABEL), text, LABEL);
        }
    }

    /** A label and what it is about. */
    void entry(Text label, Text text) {
        entry(label, said(text));
    }

    /** A label in a column of that width and what it is about. */
    void entry(String label, int width, String text) {
        print(Layout.padded(label, width), text, width);
    }

    /** Something more about the entry above. */
    void more(String text) {
        print(" ".repeat(LABEL), text, LABEL + 2);
    }

    /** A number and what it counts. */
    void count(int number, String what) {
        print(String.format(Locale.ROOT, "  %7d  ", number), what, LABEL + 2);
    }

    /** A line of its own. */
    void line(String text) {
        print("", text, 2);
    }

    /** Some things more about the line above. Only what is wider than a line is broken itself. */
    void below(List<String> parts) {
        StringBuilder line = new StringBuilder();
        for (String part : parts) {
            if (!line.isEmpty() && BELOW + Layout.width(line + GAP + part) > columns()) {
                print(" ".repeat(BELOW), line.toString(), BELOW + 2);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : GAP).append(part);
        }
        print(" ".repeat(BELOW), line.toString(), BELOW + 2);
    }

    /** How many columns there are; {@link Layout#ENDLESS} in a pipe. */
    int columns() {
        return layout.get().columns();
    }

    /** A line that somebody may want to copy, so it is not broken. */
    void whole(String text) {
        live.behind(() -> out.println(text));
    }

    /** A label and something that somebody may want to copy, so it is not broken. */
    void whole(Text label, String text) {
        String name = Layout.padded(said(label), LABEL);
        if (Layout.width(name) == LABEL && LABEL + Layout.width(text) <= layout.get().columns()) {
            whole(name + text);
        } else {
            whole(name.strip());
            whole("  " + text);
        }
    }

    void gap() {
        live.behind(out::println);
    }

    void flush() {
        out.flush();
    }

    private void print(String lead, String text, int indent) {
        live.behind(() -> layout.get().lines(lead, text, indent).forEach(out::println));
    }
}

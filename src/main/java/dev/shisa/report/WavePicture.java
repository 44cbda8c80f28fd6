package dev.shisa.report;

import dev.shisa.judge.Verdict;
import dev.shisa.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The waves of a run over time: how many accounts were in waves that had been opened, and how many of these had passed their gate. What lies between
 * both lines is the exposure.
 *
 * @param view the run
 * @param story its waves; at least one
 * @param zone of the times at the axis
 * @param locale of its words
 */
record WavePicture(RunView view, Story story, ZoneId zone, Locale locale) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 260;
    private static final int LEFT = 80;
    private static final int RIGHT = 20;
    private static final int TOP = 20;
    private static final int BOTTOM = 40;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** Writes it as SVG. */
    void write(Markup page) {
        String title = Text.of("Waves over time").in(locale);
        String content = Text.of("{0} waves from {1} to {2}; {3} accounts were opened, {4} passed their gates.",
                story.waves().size(), clock(view.started()), clock(view.ended()), opened(), passed()).in(locale);
        page.element("svg", () -> {
            page.element("title", title, "id", "waves-title");
            page.element("desc", content, "id", "waves-content");
            axes(page);
            line(page, "opened", openings());
            line(page, "judged", passes());
            story.events().stream().filter(event -> stopped(event.what())).forEach(event -> page.single("line", "class",
                    "stop", "x1", x(event.at()), "x2", x(event.at()), "y1", String.valueOf(TOP), "y2",
                    String.valueOf(HEIGHT - BOTTOM)));
        }, "class", "picture", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "aria-labelledby",
                "waves-title waves-content");
    }

    private static boolean stopped(Text what) {
        return what.english().startsWith("paused") || what.english().startsWith("halted");
    }

    private void axes(Markup page) {
        String bottom = String.valueOf(HEIGHT - BOTTOM);
        page.single("line", "class", "axis", "x1", String.valueOf(LEFT), "x2", String.valueOf(WIDTH - RIGHT), "y1",
                bottom,
                "y2", bottom);
        page.single("line", "class", "axis", "x1", String.valueOf(LEFT), "x2", String.valueOf(LEFT), "y1",
                String.valueOf(TOP), "y2", bottom);
        page.element("text", String.valueOf(most()), "x", String.valueOf(LEFT - 8), "y", String.valueOf(TOP + 5),
                "text-anchor", "end");
        page.element("text", "0", "x", String.valueOf(LEFT - 8), "y", bottom, "text-anchor", "end");
        page.element("text", clock(view.started()), "x", String.valueOf(LEFT), "y", String.valueOf(HEIGHT - 15));
        page.element("text", clock(view.ended()), "x", String.valueOf(WIDTH - RIGHT), "y", String.valueOf(HEIGHT - 15),
                "text-anchor", "end");
    }

    /** What the lines mean. They differ in their stroke, too, so that nobody has to tell colours apart. */
    static void legend(Markup page, Locale locale) {
        swatch(page, "opened", Text.of("in opened waves").in(locale));
        swatch(page, "judged", Text.of("passed their gate").in(locale));
        swatch(page, "stop", Text.of("stopped").in(locale));
    }

    private static void swatch(Markup page, String kind, String words) {
        boolean upright = kind.equals("stop");
        page.element("span", () -> {
            page.element("svg", () -> page.single("line", "class", kind, "x1", upright ? "20" : "0", "x2",
                    upright ? "20" : "40", "y1", upright ? "0" : "8", "y2", upright ? "16" : "8"), "class", "swatch",
                    "viewBox", "0 0 40 16", "aria-hidden", "true");
            page.words(" " + words);
        }, "class", "key");
    }

    /** Accounts that were added at a moment. */
    private record Step(Instant at, int accounts) {
    }

    private List<Step> openings() {
        return story.waves().stream().map(wave -> new Step(wave.opened(), wave.accounts())).toList();
    }

    private List<Step> passes() {
        return story.waves().stream()
                .flatMap(wave -> wave.judged().filter(judged -> judged.verdict() == Verdict.PASSED)
                        .map(judged -> new Step(judged.at(), wave.accounts())).stream())
                .toList();
    }

    private int opened() {
        return sum(openings());
    }

    private int passed() {
        return sum(passes());
    }

    private static int sum(List<Step> steps) {
        return steps.stream().mapToInt(Step::accounts).sum();
    }

    private int most() {
        return Math.max(1, opened());
    }

    private void line(Markup page, String kind, List<Step> steps) {
        StringBuilder path = new StringBuilder("M" + LEFT + " " + y(0));
        int sum = 0;
        for (Step step : steps) {
            sum += step.accounts();
            path.append(" H").append(x(step.at())).append(" V").append(y(sum));
        }
        path.append(" H").append(WIDTH - RIGHT);
        page.single("path", "class", kind, "d", path.toString());
    }

    private String x(Instant at) {
        double whole = Math.max(1, Duration.between(view.started(), view.ended()).toMillis());
        double part = Math.clamp(Duration.between(view.started(), at).toMillis() / whole, 0, 1);
        return String.format(Locale.ROOT, "%.1f", LEFT + part * (WIDTH - LEFT - RIGHT));
    }

    private String y(int accounts) {
        return String.format(Locale.ROOT, "%.1f",
                HEIGHT - BOTTOM - accounts * (double) (HEIGHT - TOP - BOTTOM) / most());
    }

    private String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }
}

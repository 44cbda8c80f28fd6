package dev.shisa.cli;

import dev.shisa.plan.Visible;
import dev.shisa.report.FacetChange;
import dev.shisa.text.Sentence;
import dev.shisa.text.Text;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rows on a terminal: a table with headings where it fits, otherwise a few lines for each row, and for a single row a line for each of its members.
 * Rows of one kind that come behind each other belong together; the first {@value #MOST} of them decide the widths, so a long listing is shown while
 * it is read. For one thread.
 */
final class Listing {
    private static final int MOST = 200;
    /** Members whose names say too little without the documentation of the output beside them. */
    private static final Map<String, Text> LABELS = Map.of(
            "pending", Text.of("not settled"),
            "targets_percent", Text.of("targets, at most % of tenant"),
            "day", Text.of("lost in a day, at most"),
            "day_percent", Text.of("lost in a day, at most %"),
            "growth", Text.of("times the largest earlier run"),
            "begin", Text.of("runs may begin"),
            "exposure_percent", Text.of("exposure, at most %"),
            "writes_per_second", Text.of("writes a second (0: no limit)"));
    private static final Set<String> TYPED = Set.of("name", "command", "policy", "tenant", "option");
    private static final String GAP = "  ";
    /** A row with fewer members than this says by itself what it is. */
    private static final int FEWEST_OF_A_CARD = 3;

    private final Screen screen;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> names = List.of();
    private List<Integer> widths = List.of();

    Listing(Screen screen) {
        this.screen = screen;
    }

    /** Takes a row; shows those before it where it is of another kind. */
    void add(Map<String, Object> members, List<String> order) {
        if (!order.equals(names)) {
            boolean another = !names.isEmpty();
            end();
            if (another) {
                screen.gap();
            }
            names = List.copyOf(order);
        }
        List<String> row = names.stream().map(name -> shown(name, members.getOrDefault(name, ""))).toList();
        if (widths.isEmpty()) {
            rows.add(row);
            if (rows.size() == MOST) {
                open();
            }
        } else {
            show(row);
        }
    }

    /** Shows what was not shown yet; the next row begins anew. */
    void end() {
        if (rows.size() == 1 && names.size() >= FEWEST_OF_A_CARD) {
            List<String> labels = names.stream().map(name -> screen.said(label(name))).toList();
            int width = labels.stream().mapToInt(Layout::width).max().orElse(0) + GAP.length();
            for (int i = 0; i < labels.size(); i++) {
                screen.entry(labels.get(i), width, rows.getFirst().get(i));
            }
        } else if (!rows.isEmpty()) {
            open();
        }
        rows.clear();
        names = List.of();
        widths = List.of();
    }

    private void open() {
        List<String> headings = names.stream().map(name -> screen.said(label(name))).toList();
        List<Integer> widest = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            widest.add(Math.max(names.size() == 1 ? 0 : Layout.width(headings.get(i)),
                    rows.stream().mapToInt(row -> Layout.width(row.get(column))).max().orElse(0)));
        }
        widths = List.copyOf(widest);
        if (isTable() && names.size() > 1) {
            show(headings);
        }
        rows.forEach(this::show);
        rows.clear();
    }

    /** The last column may be broken under itself, where the others leave it half of the screen. */
    private boolean isTable() {
        int lead = lead();
        return lead <= screen.columns() / 2 || lead + widths.getLast() <= screen.columns();
    }

    private int lead() {
        return widths.stream().limit(widths.size() - 1).mapToInt(width -> width + GAP.length()).sum();
    }

    private void show(List<String> row) {
        if (isTable()) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size() - 1; i++) {
                line.append(Layout.padded(row.get(i), widths.get(i))).append(GAP);
            }
            screen.entry(line.toString(), lead(), row.getLast());
            return;
        }
        screen.line(row.getFirst());
        List<String> rest = new ArrayList<>();
        for (int i = 1; i < row.size(); i++) {
            rest.add(screen.said(Text.of("{0}: {1}", label(names.get(i)), row.get(i))));
        }
        screen.below(rest);
    }

    /** The name of a member in words. */
    static Text label(String name) {
        return LABELS.getOrDefault(name, Text.word(name.replace('_', ' ')));
    }

    /** What a row is called, which is typed elsewhere, is the same in every language. */
    private String shown(String name, Object value) {
        if (name.equals("value")) {
            return Visible.escape(screen.said(FacetChange.value(String.valueOf(value))));
        }
        return TYPED.contains(name) && value instanceof String text && !text.isEmpty()
                ? Visible.escape(text)
                : value(value);
    }

    private String value(Object value) {
        return switch (value) {
            case Boolean flag -> screen.said(flag ? Text.of("yes") : Text.of("no"));
            case Collection<?> several when several.isEmpty() -> "-";
            case Collection<?> several -> listed(several.stream().map(this::value));
            case Map<?, ?> counts when counts.isEmpty() -> "-";
            case Map<?, ?> counts -> listed(counts.entrySet().stream()
                    .map(each -> value(each.getKey()) + " " + value(each.getValue())));
            default -> words(String.valueOf(value));
        };
    }

    private String listed(Stream<String> several) {
        return screen.said(Text.listed(several.map(Text::verbatim).toList()));
    }

    private String words(String value) {
        if (value.isEmpty()) {
            return "-";
        }
        return Visible.escape(isMoment(value)
                ? Instant.parse(value).truncatedTo(ChronoUnit.SECONDS).toString()
                : new Sentence(value).in(screen.locale()));
    }

    private static boolean isMoment(String value) {
        if (!value.endsWith("Z") || value.length() > "0000-00-00T00:00:00.000000000Z".length()
                || !Character.isDigit(value.charAt(0))) {
            return false;
        }
        try {
            Instant.parse(value.toUpperCase(Locale.ROOT));
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}

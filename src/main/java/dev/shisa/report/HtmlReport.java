package dev.shisa.report;

import dev.shisa.text.Sentence;
import dev.shisa.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A run as one HTML page that asks for nothing from anywhere: no script, no font, no picture of others. It is read on a screen, light or dark, on a
 * phone, and on A4.
 */
public final class HtmlReport {
    /** More people than this make no page; the CSV has them all. */
    private static final int MOST_PEOPLE = 500;
    private static final int MOST_LINES = 1000;

    private final Markup page = new Markup();
    private final RunView view;
    private final Story story;
    private final Request request;
    private final ZoneId zone;
    private final Locale locale;

    private HtmlReport(RunView view, Story story, Request request, ZoneId zone, Locale locale) {
        this.view = view;
        this.story = story;
        this.request = request;
        this.zone = zone;
        this.locale = locale;
    }

    /**
     * The page.
     *
     * @param zone the local time zone of its readers
     * @param locale the language of everything but names and of what was found
     */
    public static String write(RunView view, Story story, Request request, ZoneId zone, Locale locale) {
        HtmlReport report = new HtmlReport(view, story, request, zone, locale);
        report.write();
        return report.page.page();
    }

    private void write() {
        page.doctype();
        page.element("html", () -> {
            page.element("head", this::head);
            page.element("body", () -> page.element("main", this::body));
        }, "lang", locale.getLanguage().equals("ja") ? "ja" : "en");
    }

    private void head() {
        page.single("meta", "charset", "utf-8");
        page.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.single("meta", "name", "color-scheme", "content", "light dark");
        page.single("meta", "http-equiv", "Content-Security-Policy", "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        page.element("title", title());
        page.element("style", () -> page.own(style()));
    }

    private static String style() {
        try (InputStream file = HtmlReport.class.getResourceAsStream("report.css")) {
            if (file == null) {
                throw new IllegalStateException("the program lacks the style of its reports");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style of the reports cannot be read", e);
        }
    }

    private void body() {
        page.element("h1", title());
        status();
        section(Text.of("What was asked for"), this::asked);
        section(Text.of("Expected and observed"), this::observed);
        if (!story.waves().isEmpty()) {
            section(Text.of("Waves over time"), this::waves);
        }
        people(Text.of("Lost something that was not declared"), view.harmed());
        people(Text.of("Not done"), notDone());
        list(Text.of("Why the run did not go on"), view.stops());
        list(Text.of("Warnings"), view.warnings());
        list(Text.of("What the rehearsal showed not to come back"), view.residue());
        list(Text.of("The tenant's own noise"), view.noise());
        list(Text.of("Done by others meanwhile, by the audit log"), view.background());
        section(Text.of("The way back"), this::wayBack);
        section(Text.of("What to tell the people of the tenant"), this::bulletin);
        list(Text.of("Time line"), story.lines(zone, locale));
        section(Text.of("What this rests on"), this::anchors);
    }

    private String title() {
        return said(Text.word(view.kind().label())) + " " + view.run() + ": "
                + said(Text.word(view.status().label()));
    }

    /** The sign says what the colour says. */
    private void status() {
        boolean good = view.status().label().equals("completed") && view.harmed().isEmpty();
        boolean bad = !view.harmed().isEmpty() || view.status().label().equals("violated");
        Text sentence = Text.of(
                "{0} of {1} done, {2} failed, {3} unknown, {4} not visible yet, {5} not started; {6} harmed",
                view.done(), view.targets(), view.failed(), view.unknown(), view.pending(), view.notStarted(),
                view.harmed().size());
        page.element("p", (good ? "✓ " : bad ? "✗ " : "! ") + said(sentence), "class",
                "status " + (good ? "good" : bad ? "bad" : "open"));
        view.verifyFrom().ifPresent(from -> page.element("p", said(Text.of(
                "Provisional until it is verified, from {0} on: shisa run verify {1}", time(from), view.run()))));
    }

    private void section(Text heading, Markup.Content content) {
        page.element("section", () -> {
            page.element("h2", said(heading));
            content.write();
        });
    }

    private void asked() {
        page.element("table", () -> page.element("tbody", () -> {
            row(Text.of("Command"), (view.command() + " " + String.join(" ", view.words())).strip());
            row(Text.of("Tenant"), view.domain() + " (" + said(Text.word(view.tenantKind().label())) + ", "
                    + view.tenantId() + ")");
            row(Text.of("Accepted loss"), view.loss().isEmpty() ? said(Text.of("none")) : words(view.loss()));
            row(Text.of("Asked for by"), new Sentence(request.by()).in(locale));
            optional(Text.of("Reason"), request.reason());
            optional(Text.of("Ticket"), request.ticket());
            row(Text.of("What allowed it"),
                    view.authority().isEmpty()
                            ? said(Text.of("none"))
                            : Sentence.several(view.authority()).in(locale));
            row(Text.of("Started"), time(view.started()));
            row(Text.of("Ended"), time(view.ended()));
            row(Text.of("Exit status"), view.exit().code() + " (" + said(Text.word(view.exit().meaning())) + ")");
        }));
    }

    private void observed() {
        counts(Text.of("Targets by state"), Text.of("State"), Text.of("Accounts"), states());
        changes();
        counts(Text.of("Facets of the whole tenant, by outcome"), Text.of("Outcome"), Text.of("Facets"),
                view.judged());
        counts(Text.of("Left out"), Text.of("Reason"), Text.of("Accounts"), view.leftOut());
        page.element("p",
                said(Text.of("At most {0} accounts were written and not yet judged (limit {1}); {2} write calls.",
                        view.exposureMax(), view.exposure(), view.writeCalls())));
        page.element("p", said(Text.of("Before: {0}. After: {1}.",
                view.snapshotBefore().map(Text::verbatim).orElse(Text.of("no snapshot")),
                view.snapshotAfter().map(Text::verbatim).orElse(Text.of("no snapshot")))));
        if (!view.unwatched().isEmpty()) {
            page.element("p", said(Text.of(
                    "Nobody can read these facets in this tenant, so nothing is said about them: {0}.",
                    words(view.unwatched()))));
        }
    }

    /** Whoever was harmed stands above. */
    private List<RunView.Person> notDone() {
        Set<String> harmed = view.harmed().stream().map(RunView.Person::id).collect(Collectors.toSet());
        return view.notDone().stream().filter(person -> !harmed.contains(person.id())).toList();
    }

    /** Those that were planned and never begun are people, too. */
    private Map<String, Integer> states() {
        Map<String, Integer> states = new TreeMap<>(view.counts());
        if (view.notStarted() > 0) {
            states.put("not-started", view.notStarted());
        }
        return states;
    }

    private void changes() {
        if (view.changes().isEmpty()) {
            return;
        }
        page.element("table", () -> {
            page.element("caption", said(Text.of("What was declared, and what was seen")));
            page.element("thead", () -> page.element("tr", () -> {
                for (Text column : List.of(Text.of("Declared"), Text.of("Seen"))) {
                    page.element("th", said(column), "scope", "col");
                }
                page.element("th", said(Text.of("Accounts")), "scope", "col", "class", "number");
            }));
            page.element("tbody", () -> view.changes().forEach(this::change));
        });
    }

    private void change(FacetChange change) {
        page.element("tr", () -> {
            page.element("th", () -> {
                page.words(said(Text.word(change.facet())));
                page.single("br");
                page.element("span", said(change.expected()), "class", "dim");
            }, "scope", "row");
            page.element("td", () -> {
                page.words(said(change.seen()));
                page.single("br");
                page.element("span", said(Text.word(change.outcome())), "class", change.isBad() ? "bad" : "dim");
            });
            page.element("td", String.valueOf(change.accounts()), "class", "number");
        });
    }

    private void counts(Text caption, Text what, Text number, Map<String, ? extends Number> counts) {
        if (counts.isEmpty()) {
            return;
        }
        page.element("table", () -> {
            page.element("caption", said(caption));
            page.element("thead", () -> page.element("tr", () -> {
                page.element("th", said(what), "scope", "col");
                page.element("th", said(number), "scope", "col", "class", "number");
            }));
            page.element("tbody", () -> counts.forEach((name, count) -> page.element("tr", () -> {
                page.element("th", found(name), "scope", "row");
                page.element("td", String.valueOf(count), "class", "number");
            })));
        }, "class", "counts");
    }

    private void waves() {
        page.element("figure", () -> {
            new WavePicture(view, story, zone, locale).write(page);
            page.element("figcaption", () -> {
                WavePicture.legend(page, locale);
                page.element("p", said(Text.of(
                        "Between both lines lie the accounts that were written and not yet judged.")), "class", "dim");
            });
        });
    }

    private void people(Text heading, List<RunView.Person> people) {
        if (people.isEmpty()) {
            return;
        }
        section(Text.of("{0}: {1}", heading, people.size()), () -> {
            page.element("table", () -> {
                page.element("thead", () -> page.element("tr", () -> {
                    for (Text column : List.of(Text.of("Account"), Text.of("State"), Text.of("Found"))) {
                        page.element("th", said(column), "scope", "col");
                    }
                }));
                page.element("tbody", () -> people.stream().limit(MOST_PEOPLE).forEach(this::person));
            });
            more(people.size(), MOST_PEOPLE,
                    Text.of("all of them: shisa run report {0} -o csv", view.run()));
        });
    }

    private void person(RunView.Person person) {
        page.element("tr", () -> {
            page.element("td", () -> {
                page.words(person.name());
                page.single("br");
                page.element("span", person.id(), "class", "mono dim");
            });
            page.element("td", said(Text.word(person.state())));
            page.element("td", Sentence.several(person.phrases()).in(locale));
        });
    }

    private void more(int all, int shown, Text where) {
        if (all > shown) {
            page.element("p", said(Text.of("and {0} more; {1}", all - shown, where)));
        }
    }

    private void list(Text heading, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        section(heading, () -> {
            page.element("ul", () -> items.stream().limit(MOST_LINES).forEach(item -> page.element("li", found(item))));
            more(items.size(), MOST_LINES, Text.of("all of them: shisa run report {0} -o json", view.run()));
        });
    }

    private void wayBack() {
        page.element("p", said(view.back(this::time, line -> line)));
        if (view.status().isOpen()) {
            page.element("p", view.whatNow().in(locale));
        }
    }

    private void bulletin() {
        Bulletin.Stage stage = view.status().isOpen() ? Bulletin.Stage.FIRST : Bulletin.Stage.CLOSING;
        page.element("blockquote", () -> new Bulletin(view, stage).paragraphs(zone).forEach((heading, sentences) -> {
            page.element("p", () -> page.element("strong", said(heading)));
            page.element("ul", () -> sentences.forEach(sentence -> page.element("li", said(sentence))));
        }));
        page.element("p",
                said(Text.of("As a text to send: shisa run report {0} --notice {1}", view.run(), stage.label())),
                "class", "dim");
    }

    private void anchors() {
        page.element("table", () -> page.element("tbody",
                () -> Anchors.of(view).forEach((name, value) -> row(name, said(value)))));
    }

    private void row(Text name, String value) {
        page.element("tr", () -> {
            page.element("th", said(name), "scope", "row");
            page.element("td", value);
        });
    }

    private void optional(Text name, String value) {
        Optional.of(value).filter(text -> !text.isBlank()).ifPresent(text -> row(name, text));
    }

    private String time(Instant at) {
        return Story.time(at, zone);
    }

    private String words(Collection<String> labels) {
        return said(Text.listed(labels.stream().map(Text::word).toList()));
    }

    /** What was found, as the file has it, in the language of the reader. */
    private String found(String sentence) {
        return new Sentence(sentence).in(locale);
    }

    private String said(Text text) {
        return text.in(locale);
    }
}

package dev.shisa.report;

import dev.shisa.journal.RunStatus;
import dev.shisa.text.Spoken;
import dev.shisa.text.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the people of a tenant are told about a run, in the manner of an incident bulletin: what happened, whom it concerns, what they may notice,
 * what they should do, what is being done, when they hear more. It names nobody.
 *
 * @param view the run
 * @param stage which report this is
 */
public record Bulletin(RunView view, Stage stage) {
    private static final String MAILBOX = "mailbox";
    private static final Map<String, Text> NOTICED = Map.of(
            "identity", Text.of("Signing in does not work for the accounts concerned."),
            "enabled", Text.of("Signing in does not work for the accounts concerned."),
            MAILBOX, Text.of("Mail to the addresses concerned may be returned to its sender."),
            "addresses", Text.of("Mail to the addresses concerned may be returned to its sender."),
            "licences", Text.of("Applications and services that need a licence may be missing."),
            "groups", Text.of("Teams, shared files and lists of a group may be missing."),
            "password", Text.of("The password that was used so far may be refused."));

    /** Where in the course of things a bulletin stands. */
    public enum Stage {
        /** The first one. */
        FIRST("first"),
        /** One of those between. */
        UPDATE("update"),
        /** The last one. */
        CLOSING("closing");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        private Text title() {
            return switch (this) {
                case FIRST -> Text.of("First report");
                case UPDATE -> Text.of("Update");
                case CLOSING -> Text.of("Closing report");
            };
        }

        /** The word by which it is asked for. */
        public String label() {
            return label;
        }

        /** The stage of that label. */
        public static Optional<Stage> of(String label) {
            return List.of(values()).stream().filter(stage -> stage.label.equals(label)).findFirst();
        }
    }

    /** Whether it can be written: a closing report of something that is not over would be untrue. */
    public boolean isTrue() {
        return stage != Stage.CLOSING || !view.status().isOpen();
    }

    /**
     * The bulletin as Markdown.
     *
     * @param zone the local time zone of its readers
     */
    public String markdown(ZoneId zone, Locale locale) {
        StringBuilder text = new StringBuilder("# ")
                .append(Text.of("{0}: work on accounts of {1}", stage.title(), view.domain()).in(locale))
                .append("\n\n");
        paragraphs(zone).forEach((heading, sentences) -> {
            text.append("## ").append(heading.in(locale)).append("\n\n");
            sentences.forEach(sentence -> text.append("- ").append(sentence.in(locale)).append('\n'));
            text.append('\n');
        });
        return text.toString();
    }

    /** Headings and what stands below each. */
    Map<Text, List<Text>> paragraphs(ZoneId zone) {
        Map<Text, List<Text>> paragraphs = new LinkedHashMap<>();
        paragraphs.put(Text.of("What happened"), List.of(
                Text.of("Administrative work on accounts began: {0}.", when(view.started(), zone)),
                happened()));
        paragraphs.put(Text.of("Whom it concerns"), concerned());
        List<Text> noticed = noticed();
        if (!noticed.isEmpty()) {
            paragraphs.put(Text.of("What you may notice"), noticed);
        }
        paragraphs.put(Text.of("What you should do"), advice(zone));
        measures().ifPresent(done -> paragraphs.put(Text.of("What is being done"), List.of(done)));
        paragraphs.put(Text.of("More"), List.of(stage == Stage.CLOSING
                ? Text.of("This is the last report. Please turn to your help desk with questions.")
                : Text.of(
                        "The next report follows as soon as there is news. Please turn to your help desk with questions.")));
        return paragraphs;
    }

    private Text happened() {
        return switch (view.status()) {
            case COMPLETED -> Text.of("It ended as planned.");
            case PARTIAL -> Text.of("It ended; some accounts could not be changed and are as they were.");
            case VIOLATED -> Text.of("Something changed that was not meant to change. The work was stopped at once.");
            case UNKNOWN, STUCK -> Text.of("Its outcome cannot be seen yet, so the work was stopped.");
            case PAUSED, HALTED, INTERRUPTED, RUNNING -> Text.of("It was stopped before its end.");
            case UNDONE -> Text.of("It was taken back.");
            case CLOSED -> Text.of("It was ended by its owners.");
        };
    }

    /** For people who are no administrators: their time, without seconds. */
    private static Spoken when(Instant at, ZoneId zone) {
        return locale -> DateTimeFormatter
                .ofPattern(locale.getLanguage().equals("ja") ? "yyyy 年 M 月 d 日 H:mm (zzz)" : "d MMMM yyyy, H:mm (zzz)",
                        locale)
                .format(at.atZone(zone));
    }

    private List<Text> concerned() {
        List<Text> sentences = new ArrayList<>(List.of(view.status() == RunStatus.UNDONE
                ? Text.counted(view.done(), "{0} account was changed, and the change was taken back.",
                        "{0} accounts were changed, and the change was taken back.")
                : Text.counted(view.done(), "{0} account was changed as planned.",
                        "{0} accounts were changed as planned.")));
        if (!view.harmed().isEmpty()) {
            sentences.add(Text.counted(view.harmed().size(),
                    "{0} account lost something that it should have kept. Its owner is told personally.",
                    "{0} accounts lost something that they should have kept. Their owners are told personally."));
        }
        int open = view.unknown() + view.pending();
        if (open > 0) {
            sentences.add(Text.counted(open, "For {0} account it is not certain yet what was changed.",
                    "For {0} accounts it is not certain yet what was changed."));
        }
        sentences.add(Text.of("All other accounts are as they were."));
        return sentences;
    }

    private List<Text> noticed() {
        if (view.status() == RunStatus.UNDONE) {
            return view.loss().contains(MAILBOX)
                    ? List.of(
                            Text.of("Mail that was returned to its sender meanwhile does not come by itself any more."))
                    : List.of();
        }
        return NOTICED.entrySet().stream().filter(entry -> touched(entry.getKey())).sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue).distinct().toList();
    }

    private boolean touched(String facet) {
        return view.loss().contains(facet) || view.harmed().stream().flatMap(person -> person.phrases().stream())
                .anyMatch(phrase -> phrase.contains(" " + facet + ": "));
    }

    private List<Text> advice(ZoneId zone) {
        if (view.status() == RunStatus.UNDONE) {
            return List.of(Text.of("If something is missing all the same, tell your help desk."));
        }
        if (view.status() == RunStatus.COMPLETED) {
            return List.of(view.undoDeadline().map(deadline -> Text.of(
                    "If you still need what was removed, tell your help desk soon: it can be brought back until about {0}.",
                    when(deadline, zone))).orElse(Text.of("Nothing.")));
        }
        return List.of(Text.of("Wait, and do not try to repair anything yourself."),
                Text.of("Do not create a new account or mailbox in the place of one that is missing: it makes the way back longer."));
    }

    /** What somebody still does; nothing where it is over, and then the last report is the last one. */
    private Optional<Text> measures() {
        return switch (view.status()) {
            case COMPLETED, PARTIAL, UNDONE, CLOSED -> stage == Stage.CLOSING || view.verifyFrom().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Text.of("The outcome is looked at again a day later."));
            case VIOLATED -> Optional.of(view.undoDeadline()
                    .map(_ -> Text.of("Bringing back what was changed is being prepared."))
                    .orElse(Text.of("Putting back by hand what was changed is being prepared.")));
            case UNKNOWN, STUCK, PAUSED, HALTED, INTERRUPTED, RUNNING ->
                Optional.of(Text.of("Nothing more is changed until the reason is found."));
        };
    }
}

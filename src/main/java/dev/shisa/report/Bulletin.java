package dev.shisa.report;

import dev.shisa.journal.RunStatus;
import dev.shisa.text.Text;
import java.time.ZoneId;
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
    private static final Map<String, Text> NOTICED = Map.of(
            "identity", Text.of("Signing in does not work for the accounts concerned."),
            "enabled", Text.of("Signing in does not work for the accounts concerned."),
            "mailbox", Text.of("Mail to the addresses concerned may be returned to its sender."),
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
                Text.of("Administrative work on accounts began at {0}.", Story.time(view.started(), zone)),
                happened()));
        paragraphs.put(Text.of("Whom it concerns"), concerned());
        List<Text> noticed = noticed();
        if (!noticed.isEmpty()) {
            paragraphs.put(Text.of("What you may notice"), noticed);
        }
        paragraphs.put(Text.of("What you should do"), advice());
        paragraphs.put(Text.of("What is being done"), List.of(measures()));
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

    private List<Text> concerned() {
        List<Text> sentences = new ArrayList<>(List.of(Text.counted(view.done(),
                "{0} account was changed as planned.",
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
        return view.harmed().isEmpty() && view.status() == RunStatus.COMPLETED
                ? List.of()
                : NOTICED.entrySet().stream().filter(entry -> touched(entry.getKey()))
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue).distinct().toList();
    }

    private boolean touched(String facet) {
        return view.loss().contains(facet) || view.harmed().stream().flatMap(person -> person.phrases().stream())
                .anyMatch(phrase -> phrase.contains(" " + facet + ": "));
    }

    private List<Text> advice() {
        return view.status() == RunStatus.COMPLETED
                ? List.of(Text.of("Nothing."))
                : List.of(Text.of("Wait, and do not try to repair anything yourself."),
                        Text.of("Do not create a new account or mailbox in the place of one that is missing: it makes the way back longer."));
    }

    private Text measures() {
        return switch (view.status()) {
            case COMPLETED, PARTIAL, UNDONE, CLOSED -> Text.of("The outcome is looked at again a day later.");
            case VIOLATED -> view.undoDeadline()
                    .map(_ -> Text.of("What was changed is being brought back."))
                    .orElse(Text.of("What was changed is being put back by hand."));
            case UNKNOWN, STUCK, PAUSED, HALTED, INTERRUPTED, RUNNING ->
                Text.of("Nothing more is changed until the reason is found.");
        };
    }
}

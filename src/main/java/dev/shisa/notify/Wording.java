package dev.shisa.notify;

import dev.shisa.text.Text;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A notice as people read it.
 *
 * @param notice what is told
 * @param locale their language
 */
record Wording(Notice notice, Locale locale) {

    /** What happened, to which command, and whether it is in earnest. */
    String headline() {
        return said(Text.of("{0}: {1} ({2}, {3})", notice.event().sentence(), notice.run().command(),
                notice.run().domain(), Text.word(notice.run().kind().label())));
    }

    /** What there is to know, by label, in the order in which it is read; without what others worded. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        Notice.Standing standing = notice.standing();
        facts.put(said(Text.of("Run")), notice.run().name());
        if (!notice.status().equals(Notice.RUNNING)) {
            facts.put(said(Text.of("Status")), said(Text.word(notice.status()))
                    + notice.exit().map(code -> said(Text.of(", exit {0}", code))).orElse(""));
        }
        facts.put(said(Text.of("Accounts")), said(Text.of("{0} of {1} done, {2} failed, {3} not seen yet",
                standing.done(), standing.targets(), standing.failed(), standing.unsettled())));
        facts.put(said(Text.of("Time")), notice.at().toString());
        return facts;
    }

    /** All of it as lines of plain text. */
    String lines() {
        StringBuilder lines = new StringBuilder(headline()).append('\n');
        facts().forEach((label, value) -> lines.append('\n').append(label).append(": ").append(value));
        notice.reason().ifPresent(reason -> lines.append('\n').append(said(Text.of("Reason"))).append(": ")
                .append(reason));
        notice.next().ifPresent(line -> lines.append("\n\n").append(said(Text.of("Next:"))).append("\n  ")
                .append(line));
        return lines.append('\n').toString();
    }

    private String said(Text text) {
        return text.in(locale);
    }
}

package dev.shisa.report;

import dev.shisa.keepsake.HandWork;
import dev.shisa.keepsake.Keepsake;
import dev.shisa.plan.Visible;
import dev.shisa.text.Text;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What can be put back by hand from the keepsakes of a run, as Markdown. */
public final class KeepsakeReport {
    private static final Pattern MARK = Pattern.compile("[\\\\`*_\\[\\]<>|#&!~]");

    private KeepsakeReport() {
    }

    /** The report of those keepsakes, in their order. */
    public static String write(String run, Collection<Keepsake> keepsakes, Locale locale) {
        StringBuilder text = new StringBuilder("# ").append(Text.of("Keepsakes of {0}", run).in(locale)).append("\n\n")
                .append(Text.of(
                        "How each account was right before it was first written. Nothing here has been done. The undo ties again what it can; "
                                + "what its report calls not back, and what it does not try, is put back by these lines: requests of Graph v1.0, "
                                + "and cmdlets of Exchange Online. They name the account by its object id. "
                                + "An account that was made anew has another one.")
                        .in(locale))
                .append('\n');
        keepsakes.forEach(keepsake -> account(keepsake, text, locale));
        return text.toString();
    }

    private static void account(Keepsake keepsake, StringBuilder text, Locale locale) {
        text.append("\n## ").append(plain(keepsake.name())).append(" (").append(keepsake.account()).append(")\n\n")
                .append(Text.of("Read at {0}.", keepsake.readAt()).in(locale)).append("\n\n");
        List<HandWork> works = HandWork.of(keepsake);
        if (works.isEmpty()) {
            text.append(Text.of("Nothing was there to be kept.").in(locale)).append('\n');
        }
        for (HandWork work : works) {
            text.append("- ").append(Text.word(work.part()).in(locale)).append(": ")
                    .append(plain(work.what().in(locale))).append('\n');
            work.line().ifPresent(line -> text.append("\n      ").append(line).append("\n\n"));
        }
    }

    private static String plain(String text) {
        return MARK.matcher(Visible.escape(text)).replaceAll("\\\\$0");
    }
}

package dev.shisa.report;

import dev.shisa.keepsake.HandWork;
import dev.shisa.keepsake.Keepsake;
import dev.shisa.plan.Visible;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What can be put back by hand from the keepsakes of a run, as Markdown. */
public final class KeepsakeReport {
    private static final Pattern MARK = Pattern.compile("[\\\\`*_\\[\\]<>|#&!~]");

    private KeepsakeReport() {
    }

    /** The report of those keepsakes, in their order. */
    public static String write(String run, Collection<Keepsake> keepsakes) {
        StringBuilder text = new StringBuilder("# Keepsakes of " + run + "\n\n");
        text.append(
                "How each account was right before it was first written. Nothing here has been done. The undo ties again what it can; ")
                .append("what its report calls not back, and what it does not try, is put back by these lines: requests of Graph v1.0, ")
                .append("and cmdlets of Exchange Online. They name the account by its object id. ")
                .append("An account that was made anew has another one.\n");
        keepsakes.forEach(keepsake -> account(keepsake, text));
        return text.toString();
    }

    private static void account(Keepsake keepsake, StringBuilder text) {
        text.append("\n## ").append(plain(keepsake.name())).append(" (").append(keepsake.account())
                .append(")\n\nRead at ").append(keepsake.readAt()).append(".\n\n");
        List<HandWork> works = HandWork.of(keepsake);
        if (works.isEmpty()) {
            text.append("Nothing was there to be kept.\n");
        }
        for (HandWork work : works) {
            text.append("- ").append(work.part()).append(": ").append(plain(work.what())).append('\n');
            work.line().ifPresent(line -> text.append("\n      ").append(line).append("\n\n"));
        }
    }

    private static String plain(String text) {
        return MARK.matcher(Visible.escape(text)).replaceAll("\\\\$0");
    }
}

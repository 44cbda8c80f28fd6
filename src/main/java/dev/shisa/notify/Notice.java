package dev.shisa.notify;

import dev.shisa.site.TenantKind;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that people elsewhere are told of a run. It leaves the machine, so it names no person and holds no secret.
 *
 * @param event what happened
 * @param at local time
 * @param run which run, and in which tenant
 * @param standing how far it is
 * @param status the word of the result; {@code running} before there is one
 * @param exit how the process ends; empty before it does
 * @param reason why, a phrase; whatever looks like an address of a person is taken out of it, and it is cut after 300 characters
 * @param next the line that goes on, where there is one
 */
public record Notice(Event event, Instant at, Subject run, Standing standing, String status, Optional<Integer> exit,
        Optional<String> reason, Optional<String> next) {
    /** The status of a run that goes on. */
    public static final String RUNNING = "running";

    private static final int LONGEST = 300;
    /** So much of a sentence is looked at. */
    private static final int READ = 4000;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;:<>()\"']+@[^\\s@,;<>()\"']+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    public Notice {
        reason = reason.map(Notice::discreet).filter(words -> !words.isBlank());
    }

    /**
     * A run.
     *
     * @param name its name
     * @param sort run or undo
     * @param command noun and verb
     * @param domain the tenant's default domain
     * @param kind what is at stake there
     */
    public record Subject(String name, String sort, String command, String domain, TenantKind kind) {
    }

    /**
     * How far a run is, in accounts.
     *
     * @param targets all that are to be written
     * @param done seen as declared
     * @param failed refused, left alone, or found otherwise
     * @param unsettled written, and not seen as declared yet
     */
    public record Standing(int targets, int done, int failed, int unsettled) {
    }

    /** The same run, of which nothing was heard since. */
    Notice stalled(Instant now, String why) {
        return new Notice(Event.STALLED, now, run, standing, RUNNING, Optional.empty(), Optional.of(why),
                Optional.empty());
    }

    /** Sentences of others may name people, turn the reading direction, or be as long as they like. */
    private static String discreet(String words) {
        String plain = ADDRESS.matcher(UNSEEN.matcher(cut(words, READ)).replaceAll(" ")).replaceAll("(an account)")
                .strip();
        String shown = cut(plain, LONGEST);
        return shown.length() == plain.length() ? plain : shown + "…";
    }

    private static String cut(String text, int most) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length()))));
    }
}

package dev.shisa.cli;

import dev.shisa.diag.RefusedException;
import dev.shisa.plan.Visible;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/** What stands before a line: what is at stake, the tenant that is meant where the line names none, and the exit code of the line before. */
final class ShellPrompt implements IntFunction<String> {
    private final Desk desk;

    /** @param desk of the shell */
    ShellPrompt(Desk desk) {
        this.desk = desk;
    }

    /**
     * The prompt. It is made anew for each line, because bundles and profiles may change meanwhile; the tenant is not asked.
     *
     * @param code the exit code of the line before
     */
    @Override
    public String apply(int code) {
        Session session = desk.looking(desk.options());
        Optional<String> name = desk.options().tenant().filter(asked -> !asked.equals("sandbox"))
                .map(Visible::escape);
        return session.kind().label().toUpperCase(Locale.ROOT)
                + name.or(() -> isKnown(session) ? Optional.empty() : Optional.of("?")).map(text -> " " + text)
                        .orElse("")
                + (code == 0 ? "" : " [" + code + "]") + "> ";
    }

    private static boolean isKnown(Session session) {
        try {
            return !session.choice().tenantId().isEmpty();
        } catch (RefusedException e) {
            // Nobody can say which tenant is meant; a line that needs one is told why.
            return false;
        }
    }
}

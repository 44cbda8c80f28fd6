package dev.shisa.operation;

import dev.shisa.text.Text;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** What a bulk run did stays provisional until somebody has looked again a day later; until then no further bulk plan of its command is made. */
final class Provisional {
    /** How long the service may take to show what it did. */
    static final Duration PERIOD = Duration.ofHours(24);

    private Provisional() {
    }

    /**
     * Refuses a bulk plan while an earlier one of its command is provisional.
     *
     * @throws RefusedException when it is
     */
    static void refuse(Archive archive, Connection connection, String command) throws RefusedException, IOException {
        Optional<RunSummary> earlier = archive.runs().stream().filter(run -> run.tenantId()
                .equals(connection.identity().id()) && run.command().equals(command) && run.isProvisional())
                .findFirst();
        if (earlier.isPresent()) {
            RunSummary run = earlier.get();
            throw new RefusedException(Diagnostic
                    .refusal(ExitStatus.REFUSED,
                            Text.of("The bulk run {0} of {1} is not yet verified.", run.run(), command))
                    .contrast(Text.of("every earlier bulk run was looked at again after {0} hours", PERIOD.toHours()),
                            Text.of("that is due from {0}", run.verifyFrom().map(Object::toString).orElse("?")))
                    .remedy(Text
                            .of("From then on: shisa run verify {0}. Accounts named one by one, at most {1}, can be "
                                    + "planned for meanwhile.", run.run(), dev.shisa.site.Site.NAMED_LANE)));
        }
    }
}

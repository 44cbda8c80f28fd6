package dev.shisa.cli;

import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the store of a command line has to be before it begins. */
final class StorePlace {
    /** Commands that show what lies in a store; none of them begins one. */
    private static final List<String> LOOKING = List.of("audit ", "evidence ", "plan ", "run ", "snapshot diff",
            "snapshot list", "snapshot show", "snapshot verify");

    private StorePlace() {
    }

    /** Why a command cannot look into the store that was named: a mistyped folder would look like one in which nothing was ever done. */
    static Optional<Diagnostic> refusal(GlobalOptions options, String command) {
        Optional<Path> named = options.namedStore();
        boolean looks = LOOKING.stream().anyMatch(command::startsWith);
        return named.filter(place -> looks && !Files.exists(place))
                .map(place -> Diagnostic
                        .refusal(ExitStatus.NOTHING_MATCHED, Text.of("There is no store at {0}.", place))
                        .remedy(Text.of("Name the folder of a store, or leave --store and SHISA_STORE out.")));
    }
}

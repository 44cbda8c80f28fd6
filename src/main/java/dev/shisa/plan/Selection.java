package dev.shisa.plan;

import dev.shisa.account.AccountId;
import dev.shisa.text.Text;
import java.util.List;
import java.util.Set;

/**
 * Which accounts somebody asked for. There is always exactly one source.
 *
 * @param source where the accounts come from
 * @param excluded accounts that are taken out again, as written
 */
public record Selection(Source source, List<Line> excluded) {

    public Selection {
        excluded = List.copyOf(excluded);
    }

    /**
     * A text that is to name exactly one account.
     *
     * @param text as written
     * @param origin where it stands, for example {@code line 3 of leavers.txt}
     */
    public record Line(String text, Text origin) {
    }

    /** Where accounts come from. */
    public sealed interface Source {

        /**
         * Named one by one, on the command line or in a file.
         *
         * @param lines as written
         */
        record Named(List<Line> lines) implements Source {
            public Named {
                lines = List.copyOf(lines);
            }
        }

        /** Every account the command accepts. */
        record All() implements Source {
        }

        /**
         * What the service picked by a filter or a group.
         *
         * @param ids the accounts
         */
        record Picked(Set<AccountId> ids) implements Source {
            public Picked {
                ids = Set.copyOf(ids);
            }
        }
    }

    /** Whether the accounts were named one by one; then each of them must be acceptable. */
    public boolean isNamed() {
        return source instanceof Source.Named;
    }
}

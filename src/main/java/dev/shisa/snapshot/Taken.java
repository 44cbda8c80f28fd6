package dev.shisa.snapshot;

import dev.shisa.text.Text;
import java.util.List;

/** What an attempt to take a snapshot led to. */
public sealed interface Taken {

    /**
     * A snapshot that is proven complete.
     *
     * @param snapshot the snapshot
     */
    record Complete(Snapshot snapshot) implements Taken {
    }

    /**
     * No snapshot: what was listed may be a part of the tenant.
     *
     * @param reasons sentences, each with what was believed and what was found; never empty
     * @param tries how many tries it took to give up
     */
    record Incomplete(List<Text> reasons, int tries) implements Taken {
        public Incomplete {
            reasons = List.copyOf(reasons);
        }

        /** All reasons, one after the other. */
        public Text sentence() {
            return reasons.stream().reduce((one, other) -> Text.of("{0} {1}", one, other)).orElseThrow();
        }
    }
}

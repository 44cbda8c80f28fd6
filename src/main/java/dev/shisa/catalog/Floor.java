package dev.shisa.catalog;

import java.util.List;

/** What is known of the harm of a request. */
public sealed interface Floor {

    /**
     * The request does at least this.
     *
     * @param harms empty when the request takes nothing away
     */
    record Known(List<LeastHarm> harms) implements Floor {
        public Known {
            harms = List.copyOf(harms);
        }
    }

    /**
     * Nobody here knows what the request does, so it is not sent.
     *
     * @param why one clause: what about it is not known
     */
    record Unknown(String why) implements Floor {
    }
}

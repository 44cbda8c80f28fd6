package dev.shisa.judge;

import java.util.Locale;

/** What a judgement means for going on. Only a verdict that is present and {@link #PASSED} lets anything go on. */
public enum Verdict {
    /** Everything is as declared. */
    PASSED,
    /** Something is not known, not there yet, or nobody's. */
    INCONCLUSIVE,
    /** Something was lost that was not declared. */
    FAILED;

    /** The name in files and output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.shisa.lint;

import java.util.List;

/** What a written parameter name stands for. */
public sealed interface ParameterMatch {

    /**
     * One parameter.
     *
     * @param name its full name
     * @param isSwitch whether it takes no value of its own
     */
    record Found(String name, boolean isSwitch) implements ParameterMatch {
    }

    /**
     * More than one; PowerShell refuses it.
     *
     * @param names their full names, sorted
     */
    record Ambiguous(List<String> names) implements ParameterMatch {
        public Ambiguous {
            names = List.copyOf(names);
        }
    }

    /** None. Where the cmdlet's list of parameters is not complete, it may still have it. */
    record Unknown() implements ParameterMatch {
    }
}

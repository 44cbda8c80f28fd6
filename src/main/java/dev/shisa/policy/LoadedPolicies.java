package dev.shisa.policy;

import dev.shisa.yaml.Mistake;
import java.util.List;

/** What became of an attempt to load policies. There are no policies with mistakes. */
public sealed interface LoadedPolicies {

    /**
     * No file has a mistake.
     *
     * @param policies what they say
     */
    record Loaded(PolicySet policies) implements LoadedPolicies {
    }

    /**
     * There are mistakes, so nobody can say what holds.
     *
     * @param mistakes all of them, file by file; never empty
     */
    record Mistakes(List<Mistake> mistakes) implements LoadedPolicies {
        public Mistakes {
            mistakes = List.copyOf(mistakes);
        }
    }
}

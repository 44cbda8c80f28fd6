package dev.shisa.lint;

import dev.shisa.yaml.Mistake;
import java.util.List;

/** What became of an attempt to read the texts of the rules. There are no texts with mistakes. */
sealed interface LoadedRuleTexts {

    /** Every rule has its texts. */
    record Loaded(RuleTexts texts) implements LoadedRuleTexts {
    }

    /**
     * The file has mistakes.
     *
     * @param mistakes all of them, in the order of the file; never empty
     */
    record Mistakes(List<Mistake> mistakes) implements LoadedRuleTexts {
        public Mistakes {
            mistakes = List.copyOf(mistakes);
        }
    }
}

package dev.shisa.lint;

import dev.shisa.yaml.Mistake;
import java.util.List;

/** What became of an attempt to load a cmdlet table. There is no table with mistakes. */
public sealed interface LoadedCmdlets {

    /**
     * The file has no mistake.
     *
     * @param table what it says, and what was shipped where it extends that
     */
    record Loaded(CmdletTable table) implements LoadedCmdlets {
    }

    /**
     * The file has mistakes.
     *
     * @param mistakes all of them, in the order of the file; never empty
     */
    record Mistakes(List<Mistake> mistakes) implements LoadedCmdlets {
        public Mistakes {
            mistakes = List.copyOf(mistakes);
        }
    }
}

package dev.shisa.catalog;

import dev.shisa.yaml.Mistake;
import java.util.List;

/** What became of an attempt to load a catalog. There is no catalog with mistakes. */
public sealed interface LoadedCatalog {

    /**
     * The file has no mistake.
     *
     * @param catalog what it says
     */
    record Loaded(Catalog catalog) implements LoadedCatalog {
    }

    /**
     * The file has mistakes.
     *
     * @param mistakes all of them, in the order of the file; never empty
     */
    record Mistakes(List<Mistake> mistakes) implements LoadedCatalog {
        public Mistakes {
            mistakes = List.copyOf(mistakes);
        }
    }
}

package dev.shisa.site;

import dev.shisa.yaml.Mistake;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The site bundle of a folder, as its {@code site.yaml} says; see {@link BundleReader}. */
public sealed interface Bundle {
    /** The name of the file. */
    String FILE = "site.yaml";

    /**
     * The bundle has no mistake.
     *
     * @param sites what it pins, by tenant id
     */
    record Intact(Map<String, Site> sites) implements Bundle {
        public Intact {
            sites = Map.copyOf(sites);
        }

        /** What it pins about a tenant; empty when it does not name it. */
        public Optional<Site> site(String tenantId) {
            return Optional.ofNullable(sites.get(tenantId));
        }
    }

    /**
     * The bundle has mistakes, so nothing in it counts.
     *
     * @param mistakes in the order of the file; never empty
     */
    record Mistakes(List<Mistake> mistakes) implements Bundle {
        public Mistakes {
            mistakes = List.copyOf(mistakes);
        }
    }
}

package dev.shisa.policy;

import dev.shisa.diag.RefusedException;
import dev.shisa.fuzz.Oracle;
import dev.shisa.signature.Signers;
import java.nio.file.Path;
import java.util.Optional;

/** A signed review of a catalog entry. */
public final class ReviewTarget extends SignedTarget {

    /** Reads the valid one. */
    public ReviewTarget() {
        super("review", Reviews.NAMESPACE);
    }

    @Override
    public String name() {
        return "review";
    }

    @Override
    Optional<?> counting(Path folder, Signers allowed) {
        try {
            Reviews reviews = Reviews.read(folder, allowed, NOW);
            Oracle.same("a file is one review", 1, reviews.expiries().size());
            return Optional.of(reviews);
        } catch (RefusedException e) {
            Oracle.holds(!e.diagnostics().isEmpty(), "a refusal says why");
            return Optional.empty();
        }
    }
}

package dev.shisa.policy;

import dev.shisa.text.Text;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.signature.SignatureCheck;
import dev.shisa.signature.Signers;
import dev.shisa.yaml.Findings;
import dev.shisa.yaml.SchemaCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Signed reviews of catalog entries.
 *
 * @param expiries until when a review counts, by the digest of the entry that was reviewed
 */
public record Reviews(Map<String, Instant> expiries) {
    /** What a review's signature is made for. */
    public static final String NAMESPACE = "review@shisa.dev";

    public Reviews {
        expiries = Map.copyOf(expiries);
    }

    /** No review. */
    public static Reviews none() {
        return new Reviews(Map.of());
    }

    /** Until when the review of that entry counts; empty when nobody signed one. */
    public Optional<Instant> expires(String entryDigest) {
        return Optional.ofNullable(expiries.get(entryDigest));
    }

    /**
     * The reviews of a folder.
     *
     * @throws RefusedException when it cannot be read, or one of them is malformed or not signed as it has to be
     */
    public static Reviews read(Path folder, Signers signers, Instant now) throws RefusedException {
        Map<String, Instant> expiries = new HashMap<>();
        List<Diagnostic> refusals = new ArrayList<>();
        try {
            for (SignedFile file : SignedFile.in(folder, NAMESPACE, signers, now)) {
                read(file, expiries, refusals);
            }
        } catch (IOException e) {
            refusals.add(refusal(folder.toString(), "it cannot be read: " + e.getMessage()));
        }
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        return new Reviews(expiries);
    }

    private static void read(SignedFile file, Map<String, Instant> expiries, List<Diagnostic> refusals) {
        Findings findings = file.file().findings();
        file.file().document().ifPresent(document -> add(document, findings, expiries));
        findings.sorted().forEach(mistake -> refusals.add(refusal(file.file().name(), mistake.render())));
        if (file.signature() instanceof SignatureCheck.Result.Rejected rejected) {
            refusals.add(refusal(file.file().name(), rejected.reason()));
        }
    }

    private static void add(JsonNode document, Findings findings, Map<String, Instant> expiries) {
        SchemaCheck.check(document, findings, Reviews.class, "review.schema.json");
        if (!findings.isEmpty()) {
            return;
        }
        try {
            expiries.merge(document.path("entry").asString(),
                    LocalDate.parse(document.path("expires").asString()).atStartOfDay(ZoneOffset.UTC).toInstant(),
                    (one, other) -> one.isAfter(other) ? one : other);
        } catch (DateTimeException e) {
            findings.at("/expires", "this is no day such as 2027-06-30");
        }
    }

    private static Diagnostic refusal(String file, String found) {
        return Diagnostic.refusal(ExitStatus.USAGE, Text.of("A review of a catalog entry does not count: {0}.", file))
                .contrast(Text.of("a review that an allowed signer signed for {0}", NAMESPACE), Text.verbatim(found))
                .remedy(Text.of("Mend it, or take it away."));
    }
}

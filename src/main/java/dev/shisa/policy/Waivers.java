package dev.shisa.policy;

import dev.shisa.plan.PersonName;
import dev.shisa.signature.SignatureCheck;
import dev.shisa.signature.Signers;
import dev.shisa.yaml.Findings;
import dev.shisa.yaml.SchemaCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The waivers of some folders. One that is malformed, not signed as it has to be, or expired stops everything, because nobody can say what its writer
 * believed to be allowed.
 *
 * @param found every waiver, in the order of the folders and names
 */
public record Waivers(List<Found> found) {
    /** What a waiver's signature is made for. */
    public static final String NAMESPACE = "waiver@shisa.dev";

    public Waivers {
        found = List.copyOf(found);
    }

    /**
     * One waiver as it was found.
     *
     * @param file where it stands
     * @param waiver what it says; empty where that cannot be told
     * @param signers who signed it; empty where nobody did whose signature counts
     * @param problems why it stops everything, each a sentence; empty when it counts
     */
    public record Found(String file, Optional<Waiver> waiver, Set<String> signers, List<String> problems) {
        public Found {
            signers = Set.copyOf(signers);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads the waivers of these folders.
     *
     * @param folders where they lie; a folder that is not there cannot be read
     * @param policies the policies that hold
     * @param requester every name of whoever typed the command, in small letters; none of these may have signed
     * @param now by the service's clock
     */
    public static Waivers read(List<Path> folders, PolicySet policies, Signers signers, Set<String> requester,
            Instant now) {
        List<Found> found = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (Path folder : folders) {
            try {
                for (SignedFile file : SignedFile.in(folder, NAMESPACE, signers, now)) {
                    found.add(read(file, policies, requester, now, names.add(file.name())));
                }
            } catch (IOException e) {
                found.add(new Found(folder.toString(), Optional.empty(), Set.of(),
                        List.of("The waivers cannot be read: " + e.getMessage() + ".")));
            }
        }
        return new Waivers(found);
    }

    private static Found read(SignedFile file, PolicySet policies, Set<String> requester, Instant now, boolean first) {
        List<String> problems = new ArrayList<>();
        Optional<Waiver> waiver = file.file().document().flatMap(document -> waiver(document, file));
        file.file().findings().sorted().forEach(mistake -> problems.add(mistake.render()));
        if (!first) {
            problems.add("Another waiver is called " + file.name() + ", too.");
        }
        waiver.ifPresent(its -> problems.addAll(problems(its, policies, now)));
        Set<String> by = new TreeSet<>();
        switch (file.signature()) {
            case SignatureCheck.Result.Genuine genuine -> {
                by.addAll(genuine.holders());
                waiver.flatMap(its -> own(genuine, its, requester)).ifPresent(problems::add);
            }
            case SignatureCheck.Result.Rejected rejected -> problems.add(rejected.reason());
        }
        return new Found(file.file().name(), waiver, by, problems);
    }

    private static List<String> problems(Waiver waiver, PolicySet policies, Instant now) {
        List<String> problems = new ArrayList<>();
        Optional<Policy> policy = policies.find(waiver.policy());
        if (policy.isEmpty()) {
            problems.add("There is no policy " + waiver.policy() + ".");
        } else if (!policy.get().isWaivable()) {
            problems.add("The policy " + waiver.policy() + " cannot be waived.");
        }
        if (!now.isBefore(waiver.expires())) {
            problems.add("It expired at " + waiver.expires() + "; now it is " + now + " by the service's clock.");
        }
        return problems;
    }

    /** A waiver is given by somebody else than who asks for it and who uses it. */
    private static Optional<String> own(SignatureCheck.Result.Genuine genuine, Waiver waiver, Set<String> requester) {
        Set<String> asking = new TreeSet<>(requester);
        asking.add(waiver.requester().toLowerCase(Locale.ROOT));
        return genuine.holders().stream().filter(holder -> PersonName.mayBeSame(List.of(holder), asking)).findFirst()
                .map(holder -> "It is signed by " + holder
                        + ", who asks for it or uses it; another person has to sign.");
    }

    private static Optional<Waiver> waiver(JsonNode document, SignedFile file) {
        Findings findings = file.file().findings();
        SchemaCheck.check(document, findings, Waivers.class, "waiver.schema.json");
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Waiver(file.name(), document.path("policy").asString(),
                    document.path("tenant_id").asString(), document.path("maximum_count").asLong(),
                    document.path("reason").asString(), document.path("requester").asString(),
                    Instant.parse(document.path("expires").asString()), file.file().digest()));
        } catch (DateTimeException e) {
            findings.at("/expires", "this is no moment such as 2026-12-01T00:00:00Z");
            return Optional.empty();
        }
    }

    /** Those that count; all of them, where none has a problem. */
    public List<Waiver> counting() {
        return found.stream().filter(one -> one.problems().isEmpty()).flatMap(one -> one.waiver().stream()).toList();
    }
}

package dev.shisa.operation;

import dev.shisa.text.Text;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.CatalogLoader;
import dev.shisa.catalog.Command;
import dev.shisa.catalog.LoadedCatalog;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.policy.LoadedPolicies;
import dev.shisa.policy.PolicyLoader;
import dev.shisa.policy.PolicySet;
import dev.shisa.policy.Reviews;
import dev.shisa.policy.Waivers;
import dev.shisa.signature.AllowedSigners;
import dev.shisa.signature.RevokedKeys;
import dev.shisa.signature.Signers;
import dev.shisa.site.Governance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Reads {@link Rules} once, when somebody asks for them: commands that only look need none. Used by one thread.
 */
public final class RuleBook {
    private static final long LARGEST = 1 << 20;

    private final Governance governance;
    private final Optional<Path> ownPolicies;
    private final Optional<Path> ownWaivers;
    private final Optional<Path> catalogFile;
    private final Catalog catalog;
    private final String user;
    private Optional<Rules> rules = Optional.empty();
    private Optional<PolicySet> policies = Optional.empty();
    private Optional<Signers> signers = Optional.empty();

    /**
     * A book that is not opened yet.
     *
     * @param governance what the site pins
     * @param ownPolicies folder of policies that the person adds; empty for none
     * @param ownWaivers folder of waivers that the person brings; empty for none
     * @param catalogFile the catalog's file; empty for the one that came with the program
     * @param catalog what was read from it
     * @param user the operating system's name of whoever typed the command; empty where nobody can say
     */
    public RuleBook(Governance governance, Optional<Path> ownPolicies, Optional<Path> ownWaivers,
            Optional<Path> catalogFile, Catalog catalog, String user) {
        this.governance = governance;
        this.ownPolicies = ownPolicies;
        this.ownWaivers = ownWaivers;
        this.catalogFile = catalogFile;
        this.catalog = catalog;
        this.user = user;
    }

    /** Every name of whoever typed the command, in small letters. */
    public SortedSet<String> requester() {
        return governance.names(user);
    }

    /** The operating system's name of whoever typed the command. */
    public String user() {
        return user;
    }

    /** What the site pins. */
    public Governance governance() {
        return governance;
    }

    /**
     * The policies that hold.
     *
     * @throws RefusedException with every mistake in them
     */
    public PolicySet policies() throws RefusedException {
        if (policies.isEmpty()) {
            List<Path> folders = new ArrayList<>();
            governance.policies().ifPresent(folders::add);
            ownPolicies.ifPresent(folders::add);
            policies = Optional.of(switch (PolicyLoader.load(folders)) {
                case LoadedPolicies.Loaded loaded -> loaded.policies();
                case LoadedPolicies.Mistakes bad -> throw new RefusedException(bad.mistakes().stream()
                        .map(mistake -> Diagnostic
                                .refusal(ExitStatus.USAGE, Text.of("A policy has a mistake: {0}", mistake.render()))
                                .remedy(Text.of("Mend it: while there is a mistake, nobody can say what holds.")))
                        .toList());
            });
        }
        return policies.get();
    }

    /**
     * Whose signatures count.
     *
     * @throws RefusedException when a file of the site cannot be read or has a mistake
     */
    public Signers signers() throws RefusedException {
        if (signers.isEmpty()) {
            signers = Optional.of(readSigners());
        }
        return signers.get();
    }

    private Signers readSigners() throws RefusedException {
        AllowedSigners allowed = AllowedSigners.none();
        if (governance.allowedSigners().isPresent()) {
            Path file = governance.allowedSigners().get();
            allowed = switch (AllowedSigners.read(text(file), ZoneOffset.UTC)) {
                case AllowedSigners.Reading.Intact intact -> intact.signers();
                case AllowedSigners.Reading.Malformed bad -> throw broken(file, bad.mistakes());
            };
        }
        RevokedKeys revoked = RevokedKeys.none();
        if (governance.revokedSigners().isPresent()) {
            Path file = governance.revokedSigners().get();
            revoked = switch (RevokedKeys.read(text(file))) {
                case RevokedKeys.Reading.Intact intact -> intact.revoked();
                case RevokedKeys.Reading.Malformed bad -> throw broken(file, bad.mistakes());
            };
        }
        return new Signers(allowed, revoked);
    }

    private static String text(Path file) throws RefusedException {
        try {
            if (Files.size(file) > LARGEST) {
                throw broken(file, List.of("it is larger than " + LARGEST + " bytes"));
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw broken(file, List.of("it cannot be read: " + e));
        }
    }

    private static RefusedException broken(Path file, List<String> mistakes) {
        return new RefusedException(mistakes.stream()
                .map(mistake -> Diagnostic
                        .refusal(ExitStatus.USAGE, Text.of("A file of the site has a mistake: {0}.", file))
                        .contrast(Text.of("a file that can be read to its last line"), Text.verbatim(mistake))
                        .remedy(Text.of("Mend it: while there is a mistake, nobody can say whose signature counts.")))
                .toList());
    }

    /** The waivers, whether they count or not. */
    public Waivers waivers(Instant now) throws RefusedException {
        List<Path> folders = new ArrayList<>();
        governance.waivers().ifPresent(folders::add);
        ownWaivers.ifPresent(folders::add);
        return Waivers.read(folders, policies(), signers(), requester(), now);
    }

    /**
     * Everything that decides.
     *
     * @param now by the service's clock
     * @throws RefusedException with every mistake; a waiver that does not count is one
     */
    public Rules rules(Instant now) throws RefusedException {
        if (rules.isEmpty()) {
            List<Path> places = new ArrayList<>(governance.places());
            List.of(ownPolicies, ownWaivers).forEach(place -> place.ifPresent(places::add));
            // Looked at before anything is read from it: what changes in between shows as a change, too.
            FilePremises premises = withCatalog(FilePremises.of(places));
            Waivers waivers = waivers(now);
            refuse(waivers);
            Reviews reviews = governance.reviews().isPresent()
                    ? Reviews.read(governance.reviews().get(), signers(), now)
                    : Reviews.none();
            rules = Optional.of(new Rules(policies(), waivers, reviews,
                    shippedEntries(), user, requester(), premises));
        }
        return rules.get();
    }

    private Set<String> shippedEntries() {
        Catalog shipped = catalog;
        if (catalogFile.isPresent()) {
            shipped = switch (CatalogLoader.shipped()) {
                case LoadedCatalog.Loaded loaded -> loaded.catalog();
                case LoadedCatalog.Mistakes bad -> throw new IllegalStateException(
                        "the program's own catalog has mistakes: " + bad.mistakes());
            };
        }
        return shipped.commands().stream().map(Command::digest).collect(Collectors.toSet());
    }

    private FilePremises withCatalog(FilePremises premises) {
        return catalogFile.map(file -> premises.with(file, catalog.digest())).orElse(premises);
    }

    private static void refuse(Waivers waivers) throws RefusedException {
        List<Diagnostic> refusals = new ArrayList<>();
        waivers.found().forEach(waiver -> waiver.problems()
                .forEach(problem -> refusals.add(Diagnostic
                        .refusal(ExitStatus.REFUSED,
                                Text.of("A waiver does not count, so nothing does: {0}.", waiver.file()))
                        .contrast(Text.of("a signed exception that holds now"), Text.verbatim(problem))
                        .remedy(Text.of("Mend it or take it away: shisa waiver check.")))));
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }
}

package dev.shisa.site;

import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A site bundle's {@code site.yaml}. What it holds so far are probes:
 *
 * <pre>
 * probes:
 *   - {name: sign-in, command: [sign-in, "{account}"], on: untouched, timeout: PT20S}
 * </pre>
 *
 * A key that is not known refuses the whole file.
 */
public final class SiteFile {
    private static final String NAME = "site.yaml";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private SiteFile() {
    }

    /**
     * The site with what the bundle in that folder adds.
     *
     * @param folder the bundle
     * @param site what is built in
     * @throws RefusedException when the bundle cannot be read, or is not for this kind of tenant
     */
    public static Site read(Path folder, Site site) throws RefusedException {
        if (site.kind() != TenantKind.SANDBOX) {
            throw wrong(folder,
                    "A site bundle that is named by SHISA_SITE holds for a sandbox tenant only; this one is "
                            + site.kind().label());
        }
        JsonNode tree;
        try {
            tree = new YAMLMapper().readTree(Files.readString(folder.resolve(NAME)));
        } catch (IOException | JacksonException e) {
            throw wrong(folder, "it cannot be read: " + e.getMessage());
        }
        keys(folder, tree, Set.of("probes"));
        List<Probe> probes = new ArrayList<>();
        JsonNode listed = tree.path("probes");
        if (!listed.isMissingNode() && !listed.isArray()) {
            throw wrong(folder, "probes is not a list");
        }
        Set<String> names = new HashSet<>();
        for (JsonNode entry : listed) {
            Probe probe = probe(folder, entry);
            if (!names.add(probe.name())) {
                throw wrong(folder, "the probe " + probe.name() + " stands there twice");
            }
            probes.add(probe);
        }
        return site.withProbes(probes);
    }

    private static Probe probe(Path folder, JsonNode entry) throws RefusedException {
        keys(folder, entry, Set.of("name", "command", "on", "timeout"));
        List<String> command = new ArrayList<>();
        if (!entry.path("command").isArray() || entry.path("command").isEmpty()) {
            throw wrong(folder, "a probe's command is not a list of words");
        }
        for (JsonNode word : entry.path("command")) {
            command.add(text(folder, word, "a word of a command"));
        }
        String subject = text(folder, entry.path("on"), "on").toUpperCase(Locale.ROOT);
        if (!subject.equals("TOUCHED") && !subject.equals("UNTOUCHED")) {
            throw wrong(folder, "a probe is on touched or untouched, not " + subject.toLowerCase(Locale.ROOT));
        }
        return new Probe(text(folder, entry.path("name"), "name"), command, Probe.Subject.valueOf(subject),
                timeout(folder, text(folder, entry.path("timeout"), "timeout")));
    }

    private static Duration timeout(Path folder, String text) throws RefusedException {
        try {
            Duration timeout = Duration.parse(text);
            if (timeout.isPositive() && timeout.compareTo(LONGEST) <= 0) {
                return timeout;
            }
        } catch (DateTimeException e) {
            throw wrong(folder, "a timeout is written like PT20S, not " + text);
        }
        throw wrong(folder, "a timeout is more than nothing and at most " + LONGEST);
    }

    private static String text(Path folder, JsonNode node, String what) throws RefusedException {
        if (!node.isString() || node.asString().isBlank()) {
            throw wrong(folder, what + " has to be a text");
        }
        return node.asString();
    }

    private static void keys(Path folder, JsonNode node, Set<String> known) throws RefusedException {
        if (!node.isObject()) {
            throw wrong(folder, "it is not a map of " + String.join(", ", known.stream().sorted().toList()));
        }
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw wrong(folder, "the key " + key + " is not known");
            }
        }
    }

    private static RefusedException wrong(Path folder, String found) {
        return new RefusedException(Diagnostic.refusal(ExitStatus.USAGE, "The site bundle is not usable.")
                .contrast("a file " + folder.resolve(NAME) + " that is understood whole", found)
                .remedy("Mend it, or unset SHISA_SITE."));
    }
}

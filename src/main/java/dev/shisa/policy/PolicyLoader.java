package dev.shisa.policy;

import dev.shisa.yaml.Findings;
import dev.shisa.yaml.Mistake;
import dev.shisa.yaml.SchemaCheck;
import dev.shisa.yaml.YamlDocument;
import dev.shisa.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Loads the policies that came with the program and those of further folders. A folder adds policies and replaces none; all mistakes of all files are
 * told at once, and while there is one, nothing holds.
 */
public final class PolicyLoader {
    /** The files that came with the program, without their ending. */
    static final List<String> SHIPPED = List.of("approvals", "calendar", "floors", "limits", "proof", "protection");
    private static final String ENDING = ".yaml";
    private static final int MOST_FILES = 100;

    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<PolicyCase> cases = new ArrayList<>();
    private final List<String> digests = new ArrayList<>();
    private final Map<String, String> sources = new HashMap<>();

    private PolicyLoader() {
    }

    /** The policies that came with the program, and those of these folders. */
    public static LoadedPolicies load(List<Path> folders) {
        PolicyLoader loader = new PolicyLoader();
        SHIPPED.forEach(name -> loader.add(shipped(name)));
        folders.forEach(loader::addFolder);
        return loader.mistakes.isEmpty()
                ? new LoadedPolicies.Loaded(
                        new PolicySet(loader.policies, loader.cases, PolicySet.digestOf(loader.digests)))
                : new LoadedPolicies.Mistakes(loader.mistakes);
    }

    private static YamlFile shipped(String name) {
        String file = name + ENDING;
        try (InputStream in = PolicyLoader.class.getResourceAsStream("shipped/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without policies/" + file);
            }
            return YamlFile.read(in.readAllBytes(), "policies/" + file, YamlDocument.Plain.NUMBERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addFolder(Path folder) {
        List<Path> files = List.of();
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> isPolicy(file)).sorted().limit(MOST_FILES + 1L).toList();
        } catch (IOException | UncheckedIOException e) {
            broken(folder, "the folder cannot be read: " + e.getMessage());
            return;
        }
        if (files.isEmpty()) {
            broken(folder, "there is no policy here: no file whose name ends with " + ENDING);
        } else if (files.size() > MOST_FILES) {
            broken(folder, "there are more than " + MOST_FILES + " policy files here");
        } else {
            files.forEach(file -> add(YamlFile.open(file, YamlDocument.Plain.NUMBERS)));
        }
    }

    /** What looks like a policy is read as one, so that none is left out because of how its name is written. */
    private static boolean isPolicy(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(ENDING) || name.endsWith(".yml");
    }

    private void broken(Path folder, String sentence) {
        mistakes.add(new Mistake(folder.toString(), 1, 1, sentence, ""));
    }

    private void add(YamlFile file) {
        Findings findings = file.findings();
        file.document().ifPresent(document -> read(document, file));
        digests.add(file.digest());
        mistakes.addAll(findings.sorted());
    }

    private void read(JsonNode document, YamlFile file) {
        Findings findings = file.findings();
        SchemaCheck.check(document, findings, PolicyLoader.class, "policy.schema.json");
        // Above a bound, entries are not even looked at; the schema has said so.
        if (findings.isAt("") || findings.isAt("/policies") || findings.isAt("/tests")) {
            return;
        }
        int number = 0;
        for (JsonNode entry : document.path("policies")) {
            String pointer = Findings.child("/policies", number++);
            String name = entry.path("name").asString();
            String first = sources.putIfAbsent(name, file.name());
            if (first != null) {
                findings.at(Findings.child(pointer, "name"),
                        "the policy " + name + " stands already in " + first
                                + "; a file adds policies, it replaces none");
            }
            if (!findings.isTouched(pointer)) {
                new PolicyReader(entry, pointer, file).read().ifPresent(policies::add);
            }
        }
        number = 0;
        for (JsonNode entry : document.path("tests")) {
            String pointer = Findings.child("/tests", number++);
            if (!findings.isTouched(pointer)) {
                new CaseReader(entry, pointer, file).read().ifPresent(cases::add);
            }
        }
    }
}

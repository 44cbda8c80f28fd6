package dev.shisa.bypass;

import dev.shisa.signature.SshKeygen;
import dev.shisa.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A site bundle that treats a stage's tenant as production, and people who may approve there. */
final class Drill {
    static final String ME = System.getProperty("user.name");
    /** A policy of the site's own, which lets everything pass that the tables try. */
    static final String RULE = policy("ticket", "require: plan.targets < 100");

    private final Stage stage;
    private final Path bundle;
    private final SshKeygen keygen;
    private final Map<String, Path> keys = new TreeMap<>();

    private Drill(Stage stage, Path bundle, SshKeygen keygen) {
        this.stage = stage;
        this.bundle = bundle;
        this.keygen = keygen;
    }

    /** Lays the bundle down beside the stage's store; bob and carol may approve. */
    static Drill of(Stage stage) throws IOException, InterruptedException {
        Path bundle = Files.createDirectory(stage.folder().resolve("site"));
        Files.createDirectory(bundle.resolve("waivers"));
        Files.writeString(Files.createDirectory(bundle.resolve("rules")).resolve("own.yaml"), RULE);
        Drill drill = new Drill(stage, bundle, new SshKeygen(Files.createDirectory(stage.folder().resolve("keys"))));
        drill.signers(bundle, drill.line("bob"), drill.line("carol"));
        pin(bundle, "");
        return drill;
    }

    /** A file with one policy that demands this and refuses nobody else. */
    static String policy(String name, String rule) {
        String message = rule.contains("require:") ? "    refuse_as: refused\n    message: {en: x, ja: x}\n" : "";
        return "format_version: \"1.0\"\npolicies:\n  - name: " + name + "\n    summary: {en: x, ja: x}\n    " + rule
                + "\n" + message;
    }

    /** Pins the drill's rules and some more. */
    static void pin(Path bundle, String more) throws IOException {
        Files.writeString(bundle.resolve("site.yaml"), """
                format_version: "1.0"
                tenants:
                  - tenant_id: %s
                    kind: production
                    rehearsal: ["rehearsal-*@contoso.example"]
                    sentinels: ["sentinel-*@contoso.example"]
                    break_glass: ["breakglass-*@contoso.example"]
                    allowed_signers: allowed_signers
                    policies: rules
                    waivers: waivers
                    waits: {within: PT5S, reread: PT1S, audit: PT5S}
                """.formatted(Site.SANDBOX_TENANT) + more.indent(4));
    }

    /** The bundle that holds while things happen before an attempt. */
    Path bundle() {
        return bundle;
    }

    /** The key of that person, made when it is asked for first. */
    Path key(String person) throws IOException, InterruptedException {
        Path key = keys.get(person);
        if (key == null) {
            key = keygen.generate("ed25519", 256);
            keys.put(person, key);
        }
        return key;
    }

    /** The public key of that person. */
    String publicKey(String person) throws IOException, InterruptedException {
        return SshKeygen.publicKey(key(person));
    }

    /** A person's line among the allowed signers. */
    String line(String person) throws IOException, InterruptedException {
        return person + "@contoso.example " + publicKey(person);
    }

    /** Says who may sign. */
    void signers(Path where, String... lines) throws IOException {
        Files.writeString(where.resolve("allowed_signers"), String.join("\n", lines) + "\n");
    }

    /** A signature of a file. */
    String signed(String person, String namespace, Path file) throws IOException, InterruptedException {
        return keygen.sign(key(person), namespace, Files.readAllBytes(file));
    }

    /** Types a line where the bundle holds. */
    JsonNode done(int code, String... words) {
        return stage.done(environment(bundle), code, words);
    }

    private static Map<String, String> environment(Path site) {
        return Map.of("SHISA_SITE", site.toString(), "PATH",
                Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /** The name of a plan that takes one mailbox, its shapes rehearsed. */
    String planned(String local) {
        String plan = done(0, "mailbox", "remove", local + "@contoso.example", "--keep-identity").path("plan")
                .asString();
        // Evidence does not ask what is at stake, and on a sandbox tenant nobody waits for it.
        stage.done(0, "rehearse", plan, "--confirm", "1@contoso.example", "--accept-loss", "licences,mailbox");
        return plan;
    }

    /** Signs what a plan asks for. */
    void approved(String plan, String person, String confirmation) throws IOException, InterruptedException {
        done(0, "approve", plan, "--key", key(person).toString(), "--confirm", confirmation);
    }

    /** The name of a plan that takes one mailbox and that bob approved. */
    String approved(String local) throws IOException, InterruptedException {
        String plan = planned(local);
        approved(plan, "bob", "1@contoso.example");
        return plan;
    }

    /** Gives an attempt a bundle of its own, to be changed at will, and returns it. */
    Path lay(Attempt attempt) throws IOException {
        Path site = attempt.home("site");
        List<Path> entries;
        try (Stream<Path> walk = Files.walk(bundle)) {
            entries = walk.toList();
        }
        for (Path entry : entries) {
            Files.copy(entry, site.resolve(bundle.relativize(entry).toString()));
        }
        environment(site).forEach(attempt::with);
        return site;
    }
}

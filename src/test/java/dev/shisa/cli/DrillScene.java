package dev.shisa.cli;

import dev.shisa.signature.SshKeygen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox tenant that its owners treat as production, with two people who may approve. */
abstract class DrillScene extends Scene {
    static final String PEOPLE = "person1@contoso.example";
    private Path bundle = Path.of("");
    private SshKeygen keygen = new SshKeygen(Path.of(""));
    private Path bob = Path.of("");
    private Path carol = Path.of("");

    @BeforeEach
    void pinned() throws Exception {
        serve("small");
        bundle = Files.createDirectory(folder.resolve("bundle"));
        keygen = new SshKeygen(Files.createDirectory(folder.resolve("keys")));
        bob = keygen.generate("ed25519", 256);
        carol = keygen.generate("ecdsa", 256);
        Files.writeString(bundle.resolve("allowed_signers"), "bob@contoso.example " + SshKeygen.publicKey(bob)
                + "\ncarol@contoso.example " + SshKeygen.publicKey(carol) + "\n");
        pin("");
    }

    /** Pins the drill's rules and some more. */
    void pin(String members) throws IOException {
        Files.writeString(bundle.resolve("site.yaml"), """
                format_version: "1.0"
                tenants:
                  - tenant_id: 5a15a000-c0de-4a7e-8000-00000000feed
                    kind: production
                    rehearsal: ["rehearsal-*@contoso.example"]
                    sentinels: ["sentinel-*@contoso.example"]
                    break_glass: ["breakglass-*@contoso.example"]
                    allowed_signers: allowed_signers
                    waits: {within: PT5S, reread: PT1S, audit: PT5S}
                """ + members.indent(4));
    }

    Path bundle() {
        return bundle;
    }

    SshKeygen keygen() {
        return keygen;
    }

    Path bob() {
        return bob;
    }

    Path carol() {
        return carol;
    }

    Shell drill() {
        return shell().with("SHISA_SITE", bundle.toString());
    }

    /** Asks for one account's mailbox to be removed, with everything that has to be said. */
    Result remove(String account) {
        return drill().json("mailbox", "remove", account, "--keep-identity", "--execute", "--confirm",
                "1@contoso.example", "--accept-loss", "licences,mailbox");
    }

    Result apply(String plan) {
        return drill().json("apply", plan, "--confirm", "1@contoso.example", "--accept-loss", "licences,mailbox");
    }

    Result approve(String plan, Path key) {
        return drill().json("approve", plan, "--key", key.toString(), "--confirm", "1@contoso.example");
    }

    /** How many writes reached this account. */
    long writes(String account) {
        String id = tenant().account(account).path("id").asString();
        return tenant().writes(0).stream().filter(write -> write.path("account").asString("").equals(id)).count();
    }
}

package dev.shisa.policy;

import dev.shisa.fuzz.Edits;
import dev.shisa.fuzz.Inputs;
import dev.shisa.fuzz.Oracle;
import dev.shisa.fuzz.Scratch;
import dev.shisa.fuzz.YamlText;
import dev.shisa.signature.AllowedSigners;
import dev.shisa.signature.RevokedKeys;
import dev.shisa.signature.Signers;
import dev.shisa.signature.SoftwareKey;
import dev.shisa.yaml.YamlDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/**
 * A YAML file that somebody signed. The input is taken for a file that an allowed signer signed, and, with the signature of the valid file beside
 * it, for that file altered: as a whole, and by changes of it. The folder of the target holds it as {@code valid.yaml}.
 */
abstract class SignedTarget extends YamlText {
    /** When it is looked at. */
    static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private final Scratch scratch = new Scratch();
    private final SoftwareKey key = SoftwareKey.ed25519();
    private final String namespace;
    private final byte[] valid;
    private final byte[] signature;
    private final Signers signers;

    SignedTarget(String name, String namespace) {
        super(YamlDocument.Plain.NUMBERS);
        this.namespace = namespace;
        valid = Inputs.valid(name, "valid.yaml");
        signature = signature(valid);
        if (!(AllowedSigners.read("bob@contoso.example " + key.line(),
                ZoneOffset.UTC) instanceof AllowedSigners.Reading.Intact intact)) {
            throw new AssertionError("the key of the test is not read");
        }
        signers = new Signers(intact.signers(), RevokedKeys.none());
    }

    private byte[] signature(byte[] file) {
        return key.sign(file, namespace).getBytes(StandardCharsets.US_ASCII);
    }

    /** What counts of a folder, without what stands for the bytes of its files; empty when nothing does. */
    abstract Optional<?> counting(Path folder, Signers allowed);

    @Override
    protected Optional<?> read(byte[] bytes) throws IOException {
        return counting(bytes, signature(bytes));
    }

    private Optional<?> counting(byte[] file, byte[] beside) throws IOException {
        scratch.file("signed/own.yaml", file);
        scratch.file("signed/own.yaml.sig", beside);
        return counting(scratch.folder().resolve("signed"), signers);
    }

    @Override
    public void accept(byte[] input) throws IOException {
        super.accept(input);
        Oracle.holds(counting(valid, signature).isPresent(), "valid.yaml does not count");
        altered(input);
        altered(Edits.apply(valid, input));
        counting(valid, input);
    }

    private void altered(byte[] other) throws IOException {
        if (counting(other, signature).isPresent()) {
            Oracle.holds(Arrays.equals(valid, other), "an altered file counts");
        }
    }
}

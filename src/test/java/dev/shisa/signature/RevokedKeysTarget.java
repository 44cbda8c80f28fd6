package dev.shisa.signature;

import dev.shisa.fuzz.Edits;
import dev.shisa.fuzz.FuzzTarget;
import dev.shisa.fuzz.Inputs;
import dev.shisa.fuzz.Oracle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file of revoked keys. The input is taken for it, and for changes of a valid file, which the folder of the target holds. */
public final class RevokedKeysTarget implements FuzzTarget {
    private final SoftwareKey key = SoftwareKey.securityEd25519("ssh:");
    private final SshPublicKey same;

    /** Makes a key that no file holds. */
    public RevokedKeysTarget() {
        if (!(SshPublicKey.read(key.type, key.base64()) instanceof SshPublicKey.Reading.Understood understood)) {
            throw new AssertionError("the key of the test is not read");
        }
        same = understood.key();
    }

    @Override
    public String name() {
        return "revoked-keys";
    }

    @Override
    public void accept(byte[] input) {
        byte[] valid = Inputs.valid(name(), "valid.txt");
        Oracle.holds(read(text(valid)).isPresent(), "valid.txt is not read");
        stands(text(input));
        stands(text(Edits.apply(valid, input)));
    }

    private void stands(String text) {
        Optional<RevokedKeys> revoked = read(text);
        Oracle.holds(read(text + "\nmalformed").isEmpty(), "a file with a malformed line is read");
        if (revoked.isPresent()) {
            Oracle.holds(!revoked.get().has(same), "a key is revoked that does not stand there");
            Oracle.holds(has(text + "\n" + key.line()), "a key that stands there is not revoked");
            Oracle.holds(has(text + "\n" + same.fingerprint() + "\r\n"),
                    "a fingerprint that stands there is not revoked");
        }
    }

    private boolean has(String text) {
        return read(text).orElseThrow(() -> new AssertionError("a line more, and nothing is understood")).has(same);
    }

    private static Optional<RevokedKeys> read(String text) {
        return switch (RevokedKeys.read(text)) {
            case RevokedKeys.Reading.Intact intact -> Optional.of(intact.revoked());
            case RevokedKeys.Reading.Malformed malformed -> {
                Oracle.holds(!malformed.mistakes().isEmpty(), "a refusal says why");
                yield Optional.empty();
            }
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

package dev.shisa.signature;

import dev.shisa.fuzz.Edits;
import dev.shisa.fuzz.FuzzTarget;
import dev.shisa.fuzz.Inputs;
import dev.shisa.fuzz.Oracle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A signature in text form. The input is taken for it, for what its text stands for, and for changes of both of each valid one, which the folder of
 * the target holds as {@code *.sig}, over {@link Checks#MESSAGE}, by the keys of {@code allowed_signers}.
 */
public final class SignatureTarget implements FuzzTarget {
    private static final String ENDING = ".sig";
    private final Map<String, byte[]> valid = new LinkedHashMap<>();
    private final AllowedSigners signers;

    /** Reads the valid ones. */
    public SignatureTarget() {
        for (Path file : Inputs.of(name())) {
            String called = String.valueOf(file.getFileName());
            if (called.endsWith(ENDING)) {
                valid.put(called, blob(text(Inputs.valid(name(), called))));
            }
        }
        if (!(AllowedSigners.read(text(Inputs.valid(name(), "allowed_signers")),
                ZoneOffset.UTC) instanceof AllowedSigners.Reading.Intact intact)) {
            throw new AssertionError("allowed_signers is not read");
        }
        signers = intact.signers();
    }

    @Override
    public String name() {
        return "signature";
    }

    @Override
    public void accept(byte[] input) {
        unlessValid(text(input));
        unlessValid(SoftwareKey.armor(input));
        valid.forEach((called, blob) -> {
            String armored = text(Inputs.valid(name(), called));
            Oracle.holds(isGenuine(armored), called + " is not genuine");
            unlessValid(text(Edits.apply(armored.getBytes(StandardCharsets.ISO_8859_1), input)));
            unlessValid(SoftwareKey.armor(Edits.apply(blob, input)));
        });
    }

    private void unlessValid(String armored) {
        if (isGenuine(armored)) {
            Oracle.holds(valid.values().stream().anyMatch(blob -> Arrays.equals(blob, blob(armored))),
                    "another signature than the valid ones is genuine: " + armored);
        }
    }

    private boolean isGenuine(String armored) {
        return switch (SignatureCheck.check(Checks.MESSAGE, armored, Checks.NAMESPACE, signers, RevokedKeys.none(),
                Checks.NOON)) {
            case SignatureCheck.Result.Genuine _ -> true;
            case SignatureCheck.Result.Rejected rejected -> {
                Oracle.holds(rejected.reason().endsWith("."), "a rejection is a sentence: " + rejected.reason());
                yield false;
            }
        };
    }

    private static byte[] blob(String armored) {
        try {
            return Armor.open(armored);
        } catch (MalformedException e) {
            throw new AssertionError("what cannot be read has to be a signature", e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

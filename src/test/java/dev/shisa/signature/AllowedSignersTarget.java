package dev.shisa.signature;

import dev.shisa.fuzz.Edits;
import dev.shisa.fuzz.FuzzTarget;
import dev.shisa.fuzz.Inputs;
import dev.shisa.fuzz.Oracle;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A file of allowed signers. The input is taken for it, and for changes of a valid file, which the folder of the target holds. */
public final class AllowedSignersTarget implements FuzzTarget {
    private static final List<ZoneId> ZONES = List.of(ZoneOffset.UTC, ZoneId.of("Asia/Tokyo"),
            ZoneId.of("America/New_York"));
    private final SoftwareKey key = SoftwareKey.ed25519();
    private final String signature = key.sign(Checks.MESSAGE, Checks.NAMESPACE);

    @Override
    public String name() {
        return "allowed-signers";
    }

    @Override
    public void accept(byte[] input) {
        byte[] valid = Inputs.valid(name(), "valid.txt");
        for (ZoneId zone : ZONES) {
            Oracle.holds(read(text(valid), zone).isPresent(), "valid.txt is not read");
            stands(text(input), zone);
            stands(text(Edits.apply(valid, input)), zone);
        }
    }

    private void stands(String text, ZoneId zone) {
        Optional<AllowedSigners> signers = read(text, zone);
        Oracle.holds(read(text + "\nmalformed", zone).isEmpty(), "a file with a malformed line is read");
        if (signers.isEmpty()) {
            return;
        }
        SortedSet<String> principals = signers.get().principals();
        for (String principal : principals) {
            Oracle.holds(text.contains(principal), "somebody is named who does not stand there: " + principal);
            Oracle.holds(principal.codePoints().noneMatch(WireReader::isHidden), "a name cannot be seen");
        }
        Oracle.holds(!allows(signers.get()), "a key may sign that does not stand there");
        AllowedSigners more = read(text + "\nanne@sgu.example " + key.line() + "\n", zone)
                .orElseThrow(() -> new AssertionError("a line more, and nothing is understood"));
        SortedSet<String> all = new TreeSet<>(principals);
        all.add(Checks.ANNE);
        Oracle.same("each line says the same whatever the others say", all, more.principals());
        Oracle.holds(allows(more), "a key may not sign that stands there");
    }

    private boolean allows(AllowedSigners signers) {
        return SignatureCheck.check(Checks.MESSAGE, signature, Checks.NAMESPACE, signers, RevokedKeys.none(),
                Checks.NOON) instanceof SignatureCheck.Result.Genuine;
    }

    private static Optional<AllowedSigners> read(String text, ZoneId zone) {
        return switch (AllowedSigners.read(text, zone)) {
            case AllowedSigners.Reading.Intact intact -> Optional.of(intact.signers());
            case AllowedSigners.Reading.Malformed malformed -> {
                Oracle.holds(!malformed.mistakes().isEmpty(), "a refusal says why");
                yield Optional.empty();
            }
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

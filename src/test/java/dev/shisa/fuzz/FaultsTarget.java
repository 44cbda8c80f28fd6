package dev.shisa.fuzz;

import dev.shisa.sandbox.fault.Faults;
import dev.shisa.sandbox.fault.FaultsRefused;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file of faults for a sandbox tenant. */
final class FaultsTarget implements FuzzTarget {
    @Override
    public String name() {
        return "faults";
    }

    @Override
    public void accept(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        if (read(text).isPresent() && !text.isBlank()) {
            Oracle.holds(!YamlText.isAmbiguous(text), "what says two things is accepted");
        }
    }

    private static Optional<Faults> read(String text) {
        try {
            return Optional.of(Faults.parse(text));
        } catch (FaultsRefused e) {
            return Optional.empty();
        }
    }
}

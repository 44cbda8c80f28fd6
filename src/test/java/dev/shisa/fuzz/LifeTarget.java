package dev.shisa.fuzz;

import dev.shisa.sandbox.life.LifeSettings;
import dev.shisa.sandbox.life.LifeRefused;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file of how a sandbox tenant lives. */
final class LifeTarget implements FuzzTarget {
    @Override
    public String name() {
        return "life";
    }

    @Override
    public void accept(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        if (read(text).isPresent() && !text.isBlank()) {
            Oracle.holds(!YamlText.isAmbiguous(text), "what says two things is accepted");
        }
    }

    private static Optional<LifeSettings> read(String text) {
        try {
            return Optional.of(LifeSettings.parse(text));
        } catch (LifeRefused e) {
            return Optional.empty();
        }
    }
}

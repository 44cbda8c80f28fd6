package dev.shisa.cli;

import dev.shisa.diag.RefusedException;
import dev.shisa.fuzz.Scratch;
import dev.shisa.fuzz.YamlText;
import dev.shisa.yaml.YamlDocument;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The profiles of tenants. */
public final class ProfilesTarget extends YamlText {
    private final Scratch scratch = new Scratch();
    private final Profiles profiles = new Profiles(new Environment(
            Map.of("XDG_CONFIG_HOME", scratch.folder().toString(), "SHISA_READER_CLIENT_ID", "r",
                    "SHISA_READER_CLIENT_SECRET", "rs", "SHISA_WRITER_CLIENT_ID", "w", "SHISA_WRITER_CLIENT_SECRET",
                    "ws"),
            scratch.folder()));

    /** Profiles hold texts alone. */
    public ProfilesTarget() {
        super(YamlDocument.Plain.TEXTS);
    }

    @Override
    public String name() {
        return "tenants";
    }

    @Override
    protected Optional<?> read(byte[] bytes) throws IOException {
        scratch.file("shisa/tenants.yaml", bytes);
        try {
            Map<String, TenantChoice> choices = new TreeMap<>();
            for (String name : profiles.names()) {
                choices.put(name, profiles.choose(Optional.of(name)));
            }
            return Optional.of(choices);
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }
}

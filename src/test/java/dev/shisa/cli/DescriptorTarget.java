package dev.shisa.cli;

import dev.shisa.diag.RefusedException;
import dev.shisa.fuzz.FuzzTarget;
import dev.shisa.fuzz.Oracle;
import dev.shisa.fuzz.Scratch;
import dev.shisa.site.Site;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The descriptor of a sandbox tenant that is served on this machine. */
public final class DescriptorTarget implements FuzzTarget {
    private final Scratch scratch = new Scratch();
    private final Profiles profiles = new Profiles(
            new Environment(Map.of("XDG_STATE_HOME", scratch.folder().toString()), scratch.folder()));

    @Override
    public String name() {
        return "descriptor";
    }

    @Override
    public void accept(byte[] input) throws IOException {
        scratch.file("shisa/sandboxes/4711.json", input);
        try {
            TenantChoice choice = profiles.choose(Optional.of("https://127.0.0.1:4711"));
            Oracle.holds(Site.isSandbox(choice.tenantId(), choice.graph()), "a descriptor leads to a sandbox alone");
            Oracle.same("the same descriptor says the same", choice,
                    profiles.choose(Optional.of("https://127.0.0.1:4711")));
        } catch (RefusedException e) {
            Oracle.holds(!e.diagnostics().isEmpty(), "a refusal says why");
        }
    }
}

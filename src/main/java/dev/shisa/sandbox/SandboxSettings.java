package dev.shisa.sandbox;

import dev.shisa.sandbox.fault.Faults;
import dev.shisa.sandbox.life.LifeSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a sandbox tenant is to be served.
 *
 * @param port             of the loopback interface; 0: any free one
 * @param state            where changes, keys and credentials are kept; empty: they end with the process
 * @param plain            a plain-http port besides, on any free port
 * @param descriptorFolder where {@code PORT.json} and {@code PORT/ca.pem} go; may lack
 * @param life             what happens without being asked for; empty: nothing
 */
public record SandboxSettings(Seed seed, int port, Optional<Path> state, Faults faults, boolean plain, ClockMode clock,
        Path descriptorFolder, Optional<LifeSettings> life) {

    /** A tenant that ends with the process, on any free port, without faults, in real time. */
    public static SandboxSettings of(Seed seed, Path descriptorFolder) {
        return new SandboxSettings(seed, 0, Optional.empty(), Faults.none(), false, ClockMode.REAL, descriptorFolder,
                Optional.empty());
    }

    public SandboxSettings withPort(int wanted) {
        return new SandboxSettings(seed, wanted, state, faults, plain, clock, descriptorFolder, life);
    }

    public SandboxSettings withState(Path folder) {
        return new SandboxSettings(seed, port, Optional.of(folder), faults, plain, clock, descriptorFolder, life);
    }

    public SandboxSettings withFaults(Faults wanted) {
        return new SandboxSettings(seed, port, state, wanted, plain, clock, descriptorFolder, life);
    }

    public SandboxSettings withPlain() {
        return new SandboxSettings(seed, port, state, faults, true, clock, descriptorFolder, life);
    }

    public SandboxSettings withClock(ClockMode mode) {
        return new SandboxSettings(seed, port, state, faults, plain, mode, descriptorFolder, life);
    }

    public SandboxSettings withLife(LifeSettings wanted) {
        return new SandboxSettings(seed, port, state, faults, plain, clock, descriptorFolder, Optional.of(wanted));
    }
}

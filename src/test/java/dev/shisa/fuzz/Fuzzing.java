package dev.shisa.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the fuzzer calls: {@code bench/fuzz} says which target is meant. It needs no class of the fuzzer's. */
public final class Fuzzing {
    private static Optional<FuzzTarget> target = Optional.empty();

    private Fuzzing() {
    }

    /** Called once, with the name of the target. Classes are prepared when they are first used, which must not count as a hang. */
    public static void fuzzerInitialize(String[] arguments) throws IOException {
        target = FuzzTargets.all().stream().filter(one -> one.name().equals(arguments[0])).findFirst();
        for (Path kept : Inputs.of(arguments[0])) {
            fuzzerTestOneInput(Files.readAllBytes(kept));
        }
    }

    /** Called with each input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        target.orElseThrow(() -> new IllegalArgumentException("there is no such target")).accept(input);
    }

    /** Prints the names of all targets. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        FuzzTargets.all().forEach(one -> System.out.println(one.name()));
    }
}

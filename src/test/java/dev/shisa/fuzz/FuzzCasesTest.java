package dev.shisa.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every input that is kept goes through its target, and so do some that are near to it. */
class FuzzCasesTest {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int NEIGHBOURS = 20;

    @TestFactory
    Stream<DynamicNode> everyKeptInput() throws IOException {
        return FuzzTargets.all().stream()
                .map(target -> dynamicContainer(target.name(),
                        Inputs.of(target.name()).stream()
                                .map(file -> dynamicTest(String.valueOf(file.getFileName()),
                                        () -> replay(target, file)))));
    }

    private static void replay(FuzzTarget target, Path file) throws IOException {
        byte[] input = Files.readAllBytes(file);
        assertTimeoutPreemptively(LONGEST, () -> target.accept(input));
        Random random = new Random(20_120_401);
        for (int neighbour = 0; neighbour < NEIGHBOURS; neighbour++) {
            byte[] script = new byte[4 * (1 + random.nextInt(3))];
            random.nextBytes(script);
            byte[] near = Edits.apply(input, script);
            assertTimeoutPreemptively(LONGEST, () -> target.accept(near), "neighbour " + neighbour);
        }
    }

    @Test
    void everyTargetHasInputsAndEveryInputATarget() throws IOException {
        Set<String> names = new TreeSet<>();
        for (FuzzTarget target : FuzzTargets.all()) {
            assertFalse(Inputs.of(target.name()).isEmpty(), target.name());
            names.add(target.name());
        }
        try (Stream<Path> folders = Files.list(Inputs.FOLDER)) {
            assertEquals(names, folders.map(folder -> String.valueOf(folder.getFileName()))
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** A plan of which nothing is verified: both of its oracles must notice. */
    @Test
    void whatAcceptsEverythingIsNoticed() {
        byte[] first = {2, 0, 0, 1};
        for (FuzzTarget lax : List.of(new Lax(false), new Lax(true))) {
            assertThrows(AssertionError.class, () -> lax.accept(first));
        }
    }

    private static final class Lax extends SealedFile<String> {
        private final boolean sealedAlone;

        Lax(boolean sealedAlone) {
            this.sealedAlone = sealedAlone;
        }

        @Override
        public String name() {
            return "plan";
        }

        @Override
        protected Optional<String> read(byte[] bytes) {
            return sealedAlone && bytes.length < 10
                    ? Optional.empty()
                    : Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        }

        @Override
        protected byte[] write(String value) {
            return value.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}

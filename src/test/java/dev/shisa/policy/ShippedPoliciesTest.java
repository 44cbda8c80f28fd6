package dev.shisa.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedPoliciesTest {

    static PolicySet shipped() {
        return switch (PolicyLoader.load(List.of())) {
            case LoadedPolicies.Loaded loaded -> loaded.policies();
            case LoadedPolicies.Mistakes bad ->
                throw new AssertionError(bad.mistakes().stream().map(one -> one.render()).toList());
        };
    }

    @Test
    void everyCaseOfTheShippedPoliciesHoldsAndEveryPolicyIsTested() {
        assertEquals(List.of(), shipped().failures());
    }

    @Test
    void everyFileOfTheFolderIsShipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("policies"))) {
            assertEquals(PolicyLoader.SHIPPED, files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml")).map(name -> name.substring(0, name.length() - 5)).sorted()
                    .toList());
        }
    }
}

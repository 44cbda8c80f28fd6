package dev.shisa.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whoever writes a policy finds every variable, and every policy that ships. */
class DocumentedVariablesTest {

    @Test
    void everyVariableIsDescribedAsTheProgramMeansIt() throws IOException {
        String text = Files.readString(Path.of("docs", "policies.md"));
        for (Variable variable : Variable.all()) {
            assertTrue(
                    text.contains("| `" + variable.label() + "` | ")
                            && text.contains(" | " + variable.meaning() + " |"),
                    variable.label());
        }
    }

    @Test
    void everyShippedPolicyIsListed() throws IOException {
        String text = Files.readString(Path.of("policies", "README.md"));
        for (Policy policy : ShippedPoliciesTest.shipped().policies()) {
            assertTrue(text.contains("`" + policy.name() + "`"), policy.name());
        }
    }
}

package dev.shisa.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.diag.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site bundle is understood whole or refused whole. */
class SiteFileTest {
    @TempDir
    private Path folder;

    private Site read(String text) throws IOException, RefusedException {
        Files.writeString(folder.resolve("site.yaml"), text);
        return SiteFile.read(folder, Site.sandbox());
    }

    @Test
    void probesAreAddedToWhatIsBuiltIn() throws Exception {
        Site site = read("""
                probes:
                  - {name: sign-in, command: [/bin/try, "{account}"], on: untouched, timeout: PT20S}
                """);
        assertEquals(List.of(new Probe("sign-in", List.of("/bin/try", "{account}"), Probe.Subject.UNTOUCHED,
                Duration.ofSeconds(20))), site.probes());
        assertEquals(Site.sandbox().waits(), site.waits());
        assertEquals(List.of(), read("probes: []").probes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"prubes: []|prubes", "[]|not a map", "probes: 3|not a list",
            "probes: [{name: a, command: [x], on: both, timeout: PT1S}]|touched or untouched",
            "probes: [{name: a, command: x, on: touched, timeout: PT1S}]|list of words",
            "probes: [{name: a, command: [], on: touched, timeout: PT1S}]|list of words",
            "probes: [{name: a, command: [x], on: touched, timeout: soon}]|written like PT20S",
            "probes: [{name: a, command: [x], on: touched, timeout: PT0S}]|more than nothing",
            "probes: [{name: a, command: [x], on: touched, timeout: PT11M}]|at most",
            "probes: [{command: [x], on: touched, timeout: PT1S}]|name has to be a text",
            "probes: [{name: a, command: [x], on: touched, timeout: PT1S, mute: true}]|mute",
            "probes: [{name: a, command: [x], on: touched, timeout: PT1S}, {name: a, command: [x], on: touched, timeout: PT1S}]|twice",
            "probes: [|cannot be read"})
    void aMistakeRefusesTheWholeFile(String text, String found) {
        RefusedException refused = assertThrows(RefusedException.class, () -> read(text));
        String sentence = refused.diagnostics().getFirst().found().orElse("");
        assertTrue(sentence.contains(found), sentence);
    }

    @Test
    void aFileThatIsMissingIsNoEmptyFile() {
        assertThrows(RefusedException.class, () -> SiteFile.read(folder, Site.sandbox()));
    }

    @Test
    void noVariableAddsToAnotherTenantThanASandbox() throws Exception {
        Files.writeString(folder.resolve("site.yaml"), "probes: []");
        Site other = Site.of("another-tenant", URI.create("https://graph.microsoft.com/v1.0"));
        assertThrows(RefusedException.class, () -> SiteFile.read(folder, other));
    }
}

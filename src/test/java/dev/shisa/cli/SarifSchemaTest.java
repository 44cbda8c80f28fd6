package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What {@code shisa lint --format sarif} writes is SARIF 2.1.0, as its schema has it. */
class SarifSchemaTest {
    @TempDir
    private Path folder = Path.of("");

    private String sarif(int status, String... words) {
        List<String> line = new ArrayList<>(List.of("lint", "--format", "sarif"));
        line.addAll(List.of(words));
        return Shell.embedded(folder).raw(line).exits(status).out();
    }

    private static List<Error> mistakes(String sarif) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(
                Files.readString(Path.of("src/test/resources/sarif/sarif-schema-2.1.0.json")), InputFormat.JSON);
        return schema.validate(sarif, InputFormat.JSON);
    }

    @Test
    void everythingThatIsFoundInTheCorpusFitsTheSchema() throws IOException {
        String sarif = sarif(10, "src/test/resources/lint/corpus", "--lang", "en");
        assertTrue(JsonMapper.shared().readTree(sarif).path("runs").path(0).path("results").size() > 500);
        assertEquals(List.of(), mistakes(sarif));
    }

    @Test
    void soDoesItInJapanese() throws IOException {
        assertEquals(List.of(), mistakes(sarif(10, "src/test/resources/lint/corpus/accident", "--lang", "ja")));
    }

    @Test
    void nothingThatIsFoundAndAFileThatIsNotReadFitTheSchema() throws IOException {
        String clean = Files.writeString(folder.resolve("clean script #1.ps1"), "Get-Mailbox a@sgu.example\n")
                .toString();
        assertEquals(List.of(), mistakes(sarif(0, clean)));
        assertEquals(List.of(), mistakes(sarif(2, clean, folder.resolve("no such: file.ps1").toString())));
    }

    @Test
    void theSchemaIsHeld() throws IOException {
        String sarif = sarif(10, "src/test/resources/lint/corpus/accident");
        assertFalse(mistakes(sarif.replace("\"level\" : \"error\"", "\"level\" : \"fatal\"")).isEmpty());
        assertFalse(mistakes(sarif.replace("\"version\" : \"2.1.0\"", "\"version\" : \"2.0\"")).isEmpty());
    }
}

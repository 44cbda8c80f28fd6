package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** {@code shisa smoke}: what is green was rehearsed and came back, what the tenant does otherwise is red, what could not be tried is neither. */
class SmokeTest extends Scene {
    private static List<String> names(Result result, String outcome) {
        return result.lines("check").stream().filter(check -> check.path("result").asString().equals(outcome))
                .map(check -> check.path("command").asString()).toList();
    }

    private static Element suite(Path file) throws Exception {
        return (Element) DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile())
                .getElementsByTagName("testsuite").item(0);
    }

    @Test
    void everyCommandIsToldOfAndTheTenantIsAsBefore() throws Exception {
        serve("small");
        SortedMap<String, JsonNode> before = tenant().accounts();
        Path junit = folder.resolve("smoke.xml");
        Path summary = folder.resolve("smoke.md");
        Result result = shell().json("smoke", "--junit", junit.toString(), "--summary", summary.toString()).exits(0);
        assertEquals("completed", result.text("status"));
        result.holds(names(result, "red").isEmpty(), "nothing is red");
        result.holds(names(result, "green").containsAll(
                List.of("mailbox remove", "mailbox restore", "user delete", "user restore", "user disable",
                        "user enable", "license remove", "license assign")),
                "each command that can be taken back is green");
        assertTrue(names(result, "skipped").contains("user purge"), "what cannot be taken back is not tried");
        assertEquals(List.of(), SandboxTenant.changed(before, tenant().accounts()));
        List<String> written = tenant().applied(0).stream().map(request -> request.path("account").asString())
                .distinct().map(id -> SandboxTenant.in(before, id).path("userPrincipalName").asString()).toList();
        assertTrue(written.stream().allMatch(name -> name.startsWith("rehearsal-")), "written: " + written);

        Element suite = suite(junit);
        assertEquals(result.lines("check").size(), suite.getElementsByTagName("testcase").getLength());
        assertEquals(names(result, "skipped").size(), suite.getElementsByTagName("skipped").getLength());
        assertEquals(0, suite.getElementsByTagName("failure").getLength());
        assertTrue(Files.readString(summary).contains("| green | `mailbox remove --keep-identity` | rehearsal-"));
    }

    /** Every kind: {@code bench/smoke-misbehaviours}. Some are only certain after a minute of waiting. */
    @ParameterizedTest
    @ValueSource(strings = {"identity-lost", "address-lost", "other-account-hit"})
    void whatTheTenantDoesOtherwiseIsRed(String kind) throws Exception {
        serve("small");
        tenant().faults("[{\"misbehave\":\"" + kind + "\",\"from\":1}]");
        Path junit = folder.resolve("smoke.xml");
        Result result = shell().json("smoke", "--junit", junit.toString()).exits(14);
        assertEquals("failed", result.text("status"));
        result.holds(!names(result, "red").isEmpty(), "something is red");
        result.holds(result.number("write_calls") > 0, "the tenant was written, so it is not red for another reason");
        Element suite = suite(junit);
        assertEquals(names(result, "red").size(), suite.getElementsByTagName("failure").getLength());
    }

    @Test
    void aFileThatCannotBeWrittenIsFoundBeforeAnythingIs() {
        serve("small");
        shell().json("smoke", "--junit", folder.resolve("nowhere").resolve("smoke.xml").toString()).exits(2);
        assertEquals(List.of(), tenant().writes(0));
    }

    @Test
    void theFileOfACheckThatDidNotEndIsNotTheGoodOneBeforeIt() throws Exception {
        serve("small");
        Path junit = folder.resolve("smoke.xml");
        Files.writeString(junit, "<testsuite tests='1'/>");
        shell().json("halt", "--all", "--reason", "a test").exits(0);
        shell().json("smoke", "--junit", junit.toString()).exits(11);
        assertEquals(1, suite(junit).getElementsByTagName("error").getLength());
        assertEquals(List.of(), tenant().writes(0));
    }

    @Test
    void itIsSaidInJapanese() throws IOException {
        serve("small");
        Path summary = folder.resolve("smoke.md");
        shell().run("smoke", "--lang", "ja", "--summary", summary.toString()).exits(0).shows("成功", "未実施");
        assertTrue(Files.readString(summary).contains("| 成功 |"));
    }
}

package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The packaged program in processes of their own: one serves the tenant, others work on it through the SDK. */
class SeparateProcessIT {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatWasStarted() {
        started.forEach(Process::destroyForcibly);
    }

    private Process start(List<String> words) throws IOException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp",
                Path.of("target", "shisa.jar") + java.io.File.pathSeparator + Path.of("target", "lib", "*"),
                "dev.shisa.cli.Main"));
        line.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(folder.resolve("talk.txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SHISA_") || name.startsWith("XDG_"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_STATE_HOME", Shell.stateHome(folder).toString());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String serve(List<String> words) throws IOException {
        List<String> line = new ArrayList<>(List.of("sandbox", "serve", "--seed", "small"));
        line.addAll(words);
        BufferedReader out = start(line).inputReader(StandardCharsets.UTF_8);
        String ready = out.readLine();
        assertTrue(ready != null && ready.contains("\"ready\""), "the ready line: " + ready);
        return ready;
    }

    private Result shisa(SandboxTenant tenant, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--tenant", tenant.address(), "--store", folder.resolve("store").toString(), "-o", "json"));
        Process process = start(line);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it ends");
        Result result = new Result(line, process.exitValue(), out, Files.readString(folder.resolve("talk.txt")));
        OutputContract.holdJson(result);
        OutputContract.holdSilence(result, tenant.secrets());
        return result;
    }

    @Test
    void oneProcessServesAndAnotherWorks() throws IOException, InterruptedException {
        try (SandboxTenant tenant = SandboxTenant.at(serve(List.of()))) {
            SortedMap<String, JsonNode> before = tenant.accounts();
            Result plan = shisa(tenant, "mailbox", "remove", "person1@contoso.example", "person2@contoso.example",
                    "--keep-identity").exits(0);
            assertEquals(List.of(), tenant.writes(0));
            Result run = shisa(tenant, "apply", plan.text("plan"), "--confirm", plan.text("confirm"), "--accept-loss",
                    "licences,mailbox").exits(0);
            assertEquals(run.number("write_calls"), tenant.writes(0).size());
            assertEquals(4, tenant.applied(0).size());
            for (String local : List.of("person1", "person2")) {
                JsonNode user = tenant.graph("GET", "/users/" + tenant.account(local).path("id").asString()
                        + "?$select=id,userPrincipalName,accountEnabled", "");
                assertEquals("true", user.path("accountEnabled").asString());
                assertEquals("tombstone", tenant.account(local).path("mailbox").asString());
            }
            long seen = tenant.seen();
            Result undone = shisa(tenant, "undo", run.text("run"), "--execute", "--confirm", "2@contoso.example")
                    .exits(0);
            assertEquals(undone.number("write_calls"), tenant.writes(seen).size());
            assertEquals(List.of(), SandboxTenant.changed(before, tenant.accounts()));
        }
        Process server = started.getFirst();
        server.destroy();
        assertTrue(server.waitFor(5, TimeUnit.SECONDS), "it ends within five seconds");
    }

    @Test
    void whatWasDoneOutlivesTheDeathOfTheServer() throws IOException, InterruptedException {
        List<String> state = List.of("--state", folder.resolve("state").toString());
        String id;
        try (SandboxTenant tenant = SandboxTenant.at(serve(state))) {
            id = tenant.account("person1").path("id").asString();
            tenant.graph("DELETE", "/users/" + id, "");
        }
        assertTrue(started.getFirst().destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        try (SandboxTenant tenant = SandboxTenant.at(serve(state))) {
            assertEquals("soft-deleted", SandboxTenant.in(tenant.accounts(), id).path("identity").asString());
        }
    }
}

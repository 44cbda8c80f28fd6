package dev.shisa.bypass;

import dev.shisa.cli.Main;
import dev.shisa.cli.SandboxTenant;
import dev.shisa.sandbox.SandboxRefused;
import dev.shisa.sandbox.SandboxServer;
import dev.shisa.sandbox.SandboxSettings;
import dev.shisa.sandbox.Seed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A served tenant and a store in which things were done before anybody tries a way past a guard. */
final class Stage implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final SandboxServer server;
    private final SandboxTenant tenant;

    private Stage(Path folder, SandboxServer server) {
        this.folder = folder;
        this.server = server;
        this.tenant = SandboxTenant.at(server.descriptor().toJson());
    }

    /** Serves a tenant. */
    static Stage in(Path folder) throws SandboxRefused {
        Path descriptors = folder.resolve("state-home").resolve("shisa").resolve("sandboxes");
        return new Stage(folder, SandboxServer.start(SandboxSettings.of(Seed.parse("small"), descriptors)));
    }

    SandboxTenant tenant() {
        return tenant;
    }

    /** Where the descriptor of the tenant lies. */
    Path stateHome() {
        return folder.resolve("state-home");
    }

    /** The descriptor of the tenant. */
    Path descriptor() {
        return stateHome().resolve("shisa").resolve("sandboxes").resolve(port() + ".json");
    }

    /** The port at which the tenant is served. */
    String port() {
        return tenant.address().replaceFirst(".*:", "");
    }

    /** A folder for what a table lays down beside the store. */
    Path folder() {
        return folder;
    }

    /** The store that every attempt gets a copy of. */
    Path store() {
        return folder.resolve("store");
    }

    /** Types a line in this process, in the store that every attempt gets a copy of, and returns its last word. */
    JsonNode done(int code, String... words) {
        return done(Map.of(), code, words);
    }

    /** The same with some more variables. */
    JsonNode done(Map<String, String> variables, int code, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--tenant", tenant.address(), "--store", store().toString(), "-o", "json"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> environment = new TreeMap<>(variables);
        environment.putAll(Map.of("HOME", folder.toString(), "XDG_STATE_HOME", stateHome().toString()));
        int ended = Main.run(line.toArray(String[]::new), environment,
                folder.resolve("machine"), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(PrintStream.nullOutputStream()));
        String said = out.toString(StandardCharsets.UTF_8);
        if (ended != code) {
            throw new AssertionError(line + " ended with " + ended + "\n" + said);
        }
        return JSON.readTree(said.lines().toList().getLast());
    }

    /** The name of a plan that takes one mailbox. */
    String planned(String local) {
        return done(0, "mailbox", "remove", local + "@contoso.example", "--keep-identity").path("plan").asString();
    }

    /** The name of a run that took one mailbox; the first one is rehearsed. */
    String removed(String local) {
        return done(0, Attempt.removing(local + "@contoso.example")).path("run").asString();
    }

    void copyStore(Path to) throws IOException {
        if (Files.notExists(store())) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> walk = Files.walk(store())) {
            entries = walk.toList();
        }
        for (Path entry : entries) {
            Files.copy(entry, to.resolve(store().relativize(entry).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @Override
    public void close() {
        tenant.close();
        server.close();
    }
}

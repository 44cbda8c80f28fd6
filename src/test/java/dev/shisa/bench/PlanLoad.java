package dev.shisa.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What planning for a good part of a large tenant takes in a process with little memory, beside a snapshot of that tenant, which every such
 * plan begins with. The tenant is served by another process. It fails when the plan is not one of so many targets.
 */
final class PlanLoad {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** In synthetic tenants whoever has this licence alone is in the cloud. */
    private static final String LICENCE = "\"licences\":[\"6fd2c87f-b296-42f0-b197-1e91e994b900\"]";
    private static final Pattern NAME = Pattern.compile("\"userPrincipalName\":\"(user\\d+@[^\"]+)\"");

    private PlanLoad() {
    }

    /**
     * Measures.
     *
     * @param arguments {@code --accounts} (1,000,000), {@code --targets} (100,000), {@code --heap} (512m),
     *            {@code --tenant-heap} (1g) and {@code --runs} (3); with {@code --carry-out} the targets are planned and changed in one go at the
     *            end, and the report of it is written
     */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.read(arguments, Set.of("accounts", "targets", "heap", "tenant-heap", "runs"),
                Set.of("carry-out"));
        int targets = settings.number("targets", 100_000);
        String memory = "-Xmx" + settings.text("heap").orElse("512m");
        Measured measured = new Measured();
        try (BenchTenant tenant = BenchTenant.spawn("synthetic:" + settings.number("accounts", 1_000_000),
                List.of("-Xmx" + settings.text("tenant-heap").orElse("1g")))) {
            Path list = tenant.terminal().listed(names(tenant, targets));
            for (int run = 1; run <= settings.number("runs", 3); run++) {
                measured.note("snapshot", took(tenant, memory, "completed", "snapshot", "take"));
                measured.note("plan", took(tenant, memory, "planned", "mailbox", "remove", "--from", list.toString(),
                        "--keep-identity", "--expect-count", String.valueOf(targets)));
            }
            if (settings.has("carry-out")) {
                carryOut(tenant, memory, list, targets, measured);
            }
            try (Stream<Path> plans = Files.list(tenant.folder().resolve("store").resolve("plans"))) {
                Path plan = plans.findFirst().orElseThrow();
                int kept = JSON.readTree(Files.readAllBytes(plan)).path("targets").size();
                System.out.printf(Locale.ROOT, "%d targets in a plan file of %d bytes%n", kept, Files.size(plan));
            }
        }
        measured.show();
        System.out.printf(Locale.ROOT, "with %s a plan of %d targets takes %.2f times as long as a snapshot%n", memory,
                targets, measured.ratio("plan", "snapshot"));
    }

    private static void carryOut(BenchTenant tenant, String memory, Path list, int targets, Measured measured)
            throws IOException {
        long start = System.nanoTime();
        JsonNode result = ended(tenant, memory, "completed", "mailbox", "remove", "--from", list.toString(),
                "--keep-identity", "--execute", "--confirm", targets + "@contoso.example", "--accept-loss",
                "licences,mailbox");
        measured.note("run", (System.nanoTime() - start) / 1_000_000);
        System.out.println("run: " + result);
    }

    private static long took(BenchTenant tenant, String memory, String status, String... words) throws IOException {
        long start = System.nanoTime();
        ended(tenant, memory, status, words);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static JsonNode ended(BenchTenant tenant, String memory, String status, String... words)
            throws IOException {
        List<String> line = new ArrayList<>(List.of("-cp", "target/classes:target/lib/*", "dev.shisa.cli.Main"));
        line.addAll(tenant.terminal().line(List.of(words)));
        JsonNode last = JSON.readTree(Child.lastLine(memory, line, tenant.folder()));
        if (!last.path("status").asString("").equals(status)) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + last);
        }
        return last;
    }

    private static List<String> names(BenchTenant tenant, int wanted) throws IOException, InterruptedException {
        JsonNode plain = tenant.descriptor().path("plain");
        URI accounts = URI.create(plain.asString().replace("/v1.0", "/sandbox/accounts"));
        List<String> names = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> lines = client
                        .send(HttpRequest.newBuilder(accounts).build(), HttpResponse.BodyHandlers.ofLines()).body()) {
            lines.filter(line -> line.contains(LICENCE) && line.contains("\"enabled\":true"))
                    .map(NAME::matcher).filter(Matcher::find).limit(wanted).forEach(name -> names.add(name.group(1)));
        }
        if (names.size() < wanted) {
            throw new IllegalStateException("only " + names.size() + " accounts can be targets");
        }
        return names;
    }
}

package dev.shisa.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast the sandbox tenant serves the list of all its users: beside the JDK's own file server with the very same pages as files, each in a
 * process of its own, asked by the same client over plain http, one after the other. Also how long the tenant takes until it is ready, and what
 * it holds in its gigabyte.
 */
final class SandboxSpeed {
    private static final String SELECT = "id,userPrincipalName,mail,proxyAddresses,accountEnabled,userType,onPremisesSyncEnabled,"
            + "isManagementRestricted,assignedLicenses,licenseAssignmentStates,lastPasswordChangeDateTime,displayName,givenName,surname,"
            + "department,jobTitle,companyName,employeeId,officeLocation,mobilePhone,businessPhones,preferredLanguage,usageLocation,otherMails";
    private static final String FIRST = "/v1.0/users?$count=true&$top=999&$select=" + SELECT;
    private static final Pattern NEXT = Pattern.compile("\"@odata.nextLink\":\"https?://[^/]+([^\"]+)\"");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    /** A tenant has two million accounts at most. */
    private static final int MOST_PAGES = 2_100;
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SandboxSpeed() {
    }

    /**
     * Measures.
     *
     * @param arguments {@code --accounts} (1,000,000) and {@code --runs} (3) of each server
     */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.read(arguments, Set.of("accounts", "runs"), Set.of());
        int accounts = settings.number("accounts", 1_000_000);
        int runs = Math.max(1, settings.number("runs", 3));
        Path folder = Files.createTempDirectory("sandbox-speed");
        List<Process> started = new ArrayList<>();
        try {
            measure(folder, accounts, runs, started);
        } finally {
            started.forEach(Process::destroy);
            for (Process process : started) {
                process.waitFor();
            }
            remove(folder);
        }
    }

    private static void measure(Path folder, int accounts, int runs, List<Process> started) throws Exception {
        long start = System.nanoTime();
        Process sandbox = tenant(folder, accounts);
        started.add(sandbox);
        JsonNode ready = JSON.readTree(firstLine(sandbox, "{"));
        System.out.printf(Locale.ROOT, "synthetic:%d with -Xmx1g: ready after %.1f s%n", accounts, seconds(start));
        System.out.printf(Locale.ROOT, "heap in use after the start: %d MB%n", heap(sandbox));
        URI tenant = URI.create(ready.path("plain").asString());
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token(tenant, ready), "ConsistencyLevel",
                "eventual");
        Path pages = Files.createDirectory(folder.resolve("pages"));
        List<String> links = walk(tenant, headers, pages);
        Process server = fileServer(pages);
        started.add(server);
        Matcher address = ADDRESS.matcher(firstLine(server, "URL "));
        if (!address.find()) {
            throw new IOException("the file server does not tell its address");
        }
        URI files = URI.create(address.group());
        List<String> names = new ArrayList<>();
        for (int page = 0; page < links.size(); page++) {
            names.add("/" + page);
        }
        long bytes = drain(files, Map.of(), names).bytes();
        System.out.printf(Locale.ROOT, "%d pages, %.0f MB%n", links.size(), bytes / 1e6);
        List<Double> ofFiles = new ArrayList<>();
        List<Double> ofTenant = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            ofFiles.add(told("file server", run, drain(files, Map.of(), names), bytes, names.size()));
            ofTenant.add(told("sandbox", run, drain(tenant, headers, links), bytes, names.size()));
        }
        System.out.printf(Locale.ROOT, "heap in use after %d listings: %d MB%n", runs + 1, heap(sandbox));
        System.out.printf(Locale.ROOT,
                "sandbox-speed: the sandbox takes %.2f times as long as a plain file server (median of %d)%n",
                median(ofTenant) / median(ofFiles), runs);
    }

    /** What a listing took. */
    private record Listing(double seconds, long bytes) {
    }

    private static double told(String who, int run, Listing listing, long expected, int pages) {
        if (listing.bytes() != expected) {
            throw new IllegalStateException(who + " sent " + listing.bytes() + " bytes, not " + expected);
        }
        System.out.printf(Locale.ROOT, "%-11s run %d: %.2f s, %.0f pages/s, %.0f MB/s%n", who, run, listing.seconds(),
                pages / listing.seconds(), expected / 1e6 / listing.seconds());
        return listing.seconds();
    }

    private static Listing drain(URI server, Map<String, String> headers, List<String> paths) throws IOException {
        long start = System.nanoTime();
        long bytes = 0;
        try (Drain drain = new Drain(server, headers)) {
            for (String path : paths) {
                bytes += drain.get(path);
            }
        }
        return new Listing(seconds(start), bytes);
    }

    /** Goes through the listing once, keeps each page as a file and returns the paths by which they can be asked for again. */
    private static List<String> walk(URI tenant, Map<String, String> headers, Path pages) throws Exception {
        List<String> links = new ArrayList<>();
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            String next = FIRST;
            while (!next.isEmpty() && links.size() < MOST_PAGES) {
                Path file = pages.resolve(Integer.toString(links.size()));
                HttpRequest.Builder request = HttpRequest
                        .newBuilder(URI.create("http://" + tenant.getAuthority() + next));
                headers.forEach(request::header);
                int status = http.send(request.build(), HttpResponse.BodyHandlers.ofFile(file)).statusCode();
                if (status != 200) {
                    throw new IOException(next + " was answered with " + status);
                }
                links.add(next);
                Matcher link = NEXT.matcher(beginning(file));
                next = link.find() ? link.group(1) : "";
            }
        }
        return links;
    }

    /** Enough of a page to hold the link to the next one. */
    private static String beginning(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(8_192), StandardCharsets.UTF_8);
        }
    }

    private static Process tenant(Path folder, int accounts) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(JAVA, "-Xmx1g", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp", "target/classes:target/lib/*", "dev.shisa.cli.Main",
                "sandbox", "serve", "--seed", "synthetic:" + accounts, "--plain");
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static Process fileServer(Path pages) throws IOException {
        return new ProcessBuilder(JAVA, "-Xmx1g", "-Dsun.net.httpserver.nodelay=true", "-m", "jdk.httpserver", "-b",
                "127.0.0.1", "-p", "0", "-d",
                pages.toString(), "-o", "none").redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String firstLine(Process process, String beginning) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new IOException("a server ended before it was ready");
    }

    private static String token(URI tenant, JsonNode ready) throws Exception {
        String form = "grant_type=client_credentials&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&client_id="
                + ready.path("client_id").asString() + "&client_secret=" + ready.path("client_secret").asString();
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest
                    .newBuilder(URI.create("http://" + tenant.getAuthority() + "/" + ready.path("tenant_id").asString()
                            + "/oauth2/v2.0/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)).build();
            return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body()).path("access_token")
                    .asString();
        }
    }

    /** Megabytes that are in use after a collection. */
    private static long heap(Process process) throws IOException, InterruptedException {
        command(process, "GC.run");
        Matcher used = USED.matcher(command(process, "GC.heap_info"));
        if (!used.find()) {
            throw new IOException("the heap of a server cannot be read");
        }
        return Long.parseLong(used.group(1)) / 1_000;
    }

    private static String command(Process process, String command) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()), command).redirectErrorStream(true).start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return answer;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package dev.shisa.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures what a snapshot of a large tenant takes, in a process with little memory, beside draining and tokenising the same pages and beside the
 * page iterator of Microsoft's SDK. The tenant is served by another process. Times are of whole processes but for their start.
 */
final class InventoryLoad {
    private static final String MEMORY = "-Xmx256m";
    /** What the client asks of each account. */
    private static final String SELECT = "id,userPrincipalName,mail,proxyAddresses,accountEnabled,userType,onPremisesSyncEnabled,"
            + "isManagementRestricted,assignedLicenses,licenseAssignmentStates,lastPasswordChangeDateTime,displayName,givenName,"
            + "surname,department,jobTitle,companyName,employeeId,officeLocation,mobilePhone,businessPhones,preferredLanguage,"
            + "usageLocation,otherMails";

    private InventoryLoad() {
    }

    /** Measures; the last line is the speed of the snapshot as a part of that of the tokens, and as a multiple of the iterator's. */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.read(arguments, Set.of("accounts", "runs"), Set.of());
        int accounts = settings.number("accounts", 1_000_000);
        int runs = settings.number("runs", 3);
        Map<String, List<Long>> times = new TreeMap<>();
        long start = System.nanoTime();
        try (BenchTenant tenant = BenchTenant.spawn("synthetic:" + accounts, List.of("-Xmx1g"))) {
            System.out.printf(Locale.ROOT, "%d accounts served after %d ms%n", accounts,
                    (System.nanoTime() - start) / 1_000_000);
            for (int run = 1; run <= runs; run++) {
                note(times, "tokens", listing("tokens", tenant, accounts));
                note(times, "iterator", listing("iterator", tenant, accounts));
                note(times, "snapshot", snapshot(tenant, accounts));
            }
        }
        times.forEach((what, all) -> System.out.printf(Locale.ROOT, "%s: least %d ms, median %d ms, most %d ms%n", what,
                Collections.min(all), median(all), Collections.max(all)));
        double snapshot = median(times.getOrDefault("snapshot", List.of()));
        System.out.printf(Locale.ROOT, "snapshot: %.2f of the speed of the tokens, %.2f times that of the iterator%n",
                median(times.getOrDefault("tokens", List.of())) / snapshot,
                median(times.getOrDefault("iterator", List.of())) / snapshot);
    }

    private static void note(Map<String, List<Long>> times, String what, long took) {
        System.out.printf(Locale.ROOT, "%s: %d ms%n", what, took);
        times.computeIfAbsent(what, _ -> new ArrayList<>()).add(took);
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static long listing(String how, BenchTenant tenant, int accounts) throws IOException {
        String graph = tenant.descriptor().path("graph").asString();
        List<String> line = List.of("-cp", "target/test-classes:target/classes:target/lib/*", "dev.shisa.bench.Listing",
                how, graph + "/users?$select=" + SELECT + "&$top=999&$count=true", tenant.token(),
                tenant.descriptor().path("ca").asString());
        String[] told = lastLine(line, tenant.folder()).split(" ", 2);
        if (Integer.parseInt(told[0]) != accounts) {
            throw new IllegalStateException(how + " found " + told[0] + " of " + accounts + " accounts");
        }
        return Long.parseLong(told[1]);
    }

    private static long snapshot(BenchTenant tenant, int accounts) throws IOException {
        List<String> line = new ArrayList<>(List.of("-cp", "target/classes:target/lib/*", "dev.shisa.cli.Main"));
        line.addAll(tenant.terminal().line(List.of("snapshot", "take")));
        long start = System.nanoTime();
        String last = lastLine(line, tenant.folder());
        long took = (System.nanoTime() - start) / 1_000_000;
        if (!last.contains("\"status\":\"completed\"")) {
            throw new IllegalStateException("no snapshot of " + accounts + " accounts: " + last);
        }
        return took;
    }

    private static String lastLine(List<String> words, Path home) throws IOException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        line.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
        Process process = builder.start();
        String last = "";
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String said = out.readLine(); said != null; said = out.readLine()) {
                last = said;
            }
        }
        return last;
    }
}

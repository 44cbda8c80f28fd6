package dev.shisa.bench;

import dev.shisa.tenant.Waiter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Measures what a snapshot of a large tenant takes, in a process with little memory, beside draining and tokenising the same pages and beside the
 * page iterator of Microsoft's SDK. The tenant is served by another process, on request with every page later than it would be. The two listings are
 * timed without their start, the snapshot from the command line to its end.
 */
final class InventoryLoad {
    /** What the client asks of each account. */
    private static final String SELECT = "id,userPrincipalName,mail,proxyAddresses,accountEnabled,userType,onPremisesSyncEnabled,"
            + "isManagementRestricted,assignedLicenses,licenseAssignmentStates,lastPasswordChangeDateTime,displayName,givenName,"
            + "surname,department,jobTitle,companyName,employeeId,officeLocation,mobilePhone,businessPhones,preferredLanguage,"
            + "usageLocation,otherMails";

    private InventoryLoad() {
    }

    /** Measures; the last line is the speed of the snapshot as a part of that of the tokens, and as a multiple of the iterator's. */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.read(arguments, Set.of("accounts", "runs", "delay"), Set.of());
        int accounts = settings.number("accounts", 1_000_000);
        int runs = settings.number("runs", 3);
        Measured measured = new Measured();
        long start = System.nanoTime();
        try (BenchTenant tenant = BenchTenant.spawn("synthetic:" + accounts, List.of("-Xmx1g"))) {
            System.out.printf(Locale.ROOT, "%d accounts served after %d ms%n", accounts,
                    (System.nanoTime() - start) / 1_000_000);
            settings.text("delay").ifPresent(delay -> slow(tenant, Integer.parseInt(delay)));
            Child.warm(tenant.folder(), Waiter.real());
            for (int run = 1; run <= runs; run++) {
                measured.note("tokens", listing("tokens", tenant, accounts));
                measured.note("iterator", listing("iterator", tenant, accounts));
                measured.note("snapshot", snapshot(tenant, accounts));
            }
        }
        measured.show();
        System.out.printf(Locale.ROOT, "snapshot: %.2f of the speed of the tokens, %.2f times that of the iterator%n",
                measured.ratio("tokens", "snapshot"), measured.ratio("iterator", "snapshot"));
    }

    private static void slow(BenchTenant tenant, int milliseconds) {
        tenant.faults("[{\"match\":{\"method\":\"GET\",\"path\":\"/users\"},\"effect\":{\"delay\":\"PT"
                + milliseconds / 1000.0 + "S\"}}]").ifPresent(sentence -> {
                    throw new IllegalStateException(sentence);
                });
    }

    private static long listing(String how, BenchTenant tenant, int accounts) throws IOException {
        String graph = tenant.descriptor().path("graph").asString();
        List<String> line = List.of("-cp", "target/test-classes:target/classes:target/lib/*", "dev.shisa.bench.Listing",
                how, graph + "/users?$select=" + SELECT + "&$top=999&$count=true", tenant.token(),
                tenant.descriptor().path("ca").asString());
        String[] told = Child.lastLine(line, tenant.folder()).split(" ", 2);
        if (Integer.parseInt(told[0]) != accounts) {
            throw new IllegalStateException(how + " found " + told[0] + " of " + accounts + " accounts");
        }
        return Long.parseLong(told[1]);
    }

    private static long snapshot(BenchTenant tenant, int accounts) throws IOException {
        long start = System.nanoTime();
        String last = Child.launched(tenant.terminal().line(List.of("snapshot", "take")), tenant.folder());
        long took = (System.nanoTime() - start) / 1_000_000;
        if (!last.contains("\"status\":\"completed\"")) {
            throw new IllegalStateException("no snapshot of " + accounts + " accounts: " + last);
        }
        return took;
    }
}

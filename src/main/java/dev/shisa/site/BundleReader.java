package dev.shisa.site;

import dev.shisa.yaml.Findings;
import dev.shisa.yaml.SchemaCheck;
import dev.shisa.yaml.YamlDocument;
import dev.shisa.yaml.YamlFile;
import dev.shisa.tenant.Quota;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Reads a site bundle: all of it or nothing, and all mistakes at once.
 *
 * <pre>
 * format_version: "1.0"
 * tenants:
 *   - tenant_id: 11111111-2222-4333-8444-555555555555
 *     kind: production                # test: a real tenant in which nobody works
 *     store: /srv/shisa               # any other store is refused for this tenant
 *     rehearsal: ["rehearsal-*@contoso.example"]
 *     sentinels: ["sentinel-*@contoso.example"]
 *     break_glass: ["breakglass-*@contoso.example"]
 *     contacts: ["help desk, help@contoso.example"]
 *     limits: {targets: 500, targets_percent: 5, day: 1000, day_percent: 10, growth: 10,
 *              exposure: 100, exposure_percent: 1, concurrency: 4, writes_per_second: 5}
 *     policies: policies              # a folder beside this file; adds to what came with the program
 *     allowed_signers: allowed_signers
 *     revoked_signers: revoked_signers
 *     waivers: waivers
 *     reviews: reviews
 *     anchor: [logger, "shisa audit head {head}"]
 *     operators: {alice: [alice@contoso.example]}
 *     protected_groups: [11111111-2222-4333-8444-666666666666]
 *     freezes:
 *       - {name: entrance examinations, zone: Asia/Tokyo, from: "2027-01-15T00:00", to: "2027-01-18T00:00"}
 *     begin: {zone: Asia/Tokyo, days: [mon, tue, wed, thu], from: "09:00", to: "16:00"}
 *     contact_hours: {zone: Asia/Tokyo, days: [mon, tue, wed, thu, fri], from: "09:00", to: "17:00"}
 *     waits: {within: PT60M, reread: PT30S, audit: PT15M}
 *     probes:
 *       - {name: sign-in, command: [sign-in, "{account}"], on: untouched, timeout: PT20S}
 * </pre>
 *
 * What an entry leaves out is as for a tenant that no bundle names: nobody is listed, and the built-in limits and waits hold.
 */
public final class BundleReader {
    private static final Duration LONGEST_PROBE = Duration.ofMinutes(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private final Path folder;
    private final Findings findings;

    private BundleReader(Path folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** The bundle in that folder. One that cannot be read has that as its mistake. */
    public static Bundle read(Path folder) {
        YamlFile file = YamlFile.open(folder.resolve(Bundle.FILE), YamlDocument.Plain.NUMBERS);
        BundleReader reader = new BundleReader(folder, file.findings());
        Map<String, Site> sites = new TreeMap<>();
        file.document().ifPresent(document -> reader.read(document, sites));
        return file.findings().isEmpty()
                ? new Bundle.Intact(sites)
                : new Bundle.Mistakes(file.findings().sorted());
    }

    private void read(JsonNode document, Map<String, Site> sites) {
        SchemaCheck.check(document, findings, BundleReader.class, "site.schema.json");
        if (!findings.isEmpty()) {
            return;
        }
        int number = 0;
        for (JsonNode entry : document.path("tenants")) {
            String pointer = Findings.child("/tenants", number++);
            String id = entry.path("tenant_id").asString();
            if (sites.put(id, site(entry, pointer)) != null) {
                findings.at(Findings.child(pointer, "tenant_id"), "the tenant " + id + " stands here twice");
            }
        }
    }

    private Site site(JsonNode entry, String pointer) {
        TenantKind kind = TenantKind.valueOf(entry.path("kind").asString().toUpperCase(Locale.ROOT));
        boolean sandboxId = entry.path("tenant_id").asString().equals(Site.SANDBOX_TENANT);
        if (kind == TenantKind.SANDBOX && !sandboxId) {
            findings.at(Findings.child(pointer, "kind"), "no other tenant than the sandbox's own is a sandbox");
        }
        Site otherwise = kind == TenantKind.SANDBOX ? Site.sandbox() : Site.unnamed();
        JsonNode limits = entry.path("limits");
        List<String> contacts = new ArrayList<>();
        entry.path("contacts").forEach(contact -> contacts.add(contact.asString()));
        return new Site(kind, folder.resolve(Bundle.FILE).toString(), store(entry, pointer), contacts,
                listing(entry, "rehearsal", otherwise.rehearsal()), listing(entry, "sentinels", otherwise.sentinels()),
                listing(entry, "break_glass", otherwise.breakGlass()), probes(entry, pointer),
                waits(entry, pointer, otherwise.waits()),
                limits.path("exposure").asInt(otherwise.exposureAbsolute()),
                limits.path("exposure_percent").asInt(otherwise.exposurePercent()),
                limits.path("concurrency").asInt(otherwise.concurrency()),
                limits.path("writes_per_second").asDouble(otherwise.writesPerSecond()),
                limits.has("quota") ? Optional.of(quota(limits.path("quota"))) : otherwise.quota(),
                new GovernanceReader(folder, entry, pointer, findings).read());
    }

    private static Quota quota(JsonNode quota) {
        return new Quota(Math.max(1, quota.path("writes").asInt()),
                Duration.ofSeconds(Math.max(1, quota.path("seconds").asInt())));
    }

    private Optional<Path> store(JsonNode entry, String pointer) {
        if (entry.path("store").isMissingNode()) {
            return Optional.empty();
        }
        try {
            Path store = Path.of(entry.path("store").asString());
            if (store.isAbsolute()) {
                return Optional.of(store.normalize());
            }
        } catch (InvalidPathException e) {
            findings.at(Findings.child(pointer, "store"), "this is no path: " + e.getReason());
            return Optional.empty();
        }
        findings.at(Findings.child(pointer, "store"), "the path has to be absolute, else it would depend on who asks");
        return Optional.empty();
    }

    private static Listing listing(JsonNode entry, String key, Listing otherwise) {
        if (entry.path(key).isMissingNode()) {
            return otherwise;
        }
        List<String> names = new ArrayList<>();
        entry.path(key).forEach(name -> names.add(name.asString()));
        return new Listing(names);
    }

    private Waits waits(JsonNode entry, String pointer, Waits otherwise) {
        JsonNode waits = entry.path("waits");
        if (waits.isMissingNode()) {
            return otherwise;
        }
        String below = Findings.child(pointer, "waits");
        Duration within = span(waits, "within", below, LONGEST_WAIT);
        Duration reread = span(waits, "reread", below, LONGEST_WAIT);
        if (reread.compareTo(within) > 0) {
            findings.at(Findings.child(below, "reread"), "the distance of two looks is longer than the whole wait");
        }
        return new Waits(within, reread, span(waits, "audit", below, LONGEST_WAIT));
    }

    private List<Probe> probes(JsonNode entry, String pointer) {
        List<Probe> probes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : entry.path("probes")) {
            String place = Findings.child(Findings.child(pointer, "probes"), probes.size());
            String name = node.path("name").asString();
            if (!names.add(name)) {
                findings.at(Findings.child(place, "name"), "the probe " + name + " stands here twice");
            }
            List<String> command = new ArrayList<>();
            node.path("command").forEach(word -> command.add(word.asString()));
            probes.add(new Probe(name, command,
                    Probe.Subject.valueOf(node.path("on").asString().toUpperCase(Locale.ROOT)),
                    span(node, "timeout", place, LONGEST_PROBE)));
        }
        return probes;
    }

    /** A time of more than nothing; the longest one where it is not understood, beside a finding. */
    private Duration span(JsonNode node, String key, String pointer, Duration longest) {
        String text = node.path(key).asString();
        try {
            Duration span = Duration.parse(text);
            if (span.isPositive() && span.compareTo(longest) <= 0) {
                return span;
            }
            findings.at(Findings.child(pointer, key),
                    "a time here is more than nothing and at most " + longest + ", not " + text);
        } catch (DateTimeException e) {
            findings.at(Findings.child(pointer, key), "'" + text + "' is not a time such as PT20S or PT60M");
        }
        return longest;
    }
}

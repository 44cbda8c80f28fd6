package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * docs/file-formats.md tells every file of a store to the last member: those that are there after commands were carried out, and those that
 * the codecs can write beside them.
 */
final class FileFormatsTest {
    private static final Path PAGE = Path.of("docs", "file-formats.md");
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "shisa");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DRILL = Path.of("policies", "production-drill").toAbsolutePath().toString();

    /** What the headings of the page tell of, by where it lies in the store. A file that is not text has none. */
    private static final Map<Pattern, List<String>> KINDS = new LinkedHashMap<>();
    /** Objects whose members are reasons, shapes, states, and no words of a format. */
    private static final Set<String> FREE = Set.of("left_out", "parameters", "counts_by_shape", "counts", "states",
            "judgements");
    /** Of a request, by shape; of a change of the sandbox, by account and by field of the service. */
    private static final Set<String> FREE_IN_SOME = Set.of("Approval request/evidence", "Sandbox state/users");

    private static final Map<String, List<String>> CODECS = Map.ofEntries(Map.entry("plan/PlanFile", List.of("Plan")),
            Map.entry("evidence/EvidenceFile", List.of("Evidence")),
            Map.entry("approval/ApprovalRequestFile", List.of("Approval request")),
            Map.entry("journal/EntryCodec", List.of("Journal")),
            Map.entry("keepsake/KeepsakeCodec", List.of("Keepsake")),
            Map.entry("operation/RunSummary", List.of("Summary")), Map.entry("report/JsonReport", List.of("Report")),
            Map.entry("snapshot/ManifestCodec", List.of("Snapshot manifest")),
            Map.entry("account/ObservationLine", List.of("Snapshot accounts", "Observation")),
            Map.entry("account/ObservationCodec", List.of("Observation")),
            Map.entry("account/FacetValueCodec", List.of("Observation")),
            Map.entry("account/LicenceCodec", List.of("Observation")),
            Map.entry("audit/AuditCodec", List.of("Audit log")),
            Map.entry("operation/Halts", List.of("Halt")), Map.entry("store/SealedObject", List.of("Plan")),
            Map.entry("sandbox/SandboxDescriptor", List.of("Sandbox descriptor")),
            Map.entry("cli/EmbeddedSandbox", List.of("Settings of the embedded sandbox")),
            Map.entry("sandbox/state/Credentials", List.of("Sandbox state")),
            Map.entry("sandbox/state/ChangeCodec", List.of("Sandbox state")));
    private static final Pattern WRITTEN = Pattern
            .compile("(?:\\bput(?:Array|Object|Null)?|\\bset|\\bwrite\\w*|\\btexts"
                    + "|\\bpeople|\\bnode|\\btarget)\\(\\s*(?:node(?:\\.putArray\\(|,\\s*))?\"([a-z][a-z0-9_]*)\"");

    static {
        KINDS.put(Pattern.compile("plans/plan-[^/]+\\.json"), List.of("Plan"));
        KINDS.put(Pattern.compile("evidence/[0-9a-f]{64}\\.json"), List.of("Evidence"));
        KINDS.put(Pattern.compile("approvals/[0-9a-f]{64}\\.json"), List.of("Approval request"));
        KINDS.put(Pattern.compile("runs/run-[^/]+/journal\\.jsonl"), List.of("Journal", "Observation"));
        KINDS.put(Pattern.compile("runs/run-[^/]+/keepsake\\.jsonl"),
                List.of("Keepsake", "Observation", "What holds for all files"));
        KINDS.put(Pattern.compile("runs/run-[^/]+/summary\\.json"), List.of("Summary"));
        KINDS.put(Pattern.compile("runs/run-[^/]+/report\\.json"), List.of("Report"));
        KINDS.put(Pattern.compile("snapshots/snapshot-[^/]+/manifest\\.json"), List.of("Snapshot manifest"));
        KINDS.put(Pattern.compile("snapshots/snapshot-[^/]+/accounts\\.jsonl\\.zst"),
                List.of("Snapshot accounts", "Observation"));
        KINDS.put(Pattern.compile("audit\\.jsonl"), List.of("Audit log"));
        KINDS.put(Pattern.compile("halts/(?:all|run-[^/]+)\\.json"), List.of("Halt"));
        KINDS.put(Pattern.compile("sandbox/settings\\.json"), List.of("Settings of the embedded sandbox"));
        KINDS.put(Pattern.compile("sandbox/descriptor\\.json"), List.of("Sandbox descriptor"));
        KINDS.put(Pattern.compile("sandbox/state/(?:changes\\.jsonl|credentials\\.json)"), List.of("Sandbox state"));
        KINDS.put(Pattern.compile("runs/run-[^/]+/report\\.md|approvals/.+\\.sig|(?:.+/)?lock(?:\\.holder)?"
                + "|sandbox/state/\\w+\\.(?:key|pem)"), List.of());
    }

    @TempDir
    private Path home = Path.of("");

    @Test
    void everyMemberOfEveryFileIsTold() throws Exception {
        carryOut();
        Set<String> untold = new TreeSet<>();
        Set<Pattern> met = new TreeSet<>((one, other) -> one.pattern().compareTo(other.pattern()));
        for (Path file : files()) {
            String name = store().relativize(file).toString();
            Optional<Map.Entry<Pattern, List<String>>> kind = KINDS.entrySet().stream()
                    .filter(one -> one.getKey().matcher(name).matches()).findFirst();
            if (kind.isEmpty()) {
                untold.add(name + " is a file of which the page does not tell");
                continue;
            }
            met.add(kind.get().getKey());
            List<String> sections = kind.get().getValue();
            if (!sections.isEmpty()) {
                Set<String> told = told(sections);
                for (JsonNode object : objects(file)) {
                    members(object, sections.getFirst() + "/", "").stream().filter(member -> !told.contains(member))
                            .forEach(member -> untold.add(sections.getFirst() + " does not tell `" + member + "`"));
                }
            }
        }
        assertEquals(Set.of(), untold);
        assertEquals(KINDS.size(), met.size(), "of some kind there was no file");
    }

    @Test
    void whatTheCodecsWriteSometimesIsTold() throws IOException {
        Set<String> untold = new TreeSet<>();
        int found = 0;
        for (Map.Entry<String, List<String>> codec : CODECS.entrySet()) {
            Set<String> told = told(codec.getValue());
            Matcher member = WRITTEN.matcher(Files.readString(SOURCES.resolve(codec.getKey() + ".java")));
            while (member.find()) {
                found++;
                if (!told.contains(member.group(1))) {
                    untold.add(codec.getValue().getFirst() + " does not tell `" + member.group(1) + "` of "
                            + codec.getKey());
                }
            }
        }
        assertEquals(Set.of(), untold);
        assertTrue(found > 150, "only " + found + " members were found");
    }

    /** A run, its way back, a rehearsal, a halt, and a plan that waits for another person. */
    private void carryOut() throws IOException {
        Shell shell = Shell.embedded(home);
        shell.json("sandbox", "reset", "--seed", "small").exits(0);
        Result run = shell.json("mailbox", "remove", "person1@contoso.example", "--keep-identity", "--reason", "leaves",
                "--execute", "--confirm", "1@contoso.example", "--accept-loss", "licences,mailbox").exits(0);
        shell.next(shell.json("undo", run.text("run")).exits(0).text("next")).exits(0);
        shell.json("user", "disable", "--filter", "startsWith(userPrincipalName,'person')").exits(0);
        shell.json("halt", "--all", "--reason", "looking").exits(0);
        shell.json("halt", "--all", "--clear", "--reason", "looked").exits(0);
        Shell production = shell.with("SHISA_SITE", DRILL);
        String plan = production.json("user", "disable", "person2@contoso.example", "--execute", "--confirm",
                "1@contoso.example", "--accept-loss", "enabled").exits(16).text("plan");
        production.json("approve", plan).exits(0);
        shell.json("halt", run.text("run"), "--reason", "looking").exits(0);
    }

    private Path store() {
        return home.resolve("store");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(store())) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<JsonNode> objects(Path file) throws IOException {
        String name = file.toString();
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(name.endsWith(".zst") ? plain(bytes) : bytes, StandardCharsets.UTF_8);
        return name.contains(".jsonl")
                ? text.lines().map(line -> JSON.readTree(line.replaceFirst("\t[0-9a-f]+$", ""))).toList()
                : List.of(JSON.readTree(text));
    }

    /** The blocks of a snapshot's accounts, as the page tells how they lie. */
    private static byte[] plain(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        while (in.hasRemaining()) {
            assertEquals(0x184D2A50, in.getInt());
            assertEquals(8, in.getInt());
            byte[] compressed = new byte[in.getInt()];
            int length = in.getInt();
            in.get(compressed);
            byte[] block = new ZstdInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
            assertEquals(length, block.length);
            lines.write(block);
        }
        return lines.toByteArray();
    }

    private static Set<String> members(JsonNode node, String kind, String within) {
        Set<String> members = new TreeSet<>();
        boolean free = FREE.contains(within) || FREE_IN_SOME.contains(kind + within);
        node.properties().forEach(member -> {
            if (!free) {
                members.add(member.getKey());
                members.addAll(members(member.getValue(), kind, member.getKey()));
            }
        });
        if (node.isArray()) {
            node.forEach(item -> members.addAll(members(item, kind, within)));
        }
        return members;
    }

    /** What stands in backticks under these headings, or under every heading where it holds for all. */
    private static Set<String> told(List<String> sections) throws IOException {
        List<String> wanted = new ArrayList<>(sections);
        wanted.add("What holds for all files");
        Set<String> told = new TreeSet<>();
        for (String section : wanted) {
            String[] parts = ("\n" + Files.readString(PAGE)).split("\n## " + Pattern.quote(section) + "\n", 2);
            assertEquals(2, parts.length, PAGE + " has no section " + section);
            Matcher word = Pattern.compile("`([^`]+)`").matcher(parts[1].split("\n## ", 2)[0]);
            while (word.find()) {
                told.add(word.group(1));
            }
        }
        return told;
    }
}

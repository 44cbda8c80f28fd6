package dev.shisa.lint;

import dev.shisa.yaml.Findings;
import dev.shisa.yaml.SchemaCheck;
import dev.shisa.yaml.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/** Reads one table file: all of it or nothing, and all mistakes at once. Used once, by one thread. */
final class CmdletLoader {
    static final String SCHEMA = "cmdlets.schema.json";

    private final YamlFile file;
    private final Findings findings;
    private final boolean isChecked;
    private final Map<String, Cmdlet> read = new LinkedHashMap<>();
    private final Map<String, String> taken = new LinkedHashMap<>();

    private CmdletLoader(YamlFile file, boolean isChecked) {
        this.file = file;
        this.findings = file.findings();
        this.isChecked = isChecked;
    }

    CmdletLoader(YamlFile file) {
        this(file, false);
    }

    /** For the shipped file: a build holds it against the schema and the floor of effects, which a start need not do again. */
    static CmdletLoader ofChecked(YamlFile file) {
        return new CmdletLoader(file, true);
    }

    LoadedCmdlets load() {
        return load(Optional.empty());
    }

    LoadedCmdlets extend(CmdletTable shipped) {
        return load(Optional.of(shipped));
    }

    private LoadedCmdlets load(Optional<CmdletTable> shipped) {
        if (!isChecked) {
            file.document().ifPresent(document -> SchemaCheck.check(document, findings, CmdletLoader.class, SCHEMA));
        }
        file.document().ifPresent(document -> read(document, shipped));
        return findings.isEmpty()
                ? new LoadedCmdlets.Loaded(new CmdletTable(joined(shipped)))
                : new LoadedCmdlets.Mistakes(findings.sorted());
    }

    private List<Cmdlet> joined(Optional<CmdletTable> shipped) {
        List<Cmdlet> joined = new ArrayList<>();
        shipped.ifPresent(table -> table.cmdlets().stream()
                .filter(cmdlet -> !read.containsKey(Names.folded(cmdlet.name()))).forEach(joined::add));
        joined.addAll(read.values());
        return joined;
    }

    private void read(JsonNode document, Optional<CmdletTable> shipped) {
        // Above the bound the entries are not even looked at; the schema has said so.
        if (findings.isAt("") || findings.isAt("/cmdlets")) {
            return;
        }
        int number = 0;
        for (JsonNode entry : document.path("cmdlets")) {
            String pointer = Findings.child("/cmdlets", number++);
            if (entry.has("name") == entry.has("names")) {
                findings.at(pointer, "an entry has a name or names, and not both");
            }
            if (!findings.isTouched(pointer)) {
                SequencedMap<String, Cmdlet> cmdlets = new CmdletReader(entry, document.path("texts"), pointer,
                        findings).read();
                if (!isChecked) {
                    new CmdletCheck(cmdlets.firstEntry().getValue(), pointer, findings).check();
                }
                cmdlets.forEach((place, cmdlet) -> add(cmdlet, place, pointer, shipped));
            }
        }
    }

    private void add(Cmdlet cmdlet, String place, String pointer, Optional<CmdletTable> shipped) {
        take(cmdlet.name(), cmdlet.name(), place);
        int alias = 0;
        for (String name : cmdlet.aliases()) {
            take(name, cmdlet.name(), Findings.child(Findings.child(pointer, "aliases"), alias++));
        }
        shipped.ifPresent(table -> new ReplacementCheck(table, cmdlet, place, pointer, findings).check());
        read.putIfAbsent(Names.folded(cmdlet.name()), cmdlet);
    }

    private void take(String name, String owner, String place) {
        String other = taken.putIfAbsent(Names.folded(name), owner);
        if (other != null) {
            findings.at(place, "the name " + name + " stands here twice: it is already "
                    + (Names.folded(other).equals(Names.folded(name)) ? "an entry" : "an alias of " + other));
        }
    }
}

package dev.shisa.lint;

import dev.shisa.yaml.YamlDocument;
import dev.shisa.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of cmdlets. Immutable and safe for use by many threads. */
public final class CmdletTable {
    private final Map<String, Cmdlet> byName;
    private final List<Cmdlet> cmdlets;

    CmdletTable(Collection<Cmdlet> cmdlets) {
        this.cmdlets = List.copyOf(cmdlets);
        Map<String, Cmdlet> named = new LinkedHashMap<>();
        for (Cmdlet cmdlet : cmdlets) {
            named.put(cmdlet.name(), cmdlet);
            cmdlet.aliases().forEach(alias -> named.put(alias, cmdlet));
        }
        byName = Names.map(named);
    }

    /** The table that the program was shipped with. It is read once. */
    public static CmdletTable shipped() {
        return ShippedCmdlets.TABLE;
    }

    /** The table in that file alone. A file that cannot be read is a mistake, too. */
    public static LoadedCmdlets load(Path file) {
        return new CmdletLoader(YamlFile.open(file, YamlDocument.Plain.NUMBERS)).load();
    }

    /**
     * The table in that text alone.
     *
     * @param text the text of a table file
     * @param name what mistakes call it
     */
    public static LoadedCmdlets load(String text, String name) {
        return new CmdletLoader(read(text, name)).load();
    }

    /**
     * This table and the entries of that file. An entry of the file takes the place of one of the same name here only where it says at least as much
     * harm; otherwise it is a mistake.
     */
    public LoadedCmdlets with(Path file) {
        return new CmdletLoader(YamlFile.open(file, YamlDocument.Plain.NUMBERS)).extend(this);
    }

    /** This table and the entries of that text, like those of a file. */
    public LoadedCmdlets with(String text, String name) {
        return new CmdletLoader(read(text, name)).extend(this);
    }

    private static YamlFile read(String text, String name) {
        return YamlFile.read(text.getBytes(StandardCharsets.UTF_8), name, YamlDocument.Plain.NUMBERS);
    }

    /**
     * The cmdlet of that name.
     *
     * @param name its name or an alias that its module gives it, in any case, with or without the module before a backslash
     */
    public Optional<Cmdlet> find(String name) {
        return Optional.ofNullable(byName.get(name.substring(name.lastIndexOf('\\') + 1)));
    }

    /** Every cmdlet once, in the order of the files. */
    public List<Cmdlet> cmdlets() {
        return cmdlets;
    }
}

package dev.shisa.cli;

import dev.shisa.text.Text;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The environment variables of a process, read once. Only options that say where and how to look have a twin here; a variable that shisa does
 * not know refuses everything, because whoever set it meant something by it.
 *
 * @param variables name to value
 * @param machine the folder in which the owners of this machine lay down their site bundle
 */
record Environment(Map<String, String> variables, Path machine) {
    private static final Set<String> KNOWN = Set.of("SHISA_TENANT", "SHISA_STORE", "SHISA_OUTPUT", "SHISA_LANG",
            "SHISA_NO_INPUT",
            "SHISA_NO_COLOR", "SHISA_SITE", "SHISA_READER_CLIENT_ID", "SHISA_READER_CLIENT_SECRET",
            "SHISA_WRITER_CLIENT_ID",
            "SHISA_WRITER_CLIENT_SECRET");

    Environment {
        variables = Map.copyOf(variables);
    }

    /** The environment of this process. Where Windows keeps what belongs to the whole machine, a variable tells. */
    static Environment ofThisProcess() {
        Map<String, String> variables = System.getenv();
        String windows = variables.get("ProgramData");
        return new Environment(variables,
                File.separatorChar == '\\' && windows != null ? Path.of(windows, "shisa") : Path.of("/etc/shisa"));
    }

    /** A refusal for every variable of shisa's that it does not know. */
    List<Diagnostic> refusals() {
        return variables.keySet().stream().filter(name -> name.startsWith("SHISA_") && !KNOWN.contains(name)).sorted()
                .map(name -> Diagnostic
                        .refusal(ExitStatus.USAGE, Text.of("The environment variable {0} is not one of shisa's.", name))
                        .remedy(Text.of("Unset it. Known are: {0}.",
                                String.join(", ", KNOWN.stream().sorted().toList()))))
                .toList();
    }

    /** The value of a variable that is set and not blank. */
    Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** Whether a variable that switches something on is set to anything but nothing, 0 or false. */
    boolean isOn(String name) {
        return get(name).filter(value -> !value.equals("0") && !value.equalsIgnoreCase("false")).isPresent();
    }

    Path dataFolder() {
        return folder("XDG_DATA_HOME", "LOCALAPPDATA", ".local/share");
    }

    Path configurationFolder() {
        return folder("XDG_CONFIG_HOME", "APPDATA", ".config");
    }

    Path stateFolder() {
        return folder("XDG_STATE_HOME", "LOCALAPPDATA", ".local/state");
    }

    /** By the environment's own HOME: the Java runtime's idea of a home folder ignores it. */
    private Path folder(String variable, String windows, String belowHome) {
        Optional<Path> named = get(variable).or(() -> get("HOME").isPresent() ? Optional.empty() : get(windows))
                .map(Path::of);
        return named.orElseGet(() -> Path.of(get("HOME").or(() -> get("USERPROFILE")).orElse(".")).resolve(belowHome))
                .resolve("shisa");
    }
}

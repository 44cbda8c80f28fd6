package dev.shisa.cli;

import java.time.Duration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes: where to look and how to show it. None of them loosens a guard. */
final class GlobalOptions {
    private final Environment environment;

    @Option(names = "--tenant", scope = ScopeType.INHERIT, paramLabel = "NAME", description = "The tenant: a name of tenants.yaml, the address of a served sandbox, or sandbox for the embedded one.")
    private @Nullable String tenant;

    @Option(names = "--store", scope = ScopeType.INHERIT, paramLabel = "DIR", description = "Where plans, runs and evidence are kept.")
    private @Nullable Path store;

    @Option(names = "--catalog", scope = ScopeType.INHERIT, paramLabel = "FILE", description = "The command catalog; the built-in one if left out.")
    private @Nullable Path catalog;

    @Option(names = "--policies", scope = ScopeType.INHERIT, paramLabel = "DIR", description = "A folder of further policies; they add to those that hold and replace none.")
    private @Nullable Path policies;

    @Option(names = {"-o",
            "--output"}, scope = ScopeType.INHERIT, paramLabel = "FORMAT", description = "human or json.")
    private @Nullable String output;

    @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "LANGUAGE", description = "en or ja.")
    private @Nullable String language;

    @Option(names = "--no-input", scope = ScopeType.INHERIT, description = "Never ask; refuse instead.")
    private boolean noInput;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colour.")
    private boolean noColor;

    @Option(names = "--lock-timeout", scope = ScopeType.INHERIT, paramLabel = "SECONDS", defaultValue = "0", description = "Wait so long while another process works on the tenant; not at all if left out.")
    private int lockTimeout;

    @Option(names = "-v", scope = ScopeType.INHERIT, description = "Tell more, on standard error.")
    private boolean verbose;

    @Option(names = "-q", scope = ScopeType.INHERIT, description = "Tell less.")
    private boolean quiet;

    GlobalOptions(Environment environment) {
        this.environment = environment;
    }

    Optional<String> tenant() {
        return Optional.ofNullable(tenant).or(() -> environment.get("SHISA_TENANT"));
    }

    /** The store, as far as somebody names one. */
    Optional<Path> namedStore() {
        return Optional.ofNullable(store).filter(named -> !isBlank(named))
                .or(() -> environment.get("SHISA_STORE").map(Path::of));
    }

    /** Options that name nothing, as a variable of a script does that was never set. An empty path would be the folder one happens to be in. */
    List<String> blank() {
        List<String> blank = new ArrayList<>();
        if (isBlank(store)) {
            blank.add("--store");
        }
        if (isBlank(catalog)) {
            blank.add("--catalog");
        }
        if (isBlank(policies)) {
            blank.add("--policies");
        }
        if (isBlank(tenant)) {
            blank.add("--tenant");
        }
        return blank;
    }

    private static boolean isBlank(@Nullable Object value) {
        return value != null && value.toString().isBlank();
    }

    Optional<Path> policies() {
        return Optional.ofNullable(policies);
    }

    Optional<Path> catalog() {
        return Optional.ofNullable(catalog);
    }

    /** Options that have to stand in a line which is to work in the same place. */
    List<String> place() {
        List<String> words = new ArrayList<>();
        add(words, "--tenant", tenant);
        add(words, "--store", store);
        add(words, "--catalog", catalog);
        add(words, "--policies", policies);
        return words;
    }

    private static void add(List<String> words, String option, @Nullable Object value) {
        if (value != null) {
            words.add(option);
            words.add(value.toString());
        }
    }

    String output() {
        String given = output;
        return given != null ? given : environment.get("SHISA_OUTPUT").orElse("human");
    }

    /** The language of what people read. Machines are told the same whatever the language. */
    Locale locale() {
        if (output().equals("json")) {
            return Locale.ENGLISH;
        }
        String given = language;
        Optional<String> asked = given != null ? Optional.of(given) : environment.get("SHISA_LANG");
        String name = asked.or(() -> environment.get("LC_ALL")).or(() -> environment.get("LC_MESSAGES"))
                .or(() -> environment.get("LANG"))
                .orElse("en");
        return name.startsWith("ja") ? Locale.JAPANESE : Locale.ENGLISH;
    }

    /** The language as asked for, if somebody asked. */
    Optional<String> language() {
        String given = language;
        return given != null ? Optional.of(given) : environment.get("SHISA_LANG");
    }

    /** How long to wait while another process works on the tenant; from nothing to a day. */
    Duration lockTimeout() {
        return Duration.ofSeconds(Math.clamp(lockTimeout, 0, 86_400));
    }

    boolean mayAsk() {
        return !noInput && !environment.isOn("SHISA_NO_INPUT");
    }

    boolean noColor() {
        return noColor || environment.isOn("SHISA_NO_COLOR") || environment.get("NO_COLOR").isPresent();
    }

    boolean verbose() {
        return verbose;
    }

    boolean quiet() {
        return quiet;
    }

    Environment environment() {
        return environment;
    }
}

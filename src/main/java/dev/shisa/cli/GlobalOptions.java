package dev.shisa.cli;

import java.time.Duration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Options that every command takes: where to look and how to show it. None of them loosens a guard. */
final class GlobalOptions {
    private final Environment environment;

    private final Map<String, Object> values = new HashMap<>();

    GlobalOptions(Environment environment) {
        this.environment = environment;
    }

    /** Adds them to a command line, for itself and every command below it; what is typed is kept here. */
    void addTo(CommandSpec spec) {
        add(spec, String.class, "NAME",
                "The tenant: a name of tenants.yaml, the address of a served sandbox, or sandbox for the embedded one.",
                "--tenant");
        add(spec, Path.class, "DIR", "Where plans, runs and evidence are kept.", "--store");
        add(spec, Path.class, "FILE", "The command catalog; the built-in one if left out.", "--catalog");
        add(spec, Path.class, "DIR",
                "A folder of further policies; they add to those that hold and replace none.", "--policies");
        add(spec, String.class, "FORMAT", "human or json.", "-o", "--output");
        add(spec, String.class, "LANGUAGE", "en or ja.", "--lang");
        add(spec, boolean.class, "", "Never ask; refuse instead.", "--no-input");
        add(spec, boolean.class, "", "No colour.", "--no-color");
        add(spec, int.class, "SECONDS",
                "Wait so long while another process works on the tenant; not at all if left out.", "--lock-timeout");
        add(spec, boolean.class, "", "Tell more, on standard error.", "-v");
        add(spec, boolean.class, "", "Tell less.", "-q");
    }

    /** As data, because annotations cost a process that runs for a tenth of a second a fifth of it. */
    private void add(CommandSpec spec, Class<?> type, String label, String description, String... names) {
        Slot slot = new Slot(values, names[names.length - 1]);
        OptionSpec.Builder option = OptionSpec.builder(names).type(type).scopeType(ScopeType.INHERIT)
                .description(description).getter(slot).setter(slot);
        spec.addOption((label.isEmpty() ? option : option.paramLabel(label)).build());
    }

    /** Where picocli puts what was typed for one option. */
    private record Slot(Map<String, Object> values, String name) implements IGetter, ISetter {
        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <T> @Nullable T get() {
            return (T) values.get(name);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable T set(@Nullable T value) {
            return (T) (value == null ? values.remove(name) : values.put(name, value));
        }
    }

    private <T> Optional<T> typed(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    private boolean isTyped(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    Optional<String> tenant() {
        return typed("--tenant", String.class).or(() -> environment.get("SHISA_TENANT"));
    }

    /** The store, as far as somebody names one. */
    Optional<Path> namedStore() {
        return typed("--store", Path.class).filter(named -> !isBlank(named))
                .or(() -> environment.get("SHISA_STORE").map(Path::of));
    }

    /** Options that name nothing, as a variable of a script does that was never set. An empty path would be the folder one happens to be in. */
    List<String> blank() {
        return Stream.of("--store", "--catalog", "--policies", "--tenant").filter(name -> isBlank(values.get(name)))
                .toList();
    }

    private static boolean isBlank(@Nullable Object value) {
        return value != null && value.toString().isBlank();
    }

    Optional<Path> policies() {
        return typed("--policies", Path.class);
    }

    Optional<Path> catalog() {
        return typed("--catalog", Path.class);
    }

    /** Options that have to stand in a line which is to work in the same place. */
    List<String> place() {
        List<String> words = new ArrayList<>();
        for (String name : List.of("--tenant", "--store", "--catalog", "--policies")) {
            Object value = values.get(name);
            if (value != null) {
                words.add(name);
                words.add(value.toString());
            }
        }
        return words;
    }

    String output() {
        return typed("--output", String.class).or(() -> environment.get("SHISA_OUTPUT")).orElse("human");
    }

    /** The language of what people read. Machines are told the same whatever the language. */
    Locale locale() {
        if (output().equals("json")) {
            return Locale.ENGLISH;
        }
        String name = language().or(() -> environment.get("LC_ALL")).or(() -> environment.get("LC_MESSAGES"))
                .or(() -> environment.get("LANG"))
                .orElse("en");
        return name.startsWith("ja") ? Locale.JAPANESE : Locale.ENGLISH;
    }

    /** The language as asked for, if somebody asked. */
    Optional<String> language() {
        return typed("--lang", String.class).or(() -> environment.get("SHISA_LANG"));
    }

    /** How long to wait while another process works on the tenant; from nothing to a day. */
    Duration lockTimeout() {
        return Duration.ofSeconds(Math.clamp(typed("--lock-timeout", Integer.class).orElse(0), 0, 86_400));
    }

    boolean mayAsk() {
        return !isTyped("--no-input") && !environment.isOn("SHISA_NO_INPUT");
    }

    boolean noColor() {
        return isTyped("--no-color") || environment.isOn("SHISA_NO_COLOR") || environment.get("NO_COLOR").isPresent();
    }

    boolean verbose() {
        return isTyped("-v");
    }

    boolean quiet() {
        return isTyped("-q");
    }

    Environment environment() {
        return environment;
    }
}

package dev.shisa.cli;

import java.time.Duration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Options that every command takes: where to look and how to show it. None of them loosens a guard. */
final class GlobalOptions {
    private static final List<String> PLACE = List.of("--tenant", "--store", "--catalog", "--policies");

    private final Environment environment;
    private final Map<String, Object> around;
    private final Map<String, Object> values = new TreeMap<>();

    GlobalOptions(Environment environment) {
        this(environment, Map.of());
    }

    private GlobalOptions(Environment environment, Map<String, Object> around) {
        this.environment = environment;
        this.around = Map.copyOf(around);
    }

    /**
     * Options of a command line that is typed within this one: what it leaves out is as it was said here.
     *
     * @param mayAsk whether there is anybody who could answer
     */
    GlobalOptions within(boolean mayAsk) {
        Map<String, Object> all = new TreeMap<>(around);
        all.putAll(values);
        if (!mayAsk) {
            all.put("--no-input", true);
        }
        return new GlobalOptions(environment, all);
    }

    /** What holds for this command line although it was not typed in it, as it would be typed. */
    List<String> inherited() {
        List<String> words = new ArrayList<>();
        new TreeMap<>(around).forEach((name, value) -> {
            if (typed(name).isEmpty() && !Boolean.FALSE.equals(value)) {
                words.add(name);
                if (!Boolean.TRUE.equals(value)) {
                    words.add(value.toString());
                }
            }
        });
        return words;
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

    private <T> Optional<T> said(String name, Class<T> type) {
        return said(name).map(type::cast);
    }

    private boolean isSaid(String name) {
        return said(name).filter(Boolean.TRUE::equals).isPresent();
    }

    private Optional<Object> said(String name) {
        return typed(name).or(() -> Optional.ofNullable(around.get(name)));
    }

    /** What this line says itself. It can switch nothing off that was switched on around it. */
    private Optional<Object> typed(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !Boolean.FALSE.equals(value));
    }

    Optional<String> tenant() {
        return said("--tenant", String.class).or(() -> environment.get("SHISA_TENANT"));
    }

    /** The store, as far as somebody names one. */
    Optional<Path> namedStore() {
        return said("--store", Path.class).filter(named -> !isBlank(named))
                .or(() -> environment.get("SHISA_STORE").map(Path::of));
    }

    /** Options that name nothing, as a variable of a script does that was never set. An empty path would be the folder one happens to be in. */
    List<String> blank() {
        return PLACE.stream().filter(name -> said(name).filter(GlobalOptions::isBlank).isPresent()).toList();
    }

    private static boolean isBlank(Object value) {
        return value.toString().isBlank();
    }

    Optional<Path> policies() {
        return said("--policies", Path.class);
    }

    Optional<Path> catalog() {
        return said("--catalog", Path.class);
    }

    /** Options that have to stand in a line which is to work in the same place. */
    List<String> place() {
        List<String> words = new ArrayList<>();
        for (String name : PLACE) {
            said(name).ifPresent(value -> words.addAll(List.of(name, value.toString())));
        }
        return words;
    }

    String output() {
        return said("--output", String.class).or(() -> environment.get("SHISA_OUTPUT")).orElse("human");
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
        return said("--lang", String.class).or(() -> environment.get("SHISA_LANG"));
    }

    /** How long to wait while another process works on the tenant; from nothing to a day. */
    Duration lockTimeout() {
        return Duration.ofSeconds(Math.clamp(said("--lock-timeout", Integer.class).orElse(0), 0, 86_400));
    }

    boolean mayAsk() {
        return !isSaid("--no-input") && !environment.isOn("SHISA_NO_INPUT");
    }

    boolean noColor() {
        return isSaid("--no-color") || environment.isOn("SHISA_NO_COLOR") || environment.get("NO_COLOR").isPresent();
    }

    boolean verbose() {
        return isSaid("-v");
    }

    boolean quiet() {
        return isSaid("-q");
    }

    Environment environment() {
        return environment;
    }
}

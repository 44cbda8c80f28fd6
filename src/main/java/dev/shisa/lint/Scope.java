package dev.shisa.lint;

import dev.shisa.powershell.Statement.Function;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables, functions and aliases that code sees. Used by one thread. */
final class Scope {
    private static final Set<String> PREFIXES = Set.of("script:", "global:", "local:", "private:", "using:",
            "variable:", "workflow:");

    private final @Nullable Scope outer;
    private final Map<String, Value> variables = new HashMap<>();
    private final Map<String, Function> functions;
    private final Map<String, String> aliases;

    private Scope(@Nullable Scope outer, Map<String, Function> functions, Map<String, String> aliases) {
        this.outer = outer;
        this.functions = functions;
        this.aliases = aliases;
    }

    static Scope empty() {
        return new Scope(null, new HashMap<>(), new HashMap<>());
    }

    /** What is set in it is not seen outside, unless it is {@link #join joined}. */
    Scope inner() {
        return new Scope(this, functions, aliases);
    }

    static String plain(String name) {
        String small = Names.folded(name);
        int colon = small.indexOf(':') + 1;
        return colon == 0 ? small : PREFIXES.contains(small.substring(0, colon)) ? small.substring(colon) : small;
    }

    Optional<Value> get(String name) {
        return find(plain(name));
    }

    /** The same for a name that is {@linkplain #plain plain} already. */
    Optional<Value> find(String wanted) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Value found = scope.variables.get(wanted);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The names of all variables that are seen here. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            names.addAll(scope.variables.keySet());
        }
        return names;
    }

    void set(String name, Value value) {
        variables.put(plain(name), value);
    }

    /** Takes over what code did that was run for sure. */
    void take(Scope inner) {
        variables.putAll(inner.variables);
    }

    /** Takes over what one of these did, or none of them where that is possible. */
    void join(List<Scope> inner, boolean mayBeNone) {
        Set<String> names = new LinkedHashSet<>();
        inner.forEach(scope -> names.addAll(scope.variables.keySet()));
        for (String name : names) {
            Value before = get(name).orElse(Value.nothing());
            Value joined = mayBeNone ? before : null;
            for (Scope scope : inner) {
                Value then = Objects.requireNonNullElse(scope.variables.get(name), before);
                joined = joined == null ? then : Value.either(joined, then);
            }
            variables.put(name, Objects.requireNonNull(joined));
        }
    }

    void define(Function function) {
        functions.put(plain(function.name()), function);
    }

    Optional<Function> function(String name) {
        return functions.isEmpty() ? Optional.empty() : Optional.ofNullable(functions.get(plain(name)));
    }

    void alias(String name, String command) {
        aliases.put(Names.folded(name), command);
    }

    /** The command that a name stands for; bounded, since aliases may go round. */
    String resolve(String name) {
        String resolved = name;
        for (int step = 0; step < 8; step++) {
            String next = aliases.isEmpty() ? null : aliases.get(Names.folded(resolved));
            if (next == null) {
                return BuiltInAliases.resolve(resolved).orElse(resolved);
            }
            resolved = next;
        }
        return resolved;
    }
}

package dev.shisa.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a cmdlet, as PowerShell binds them. Immutable; its sets find names in any case. */
public final class Signature {
    private final List<String> positional;
    private final Set<String> values;
    private final Set<String> switches;
    private final Map<String, String> aliases;
    private final boolean complete;
    private final boolean previews;
    /** What a name that is written out stands for. */
    private final Map<String, String> exact;

    /**
     * A list of parameters.
     *
     * @param positional names by position; the first may bind from the pipeline
     * @param values its own parameters that take a value
     * @param switches its own switches
     * @param aliases full names of its own parameters by their short names
     * @param complete whether these are all of them, so that another name is a mistake
     * @param previews whether it takes -WhatIf and -Confirm
     */
    public Signature(List<String> positional, Set<String> values, Set<String> switches, Map<String, String> aliases,
            boolean complete, boolean previews) {
        this.positional = List.copyOf(positional);
        this.values = Names.set(values);
        this.switches = Names.set(switches);
        this.aliases = Names.map(aliases);
        this.complete = complete;
        this.previews = previews;
        Map<String, String> names = new LinkedHashMap<>(this.aliases);
        Stream.of(this.values, this.switches).flatMap(Set::stream).filter(name -> !this.aliases.containsKey(name))
                .forEach(name -> names.put(name, name));
        this.exact = Names.map(names);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Signature signature && positional.equals(signature.positional)
                && values.equals(signature.values) && switches.equals(signature.switches)
                && aliases.equals(signature.aliases) && complete == signature.complete
                && previews == signature.previews;
    }

    @Override
    public int hashCode() {
        return Objects.hash(positional, values.size(), switches.size(), aliases.size(), complete, previews);
    }

    /** Names by position; the first may bind from the pipeline. */
    public List<String> positional() {
        return positional;
    }

    /** Its own parameters that take a value. */
    public Set<String> values() {
        return values;
    }

    /** Its own switches. */
    public Set<String> switches() {
        return switches;
    }

    /** Full names of its own parameters by their short names. */
    public Map<String, String> aliases() {
        return aliases;
    }

    /** Whether these are all of them, so that another name is a mistake. */
    public boolean complete() {
        return complete;
    }

    /** Whether it takes -WhatIf and -Confirm. */
    public boolean previews() {
        return previews;
    }

    /**
     * The parameter that a written name stands for. A full name or short name counts alone; else every parameter that begins so; and of those the
     * cmdlet's own one before the common ones, as PowerShell does it.
     *
     * @param written the name without its dash
     */
    public ParameterMatch match(String written) {
        if (written.isEmpty()) {
            return new ParameterMatch.Unknown();
        }
        Optional<String> exact = exact(written);
        if (exact.isPresent()) {
            return found(exact.get());
        }
        Set<String> own = new TreeSet<>();
        values.stream().filter(name -> Names.startsWith(name, written)).forEach(own::add);
        switches.stream().filter(name -> Names.startsWith(name, written)).forEach(own::add);
        aliases.forEach((name, full) -> {
            if (Names.startsWith(name, written)) {
                own.add(full);
            }
        });
        Set<String> all = new TreeSet<>(own);
        common().forEach((name, full) -> {
            if (Names.startsWith(name, written)) {
                all.add(full);
            }
        });
        if (all.isEmpty()) {
            return new ParameterMatch.Unknown();
        }
        Set<String> left = own.size() == 1 ? own : all;
        return left.size() == 1
                ? found(left.iterator().next())
                : new ParameterMatch.Ambiguous(List.copyOf(left));
    }

    /** The full name of a name or short name that is written out. */
    private Optional<String> exact(String written) {
        return Optional.ofNullable(exact.get(written)).or(() -> Optional.ofNullable(common().get(written)));
    }

    private ParameterMatch found(String name) {
        boolean isSwitch = switches.contains(name) || (!values.contains(name)
                && (CommonParameters.switches().contains(name) || CommonParameters.previews().contains(name)));
        return new ParameterMatch.Found(name, isSwitch);
    }

    private Map<String, String> common() {
        return previews ? CommonParameters.names() : CommonParameters.namesWithoutPreviews();
    }
}

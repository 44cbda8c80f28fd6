package dev.shisa.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of a cmdlet, as PowerShell binds them. Immutable; its sets find names in any case.
 *
 * @param positional names by position; the first may bind from the pipeline
 * @param values its own parameters that take a value
 * @param switches its own switches
 * @param aliases full names of its own parameters by their short names
 * @param complete whether these are all of them, so that another name is a mistake
 * @param previews whether it takes -WhatIf and -Confirm
 */
public record Signature(List<String> positional, Set<String> values, Set<String> switches, Map<String, String> aliases,
        boolean complete, boolean previews) {
    public Signature {
        positional = List.copyOf(positional);
        values = Names.set(values);
        switches = Names.set(switches);
        aliases = Names.map(aliases);
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
        Optional<String> alias = Optional.ofNullable(aliases.get(written));
        return alias.or(() -> inFull(values, written)).or(() -> inFull(switches, written))
                .or(() -> Optional.ofNullable(common().get(written)));
    }

    private static Optional<String> inFull(Set<String> names, String written) {
        return names.contains(written)
                ? names.stream().filter(written::equalsIgnoreCase).findFirst()
                : Optional.empty();
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

package dev.shisa.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
        Map<String, String> own = own();
        Map<String, String> common = common();
        String exact = own.getOrDefault(written, common.get(written));
        if (exact != null) {
            return found(exact);
        }
        Set<String> ownMatches = begun(own, written);
        Set<String> all = new TreeSet<>(ownMatches);
        all.addAll(begun(common, written));
        if (all.isEmpty()) {
            return new ParameterMatch.Unknown();
        }
        Set<String> left = ownMatches.size() == 1 ? ownMatches : all;
        return left.size() == 1
                ? found(left.iterator().next())
                : new ParameterMatch.Ambiguous(List.copyOf(left));
    }

    private ParameterMatch found(String name) {
        boolean isSwitch = switches.contains(name) || (!values.contains(name)
                && (CommonParameters.switches().contains(name) || CommonParameters.previews().contains(name)));
        return new ParameterMatch.Found(name, isSwitch);
    }

    private static Set<String> begun(Map<String, String> names, String start) {
        Set<String> begun = new TreeSet<>();
        names.forEach((name, full) -> {
            if (Names.startsWith(name, start)) {
                begun.add(full);
            }
        });
        return begun;
    }

    private Map<String, String> own() {
        Map<String, String> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        own.putAll(aliases);
        values.forEach(name -> own.put(name, name));
        switches.forEach(name -> own.put(name, name));
        return own;
    }

    private Map<String, String> common() {
        Map<String, String> common = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, String> named = new LinkedHashMap<>(CommonParameters.aliases());
        CommonParameters.values().forEach(name -> named.put(name, name));
        CommonParameters.switches().forEach(name -> named.put(name, name));
        CommonParameters.previews().forEach(name -> named.put(name, name));
        named.forEach((name, full) -> {
            if (previews || !CommonParameters.previews().contains(full)) {
                common.put(name, full);
            }
        });
        return common;
    }
}

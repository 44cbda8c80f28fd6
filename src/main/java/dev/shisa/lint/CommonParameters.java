package dev.shisa.lint;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parameters that PowerShell gives to every cmdlet (about_CommonParameters). Constant, safe for use by many threads; names are found in any case.
 */
public final class CommonParameters {
    private static final Set<String> SWITCHES = Names.set(Set.of("Verbose", "Debug"));
    private static final Set<String> VALUES = Names.set(Set.of("ErrorAction", "WarningAction", "InformationAction",
            "ProgressAction", "ErrorVariable", "WarningVariable", "InformationVariable", "OutVariable", "OutBuffer",
            "PipelineVariable"));
    private static final Set<String> PREVIEWS = Names.set(Set.of("WhatIf", "Confirm"));
    private static final Map<String, String> ALIASES = Names.map(Map.ofEntries(Map.entry("vb", "Verbose"),
            Map.entry("db", "Debug"), Map.entry("ea", "ErrorAction"), Map.entry("wa", "WarningAction"),
            Map.entry("infa", "InformationAction"), Map.entry("proga", "ProgressAction"),
            Map.entry("ev", "ErrorVariable"), Map.entry("wv", "WarningVariable"),
            Map.entry("iv", "InformationVariable"), Map.entry("ov", "OutVariable"), Map.entry("ob", "OutBuffer"),
            Map.entry("pv", "PipelineVariable"), Map.entry("wi", "WhatIf"), Map.entry("cf", "Confirm")));

    private static final Map<String, String> WITH_PREVIEWS = Names.map(named(true));
    private static final Map<String, String> WITHOUT_PREVIEWS = Names.map(named(false));

    private CommonParameters() {
    }

    private static Map<String, String> named(boolean withPreviews) {
        Map<String, String> named = new HashMap<>(ALIASES);
        Stream.of(VALUES, SWITCHES, PREVIEWS).flatMap(Set::stream).forEach(name -> named.put(name, name));
        named.values().removeIf(name -> !withPreviews && PREVIEWS.contains(name));
        return named;
    }

    /** Full names by full and short names. */
    static Map<String, String> names() {
        return WITH_PREVIEWS;
    }

    /** The same for a cmdlet that does not ask and shows nothing before it acts. */
    static Map<String, String> namesWithoutPreviews() {
        return WITHOUT_PREVIEWS;
    }

    /** Those that take no value. */
    public static Set<String> switches() {
        return SWITCHES;
    }

    /** Those that take a value. */
    public static Set<String> values() {
        return VALUES;
    }

    /** The switches of cmdlets that show or ask before they act. */
    public static Set<String> previews() {
        return PREVIEWS;
    }

    /** Full names by short name. */
    public static Map<String, String> aliases() {
        return ALIASES;
    }
}

package dev.shisa.lint;

import java.util.Map;
import java.util.Set;

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

    private CommonParameters() {
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

package dev.shisa.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How a SKU id is written. The service takes it in any case and answers in small letters, so it is kept in small letters. */
final class Sku {
    /** The name of the command parameter that carries one. */
    static final String PARAMETER = "sku";

    private static final Pattern ID = Pattern
            .compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Sku() {
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static String folded(String sku) {
        return sku.toLowerCase(Locale.ROOT);
    }

    static SortedMap<String, String> folded(Map<String, String> parameters) {
        TreeMap<String, String> folded = new TreeMap<>(parameters);
        folded.computeIfPresent(PARAMETER, (_, sku) -> folded(sku));
        return folded;
    }
}

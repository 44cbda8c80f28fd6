package dev.shisa.execute;

import java.util.regex.Pattern;

/** What a service says beside its answer. */
public final class Warning {
    private static final Pattern ID = Pattern
            .compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\"'<>]+@[^\\s\"'<>]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private Warning() {
    }

    /** The warning without what differs from account to account: two accounts that are warned of alike give equal texts. */
    public static String form(String text) {
        String withoutIds = ID.matcher(text.strip()).replaceAll("(id)");
        return NUMBER.matcher(ADDRESS.matcher(withoutIds).replaceAll("(address)")).replaceAll("(number)");
    }
}

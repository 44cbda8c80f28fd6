package dev.shisa.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the sign-in names of a tenant are cut into ranges that can be listed each by itself. A border never is a sign-in name, for it has no
 * {@code @}; so whatever the order of the service is, every name lies on one side of it, and the ranges together are everybody.
 *
 * @param names in ascending order, none twice; one fewer than there are ranges
 */
record Borders(List<String> names) {
    /** What needs no thought about quoting, encoding and the order of marks; the rest of a name is left out of its border. */
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+");

    Borders {
        names = List.copyOf(names);
    }

    /**
     * Borders that cut these names into ranges of about the same size.
     *
     * @param sample sign-in names of some accounts, in any order
     * @param ranges how many are wanted, at least two
     * @return as many as the sample allows, perhaps none
     */
    static Borders of(List<String> sample, int ranges) {
        List<String> sorted = sample.stream().map(name -> name.toLowerCase(Locale.ROOT)).sorted().toList();
        List<String> borders = new ArrayList<>();
        for (int i = 1; i < ranges; i++) {
            if (!sorted.isEmpty()) {
                Matcher plain = PLAIN.matcher(sorted.get((int) ((long) i * sorted.size() / ranges)));
                if (plain.lookingAt() && (borders.isEmpty() || borders.getLast().compareTo(plain.group()) < 0)) {
                    borders.add(plain.group());
                }
            }
        }
        return new Borders(borders);
    }

    /** A filter for each range. */
    List<String> filters() {
        List<String> filters = new ArrayList<>();
        for (int i = 0; i <= names.size(); i++) {
            List<String> bounds = new ArrayList<>();
            if (i > 0) {
                bounds.add("userPrincipalName ge '" + names.get(i - 1) + "'");
            }
            if (i < names.size()) {
                bounds.add("userPrincipalName le '" + names.get(i) + "'");
            }
            filters.add(String.join(" and ", bounds));
        }
        return filters;
    }
}

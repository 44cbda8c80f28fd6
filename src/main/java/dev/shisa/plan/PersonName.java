package dev.shisa.plan;

import java.util.Collection;
import java.util.Locale;

/** Whether two names may stand for the same person. In doubt they do: nobody shall approve what was asked for by the same person. */
public final class PersonName {
    private PersonName() {
    }

    /** Whether a name of the one may be a name of the other. */
    public static boolean mayBeSame(Collection<String> some, Collection<String> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> mayBeSame(one, other)));
    }

    /** Case does not count, nor does the domain where one of them has none: {@code SGU\Anne} may be {@code anne@sgu.example}. */
    static boolean mayBeSame(String one, String other) {
        String first = folded(one);
        String second = folded(other);
        boolean isSameWithoutDomain = local(first).equals(local(second));
        return first.equals(second)
                || (isSameWithoutDomain && (isWithoutDomain(first) || isWithoutDomain(second)));
    }

    private static String folded(String name) {
        String shown = Visible.folded(name).strip();
        String bare = shown.substring(shown.lastIndexOf('\\') + 1);
        return bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static boolean isWithoutDomain(String name) {
        return name.indexOf('@') < 0;
    }

    private static String local(String name) {
        return isWithoutDomain(name) ? name : name.substring(0, name.indexOf('@'));
    }
}

package dev.shisa.policy;

import java.util.Locale;
import java.util.Set;

/** Names under which one person is known: of the operating system, and sign-in names. */
public final class Names {
    private Names() {
    }

    /**
     * Whether a name means one of these people. The part before the {@code @} stands for the whole, because a user of the operating system has no
     * domain; so two people of that name in two domains count as one, and are refused rather than mixed up.
     *
     * @param name a name
     * @param people names, in small letters
     */
    public static boolean isOne(String name, Set<String> people) {
        String small = name.toLowerCase(Locale.ROOT);
        String local = local(small);
        return people.stream().anyMatch(person -> person.equals(small) || local(person).equals(local));
    }

    private static String local(String name) {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }
}

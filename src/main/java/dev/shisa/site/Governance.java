package dev.shisa.site;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who may decide what about a tenant, as its owners pin it. Files are named with their full path; whether they are there is found out when they are
 * read.
 *
 * @param bundle the bundle's own file; empty for what is built in
 * @param policies folder of further policies
 * @param allowedSigners who may approve, waive and review; without it nobody may
 * @param revokedSigners keys that count no more
 * @param waivers folder of signed exceptions
 * @param reviews folder of signed reviews of catalog entries
 * @param operators by the operating system's name of a user in small letters: the sign-in names under which that person is known
 * @param protectedGroups object ids of groups whose members are no targets
 * @param anchor command that keeps a head of the audit log elsewhere, {@code {head}} in it; empty for none
 * @param limits caps
 * @param calendar when
 */
public record Governance(Optional<Path> bundle, Optional<Path> policies, Optional<Path> allowedSigners,
        Optional<Path> revokedSigners, Optional<Path> waivers, Optional<Path> reviews,
        Map<String, Set<String>> operators, Set<String> protectedGroups, List<String> anchor, Limits limits,
        Calendar calendar) {
    public Governance {
        anchor = List.copyOf(anchor);
        operators = Collections.unmodifiableMap(new TreeMap<>(operators));
        protectedGroups = Collections.unmodifiableSet(new TreeSet<>(protectedGroups));
    }

    /** Nobody may decide anything, and the usual caps hold. */
    public static Governance none() {
        return new Governance(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Map.of(), Set.of(), List.of(), Limits.standard(), Calendar.empty());
    }

    /** Every name under which a user of the operating system is known, in small letters; none for a user without a name. */
    public SortedSet<String> names(String user) {
        String own = user.toLowerCase(Locale.ROOT);
        TreeSet<String> names = new TreeSet<>(operators.getOrDefault(own, Set.of()));
        if (!own.isBlank()) {
            names.add(own);
        }
        return names;
    }

    /** Everything on disk that this rests on, files and folders. */
    public List<Path> places() {
        return Stream.of(bundle, policies, allowedSigners, revokedSigners, waivers, reviews).flatMap(Optional::stream)
                .toList();
    }
}

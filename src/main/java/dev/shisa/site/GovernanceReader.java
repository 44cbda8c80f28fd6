package dev.shisa.site;

import dev.shisa.yaml.Findings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads who may decide what from an entry of a bundle that fits the schema. */
final class GovernanceReader {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final Path folder;
    private final JsonNode entry;
    private final String pointer;
    private final Findings findings;

    GovernanceReader(Path folder, JsonNode entry, String pointer, Findings findings) {
        this.folder = folder;
        this.entry = entry;
        this.pointer = pointer;
        this.findings = findings;
    }

    Governance read() {
        return new Governance(Optional.of(folder.resolve(Bundle.FILE)), place("policies"), place("allowed_signers"),
                place("revoked_signers"), place("waivers"), place("reviews"), operators(), protectedGroups(), anchor(),
                limits(),
                new Calendar(freezes(), hours(entry, "begin", pointer), hours(entry, "contact_hours", pointer)));
    }

    /** A file or folder of the bundle: beside its own file, so that whoever owns the bundle owns it, too. */
    private Optional<Path> place(String key) {
        if (!entry.has(key)) {
            return Optional.empty();
        }
        try {
            Path name = Path.of(entry.path(key).asString());
            if (!name.isAbsolute() && name.getNameCount() == 1 && name.equals(name.normalize())
                    && !name.toString().isBlank()) {
                return Optional.of(folder.resolve(name));
            }
        } catch (InvalidPathException e) {
            findings.at(Findings.child(pointer, key), "this is no name of a file: " + e.getReason());
            return Optional.empty();
        }
        findings.at(Findings.child(pointer, key), "this is no name of a file or folder beside " + Bundle.FILE);
        return Optional.empty();
    }

    private Map<String, Set<String>> operators() {
        Map<String, Set<String>> operators = new HashMap<>();
        for (Map.Entry<String, JsonNode> operator : entry.path("operators").properties()) {
            Set<String> names = new TreeSet<>();
            operator.getValue().forEach(name -> names.add(name.asString()));
            if (operators.put(operator.getKey().toLowerCase(Locale.ROOT), names) != null) {
                findings.atKey(Findings.child(Findings.child(pointer, "operators"), operator.getKey()),
                        "the user " + operator.getKey() + " stands here twice, in small letters and in capitals");
            }
        }
        return operators;
    }

    private Set<String> protectedGroups() {
        Set<String> groups = new TreeSet<>();
        entry.path("protected_groups").forEach(group -> groups.add(group.asString()));
        return groups;
    }

    private List<String> anchor() {
        List<String> words = new ArrayList<>();
        entry.path("anchor").forEach(word -> words.add(word.asString()));
        if (!words.isEmpty() && words.stream().noneMatch(word -> word.contains("{head}"))) {
            findings.at(Findings.child(pointer, "anchor"), "the command is not told the head: {head} stands nowhere");
        }
        return words;
    }

    private Limits limits() {
        JsonNode limits = entry.path("limits");
        Limits standard = Limits.standard();
        return new Limits(limits.path("targets").asInt(standard.targets()),
                limits.path("targets_percent").asInt(standard.targetsPercent()),
                limits.path("day").asInt(standard.day()), limits.path("day_percent").asInt(standard.dayPercent()),
                limits.path("growth").asInt(standard.growth()));
    }

    private List<Calendar.Freeze> freezes() {
        List<Calendar.Freeze> freezes = new ArrayList<>();
        int number = 0;
        for (JsonNode node : entry.path("freezes")) {
            String place = Findings.child(Findings.child(pointer, "freezes"), number++);
            Optional<ZoneId> zone = parsed(node, "zone", place, ZoneId::of, "a time zone such as Asia/Tokyo");
            Optional<LocalDateTime> from = parsed(node, "from", place, LocalDateTime::parse,
                    "a local time such as 2027-01-15T00:00");
            Optional<LocalDateTime> to = parsed(node, "to", place, LocalDateTime::parse,
                    "a local time such as 2027-01-18T00:00");
            if (zone.isEmpty() || from.isEmpty() || to.isEmpty()) {
                continue;
            }
            if (from.get().isBefore(to.get())) {
                freezes.add(new Calendar.Freeze(node.path("name").asString(), zone.get(), from.get(), to.get()));
            } else {
                findings.at(Findings.child(place, "to"), "the window ends before it begins");
            }
        }
        return freezes;
    }

    private Optional<Hours> hours(JsonNode above, String key, String abovePointer) {
        if (!above.has(key)) {
            return Optional.empty();
        }
        JsonNode node = above.path(key);
        String place = Findings.child(abovePointer, key);
        Optional<ZoneId> zone = parsed(node, "zone", place, ZoneId::of, "a time zone such as Asia/Tokyo");
        Optional<LocalTime> from = parsed(node, "from", place, LocalTime::parse, "a time of day such as 09:00");
        Optional<LocalTime> to = parsed(node, "to", place, LocalTime::parse, "a time of day such as 17:00");
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        node.path("days").forEach(day -> days.add(DayOfWeek.of(DAYS.indexOf(day.asString()) + 1)));
        if (zone.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!from.get().isBefore(to.get())) {
            findings.at(Findings.child(place, "to"), "these hours end before they begin; hours do not pass midnight");
            return Optional.empty();
        }
        return Optional.of(new Hours(zone.get(), days, from.get(), to.get()));
    }

    private <T> Optional<T> parsed(JsonNode node, String key, String place, Function<String, T> parser, String wanted) {
        String text = node.path(key).asString();
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            findings.at(Findings.child(place, key), "'" + text + "' is not " + wanted);
            return Optional.empty();
        }
    }
}

package dev.shisa.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sentences with places for what is known of a finding. {@code [A|B]} is A when nothing in A is empty, and B otherwise; B may be left out. */
final class Sentence {
    static final String CMDLET = "cmdlet";
    static final String WHAT = "what";
    static final String DETAIL = "detail";
    static final String GUARDED = "guarded";
    private static final Set<String> MAY_BE_EMPTY = Set.of(CMDLET, WHAT, DETAIL);
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern GROUP = Pattern.compile("\\[([^\\[\\]|]*)(?:\\|([^\\[\\]|]*))?\\]");
    private static final Pattern LEFT_OVER = Pattern.compile("[\\[\\]{}]");

    private Sentence() {
    }

    /** The sentence with these values. What is in a value is never a place. */
    static String render(String template, Map<String, String> values) {
        StringBuilder rendered = new StringBuilder();
        Matcher group = GROUP.matcher(template);
        int end = 0;
        while (group.find()) {
            rendered.append(filled(template.substring(end, group.start()), values));
            boolean isWhole = places(group.group(1)).allMatch(name -> !values.getOrDefault(name, "").isEmpty());
            rendered.append(filled(isWhole ? group.group(1) : Optional.ofNullable(group.group(2)).orElse(""), values));
            end = group.end();
        }
        return rendered.append(filled(template.substring(end), values)).toString();
    }

    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    private static Stream<String> places(String template) {
        return PLACE.matcher(template).results().map(place -> place.group(1));
    }

    /** A clause that fits into a sentence: without the full stop at its end. */
    static String clause(String text) {
        return text.strip().replaceFirst("[.。]+$", "");
    }

    /** Whether a sentence names the command of shisa. */
    static boolean namesGuarded(String template) {
        return places(template).anyMatch(GUARDED::equals);
    }

    /** What is wrong with a sentence, in sentences for people. */
    static List<String> mistakes(String template) {
        List<String> found = new ArrayList<>();
        for (MatchResult group : GROUP.matcher(template).results().toList()) {
            String whole = group.group(1);
            if (places(whole).noneMatch(MAY_BE_EMPTY::contains)) {
                found.add("nothing in the brackets " + group.group() + " can be empty");
            }
            places(whole).filter(name -> !MAY_BE_EMPTY.contains(name))
                    .forEach(name -> found.add("there is no place {" + name
                            + "} in brackets: cmdlet, what and detail may stand there"));
            check(PLACE.matcher(whole).replaceAll("") + Optional.ofNullable(group.group(2)).orElse(""), found);
        }
        String outside = GROUP.matcher(template).replaceAll("");
        places(outside).filter(name -> !name.equals(GUARDED)).forEach(name -> found.add(MAY_BE_EMPTY.contains(name)
                ? "{" + name + "} may be empty, so it has to stand in brackets"
                : "there is no place {" + name + "}"));
        check(PLACE.matcher(outside).replaceAll(""), found);
        return found;
    }

    private static void check(String rest, List<String> found) {
        if (LEFT_OVER.matcher(rest).find()) {
            found.add("a bracket or a brace is not closed, or stands within another");
        }
    }
}

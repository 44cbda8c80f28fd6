package dev.shisa.lint;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs of other makers that take things away in a tenant or a directory. Their words are not followed; what looks like a loss is told as not understood. */
final class ForeignPrograms {
    private static final Pattern LOSS = Pattern
            .compile("(?i)(?:^| )(?:delete|remove|purge|disable|revoke|reset)(?: |$)");
    private static final Map<String, Pattern> WORDS = Map.of("az", LOSS, "m365", LOSS, "mgc", LOSS, "dsrm",
            Pattern.compile(""), "net", Pattern.compile("(?i) /del"), "net1", Pattern.compile("(?i) /del"), "curl",
            Pattern.compile("(?:^| )DELETE(?: |$)"));

    private ForeignPrograms() {
    }

    /** Whether a command is one of these and its words say that something is taken away. */
    static boolean looksDestructive(Call call) {
        if (call.cmdlet().isPresent()) {
            return false;
        }
        String program = call.key().substring(call.key().lastIndexOf('\\') + 1).replaceFirst("\\.(exe|cmd)$", "");
        Pattern words = WORDS.get(program);
        return words != null && words.matcher(Stream
                .concat(call.rest().stream(), call.parameters().values().stream())
                .map(value -> value.literal().orElse("?")).collect(Collectors.joining(" ", " ", " "))).find();
    }
}

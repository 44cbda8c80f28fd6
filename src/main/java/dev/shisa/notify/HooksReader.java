package dev.shisa.notify;

import dev.shisa.site.Site;
import dev.shisa.site.TenantKind;
import dev.shisa.yaml.Findings;
import dev.shisa.yaml.Mistake;
import dev.shisa.yaml.SchemaCheck;
import dev.shisa.yaml.YamlDocument;
import dev.shisa.yaml.YamlFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads the hooks: all of them or nothing, and all mistakes at once. For example
 *
 * <pre>
 * format_version: "1.0"
 * stalled_after: PT10M
 * hooks:
 *   - name: pager
 *     command: [/usr/local/bin/page, identity]
 *     events: [paused, halted, violated, stalled]
 *     kinds: [production]
 *     timeout: PT10S
 *   - name: channel
 *     webhook: https://contoso.example/workflows/1?sig=secret
 *     format: adaptive-card
 *   - name: post
 *     mail: {from: shisa@contoso.example, to: [desk@contoso.example]}
 * </pre>
 */
final class HooksReader {
    private static final Duration LONGEST_HOOK = Duration.ofMinutes(1);
    private static final Duration USUAL_HOOK = Duration.ofSeconds(5);
    private static final Duration LONGEST_SILENCE = Duration.ofHours(24);
    private static final List<String> SORTS = List.of("command", "webhook", "mail");

    /** Words of the file in a sentence about it: an address, or as long as a secret. */
    private static final Pattern SECRET = Pattern.compile("'[^']{25,}'|\\S*://\\S*|[^\\s/]{40,}");

    private final Findings findings;

    private HooksReader(Findings findings) {
        this.findings = findings;
    }

    static HooksFile read(Path file) {
        if (Files.notExists(file)) {
            return new HooksFile.Intact(Hooks.none());
        }
        YamlFile opened = YamlFile.open(file, YamlDocument.Plain.TEXTS);
        HooksReader reader = new HooksReader(opened.findings());
        Optional<Hooks> hooks = opened.document().flatMap(reader::hooks);
        return hooks.isPresent() && opened.findings().isEmpty()
                ? new HooksFile.Intact(hooks.get())
                : new HooksFile.Mistakes(opened.findings().sorted().stream().map(HooksReader::said).toList());
    }

    /** The line itself is not shown: nobody can say how much of it is a secret. */
    private static String said(Mistake mistake) {
        return mistake.file() + ":" + mistake.line() + ":" + mistake.column() + ": "
                + SECRET.matcher(mistake.sentence()).replaceAll("'…'");
    }

    private Optional<Hooks> hooks(JsonNode document) {
        SchemaCheck.check(document, findings, HooksReader.class, "notify.schema.json");
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        List<Hook> hooks = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int number = 0;
        for (JsonNode entry : document.path("hooks")) {
            String pointer = Findings.child("/hooks", number++);
            String name = entry.path("name").asString();
            if (!names.add(name)) {
                findings.at(Findings.child(pointer, "name"), "the hook " + name + " stands here twice");
            }
            hook(entry, pointer).ifPresent(hooks::add);
        }
        return Optional.of(new Hooks(
                span(document, "stalled_after", "", LONGEST_SILENCE).orElse(Hooks.STALLED_AFTER), hooks));
    }

    private Optional<Hook> hook(JsonNode entry, String pointer) {
        List<String> sorts = SORTS.stream().filter(entry::has).toList();
        if (sorts.size() != 1) {
            findings.atKey(pointer, "a hook is exactly one of " + String.join(", ", SORTS));
            return Optional.empty();
        }
        if (entry.has("format") && !entry.has("webhook")) {
            findings.atKey(Findings.child(pointer, "format"), "only a webhook has a format");
        }
        Hook.Terms terms = new Hook.Terms(entry.path("name").asString(), events(entry), kinds(entry),
                span(entry, "timeout", pointer, LONGEST_HOOK).orElse(USUAL_HOOK));
        return switch (sorts.getFirst()) {
            case "command" -> Optional.of(new Hook.Command(terms, texts(entry.path("command"))));
            case "webhook" -> address(entry, pointer).map(address -> new Hook.Webhook(terms, address, format(entry)));
            default -> Optional.of(new Hook.Mail(terms, entry.path("mail").path("from").asString(),
                    texts(entry.path("mail").path("to"))));
        };
    }

    private static Hook.Webhook.Format format(JsonNode entry) {
        return entry.path("format").asString("json").equals("json")
                ? Hook.Webhook.Format.JSON
                : Hook.Webhook.Format.ADAPTIVE_CARD;
    }

    private static Set<Event> events(JsonNode entry) {
        EnumSet<Event> events = EnumSet.noneOf(Event.class);
        entry.path("events").forEach(label -> Event.of(label.asString()).ifPresent(events::add));
        return events.isEmpty() ? EnumSet.allOf(Event.class) : events;
    }

    private static Set<TenantKind> kinds(JsonNode entry) {
        EnumSet<TenantKind> kinds = EnumSet.noneOf(TenantKind.class);
        entry.path("kinds").forEach(label -> kinds.add(TenantKind.valueOf(label.asString().toUpperCase(Locale.ROOT))));
        return kinds.isEmpty() ? EnumSet.allOf(TenantKind.class) : kinds;
    }

    /** What is wrong with an address is said without it. */
    private Optional<URI> address(JsonNode entry, String pointer) {
        String place = Findings.child(pointer, "webhook");
        try {
            URI address = new URI(entry.path("webhook").asString());
            boolean whole = address.getHost() != null && address.getRawUserInfo() == null
                    && address.getRawFragment() == null;
            boolean secure = "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme()) && Site.isLoopback(address));
            if (whole && secure) {
                return Optional.of(address);
            }
            findings.at(place, whole
                    ? "the address must begin with https; plain http is for this machine only"
                    : "this is no complete address without user and fragment");
        } catch (URISyntaxException e) {
            findings.at(place, "this is no address of the web");
        }
        return Optional.empty();
    }

    private Optional<Duration> span(JsonNode node, String key, String pointer, Duration longest) {
        if (!node.has(key)) {
            return Optional.empty();
        }
        String text = node.path(key).asString();
        try {
            Duration span = Duration.parse(text);
            if (span.isPositive() && span.compareTo(longest) <= 0) {
                return Optional.of(span);
            }
            findings.at(Findings.child(pointer, key),
                    "a time here is more than nothing and at most " + longest + ", not " + text);
        } catch (DateTimeException e) {
            findings.at(Findings.child(pointer, key), "'" + text + "' is not a time such as PT5S or PT10M");
        }
        return Optional.empty();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}

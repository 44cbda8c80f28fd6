package dev.shisa.lint;

import dev.shisa.account.Facet;
import dev.shisa.account.Harm;
import dev.shisa.catalog.Texts;
import dev.shisa.catalog.WireCall;
import dev.shisa.yaml.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns one entry that fits the schema into the cmdlets that it speaks of. */
final class CmdletReader {
    private final JsonNode entry;
    private final JsonNode texts;
    private final String pointer;
    private final Findings findings;

    /**
     * A reader of one entry.
     *
     * @param texts the texts by name that its file holds
     */
    CmdletReader(JsonNode entry, JsonNode texts, String pointer, Findings findings) {
        this.entry = entry;
        this.texts = texts;
        this.pointer = pointer;
        this.findings = findings;
    }

    /** Each cmdlet by the place of its name; they are the same but for that. */
    SequencedMap<String, Cmdlet> read() {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        if (entry.has("name")) {
            names.put(Findings.child(pointer, "name"), text(entry, "name"));
        }
        int number = 0;
        for (JsonNode name : entry.path("names")) {
            names.put(Findings.child(Findings.child(pointer, "names"), number++), name.asString());
        }
        Cmdlet first = cmdlet(names.firstEntry().getValue());
        SequencedMap<String, Cmdlet> cmdlets = new LinkedHashMap<>();
        names.forEach((place, name) -> cmdlets.put(place, first.named(name)));
        return cmdlets;
    }

    private Cmdlet cmdlet(String name) {
        return new Cmdlet(name, text(entry, "module"), aliases(), Action.parse(text(entry, "action")).orElseThrow(),
                reach(), signature(), flag("asks"), Set.copyOf(list(entry, "hides_prompt")), list(entry, "targets"),
                listing(), effects(), marks(), calls(), list(entry, "guarded"), list(entry, "sources"),
                text(entry, "note"));
    }

    private List<String> aliases() {
        if (entry.has("names") && entry.has("aliases")) {
            findings.atKey(Findings.child(pointer, "aliases"),
                    "an entry of several cmdlets cannot say whose aliases these are: give each its own entry");
            return List.of();
        }
        return list(entry, "aliases");
    }

    private Reach reach() {
        return text(entry, "reach").equals(Reach.LOCAL.label()) ? Reach.LOCAL : Reach.TENANT;
    }

    private Signature signature() {
        Map<String, String> aliases = entry.path("parameter_aliases").propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, alias -> alias.getValue().asString()));
        return new Signature(list(entry, "positional"), names("parameters"), names("switches"), aliases,
                flag("complete"), flag("previews"));
    }

    private Set<String> names(String key) {
        Set<String> names = Names.set(list(entry, key));
        if (names.size() < entry.path(key).size()) {
            findings.at(Findings.child(pointer, key), "a name stands here twice, written in two ways");
        }
        return names;
    }

    private Optional<Listing> listing() {
        JsonNode listing = entry.path("listing");
        return listing.isObject() ? Optional.of(listing(listing)) : Optional.empty();
    }

    private static Listing listing(JsonNode node) {
        OptionalInt cap = node.has("cap") ? OptionalInt.of(node.path("cap").asInt()) : OptionalInt.empty();
        return new Listing(text(node, "population"), cap, optional(node, "unlimited").map(Condition::parse),
                Set.copyOf(list(node, "limits")), Set.copyOf(list(node, "narrowing")), Set.copyOf(list(node, "types")),
                Set.copyOf(widening(node)), Set.copyOf(list(node, "loaded")),
                optional(node, "loads"));
    }

    private static List<String> widening(JsonNode listing) {
        return listing.path("null_widens").asBoolean(false)
                ? list(listing, "narrowing")
                : list(listing, "null_widens");
    }

    private List<CmdletEffect> effects() {
        List<CmdletEffect> effects = new ArrayList<>();
        int number = 0;
        for (JsonNode node : entry.path("effects")) {
            String place = Findings.child(Findings.child(pointer, "effects"), number++);
            Optional<Facet> facet = optional(node, "facet").flatMap(Facet::parse);
            if (node.has("facet") != node.has("becomes")) {
                findings.at(place,
                        "'facet' and 'becomes' stand together: one says what is hit, the other what becomes of it");
            } else {
                facet.ifPresent(known -> checkWord(known, text(node, "becomes"), place));
            }
            Texts what = what(node.path("what"), place);
            for (Occasion occasion : occasions(node)) {
                effects.add(new CmdletEffect(facet, text(node, "becomes"), harm(text(node, "harm")),
                        node.path("irreversible").asBoolean(false), occasion, what));
            }
        }
        return effects;
    }

    private Texts what(JsonNode node, String place) {
        if (node.isString() && !texts.has(node.asString())) {
            findings.at(Findings.child(place, "what"), "there is no text called '" + node.asString()
                    + "' under texts: write it there, or here as en and ja");
        }
        JsonNode pair = node.isString() ? texts.path(node.asString()) : node;
        return new Texts(text(pair, "en"), text(pair, "ja"));
    }

    private void checkWord(Facet facet, String word, String place) {
        if (FacetWord.parse(facet, word).isEmpty()) {
            findings.at(Findings.child(place, "becomes"), "'" + word + "' says nothing of " + facet.label()
                    + "; it may be " + FacetWord.of(facet).stream().map(FacetWord::word)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static Harm harm(String label) {
        return Harm.valueOf(label.toUpperCase(Locale.ROOT));
    }

    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        for (JsonNode node : entry.path("marks")) {
            String label = node.isString() ? node.asString() : text(node, "kind");
            Mark.Kind.parse(label).ifPresent(
                    kind -> occasions(node).forEach(occasion -> marks.add(new Mark(kind, occasion))));
        }
        return marks;
    }

    private List<CmdletCall> calls() {
        List<CmdletCall> calls = new ArrayList<>();
        for (JsonNode node : entry.path("calls")) {
            Optional<String> body = node.has("body")
                    ? Optional.of(JsonMapper.shared().writeValueAsString(node.path("body")))
                    : Optional.empty();
            WireCall request = new WireCall(text(node, "method"), text(node, "path"), body);
            occasions(node).forEach(occasion -> calls.add(new CmdletCall(request, occasion)));
        }
        return calls;
    }

    /** One for each condition of which one must hold; one in all when there is none. */
    private static List<Occasion> occasions(JsonNode node) {
        List<Condition> unless = list(node, "unless").stream().map(Condition::parse).toList();
        JsonNode when = node.path("when");
        List<String> any = when.isString() ? List.of(when.asString()) : list(node, "when");
        return any.isEmpty()
                ? List.of(new Occasion(Optional.empty(), unless))
                : any.stream().map(text -> new Occasion(Optional.of(Condition.parse(text)), unless)).toList();
    }

    private boolean flag(String key) {
        return entry.path(key).asBoolean(false);
    }

    private static String text(JsonNode owner, String key) {
        return owner.path(key).asString("");
    }

    private static Optional<String> optional(JsonNode owner, String key) {
        return owner.path(key).isString() ? Optional.of(text(owner, key)) : Optional.empty();
    }

    private static List<String> list(JsonNode owner, String key) {
        return owner.path(key).valueStream().map(node -> node.asString("")).toList();
    }
}

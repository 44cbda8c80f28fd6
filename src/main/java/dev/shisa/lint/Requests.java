package dev.shisa.lint;

import dev.shisa.account.Facet;
import dev.shisa.catalog.EffectFloor;
import dev.shisa.catalog.Floor;
import dev.shisa.catalog.LeastHarm;
import dev.shisa.catalog.WireCall;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a request does that a script sends by itself, to Microsoft Graph or another service. */
final class Requests {
    private static final Set<String> SENDING = Set.of("invoke-mggraphrequest", "invoke-graphrequest",
            "invoke-restmethod",
            "invoke-webrequest", "invoke-msgraphrequest", "invoke-pnpgraphmethod", "invoke-azrestmethod");
    /** Parameters that say where a request goes, and so whom it hits. */
    static final List<String> ADDRESSES = List.of("Uri", "Url", "Path");
    /** The path behind the version, with everything hidden in it as one segment. */
    private static final Pattern PATH = Pattern.compile("(?:^|.*/)(?:v1\\.0|beta)(/[^?]*).*", Pattern.CASE_INSENSITIVE);

    /** A method that stands nowhere in the text. */
    private static final String HIDDEN = "?";

    private Requests() {
    }

    /** Whether it asks a service for something. */
    static boolean reads(Call call) {
        return isRequest(call) && methods(call).stream().allMatch("GET"::equals);
    }

    private static boolean isRequest(Call call) {
        return SENDING.contains(call.key());
    }

    /** All that it may be sent with; one that nobody sees may be any. */
    private static Set<String> methods(Call call) {
        Optional<Value> given = call.parameter("Method").or(() -> call.parameter("CustomMethod"));
        if (given.isEmpty()) {
            return Set.of(call.open() ? HIDDEN : "GET");
        }
        return given.get().alternatives().map(value -> value.literal().orElse(HIDDEN).toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** What a request takes away; empty where the command sends none, or one that only reads or adds. In doubt something is. */
    static Set<Mark.Kind> kinds(Call call) {
        Set<Mark.Kind> kinds = EnumSet.noneOf(Mark.Kind.class);
        if (!isRequest(call)) {
            return kinds;
        }
        String address = ADDRESSES.stream().flatMap(name -> call.parameter(name).stream()).findFirst()
                .map(Requests::pattern).orElse("");
        Matcher matcher = PATH.matcher(address);
        String path = (matcher.matches() ? matcher.group(1) : address).toLowerCase(Locale.ROOT);
        for (String method : methods(call)) {
            switch (method) {
                case "DELETE" -> kinds.addAll(deleted(path));
                case "POST" -> kinds.addAll(posted(path));
                case HIDDEN -> kinds.add(Mark.Kind.OBJECT_REMOVED);
                default -> {
                }
            }
        }
        return kinds;
    }

    private static String pattern(Value value) {
        return value instanceof Value.Mixed mixed
                ? mixed.pattern().replace("\u0000", "account")
                : value.literal().orElse("");
    }

    private static Set<Mark.Kind> deleted(String path) {
        Set<Mark.Kind> kinds = EnumSet.of(Mark.Kind.OBJECT_REMOVED);
        Floor floor = EffectFloor.of(new WireCall("DELETE", plain(path), Optional.empty()));
        if (floor instanceof Floor.Known known
                && known.harms().stream().map(LeastHarm::facet).anyMatch(facet -> facet == Facet.IDENTITY)) {
            kinds.add(path.contains("/deleteditems/") ? Mark.Kind.PURGES : Mark.Kind.IDENTITY_DESTROYED);
        } else if (path.matches("/users/[^/]+")) {
            kinds.add(Mark.Kind.IDENTITY_DESTROYED);
        } else if (path.contains("/deleteditems/")) {
            kinds.add(Mark.Kind.PURGES);
        }
        return kinds;
    }

    private static String plain(String path) {
        return path.startsWith("/") ? path.replace("deleteditems", "deletedItems") : "/" + path;
    }

    private static Set<Mark.Kind> posted(String path) {
        if (path.endsWith("/wipe") || path.endsWith("/cleanwindowsdevice")) {
            return EnumSet.of(Mark.Kind.DEVICE_WIPE);
        }
        if (path.endsWith("/permanentdelete")) {
            return EnumSet.of(Mark.Kind.PURGES);
        }
        return EnumSet.noneOf(Mark.Kind.class);
    }
}

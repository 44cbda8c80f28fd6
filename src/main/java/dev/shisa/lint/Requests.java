package dev.shisa.lint;

import dev.shisa.account.Facet;
import dev.shisa.catalog.EffectFloor;
import dev.shisa.catalog.Floor;
import dev.shisa.catalog.LeastHarm;
import dev.shisa.catalog.WireCall;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request does that a script sends by itself, to Microsoft Graph or another service. */
final class Requests {
    private static final Set<String> SENDING = Set.of("invoke-mggraphrequest", "invoke-graphrequest",
            "invoke-restmethod",
            "invoke-webrequest", "invoke-msgraphrequest", "invoke-pnpgraphmethod", "invoke-azrestmethod");
    /** The path behind the version, with everything hidden in it as one segment. */
    private static final Pattern PATH = Pattern.compile("(?:^|.*/)(?:v1\\.0|beta)(/[^?]*).*", Pattern.CASE_INSENSITIVE);

    private Requests() {
    }

    /** Whether it asks a service for something. */
    static boolean reads(Call call) {
        return SENDING.contains(call.name().toLowerCase(Locale.ROOT))
                && call.parameter("Method").flatMap(Value::literal)
                        .map(method -> method.equalsIgnoreCase("GET")).orElse(true);
    }

    /** What a request takes away; empty where the command sends none, or one that only reads or adds. */
    static Set<Mark.Kind> kinds(Call call) {
        if (!SENDING.contains(call.name().toLowerCase(Locale.ROOT))) {
            return EnumSet.noneOf(Mark.Kind.class);
        }
        String method = call.parameter("Method").or(() -> call.parameter("CustomMethod")).flatMap(Value::literal)
                .orElse("GET").toUpperCase(Locale.ROOT);
        String address = call.parameter("Uri").or(() -> call.parameter("Url")).or(() -> call.parameter("Path"))
                .map(Requests::pattern).orElse("");
        Matcher matcher = PATH.matcher(address);
        String path = (matcher.matches() ? matcher.group(1) : address).toLowerCase(Locale.ROOT);
        return switch (method) {
            case "DELETE" -> deleted(path);
            case "POST" -> posted(path);
            default -> EnumSet.noneOf(Mark.Kind.class);
        };
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
        if (path.endsWith("/sendmail")) {
            return EnumSet.noneOf(Mark.Kind.class);
        }
        return EnumSet.noneOf(Mark.Kind.class);
    }
}

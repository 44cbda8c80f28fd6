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
import java.util.stream.Stream;

/** What a request does that a script sends by itself, to Microsoft Graph or another service. */
final class Requests {
    private static final Set<String> SENDING = Set.of("invoke-mggraphrequest", "invoke-graphrequest",
            "invoke-restmethod",
            "invoke-webrequest", "invoke-msgraphrequest", "invoke-pnpgraphmethod", "invoke-azrestmethod");
    /** Parameters that say where a request goes, and so whom it hits. */
    static final List<String> ADDRESSES = List.of("Uri", "Url", "Path");
    /** The path behind the version, with everything hidden in it as one segment. */
    private static final Pattern PATH = Pattern.compile("(?:^|.*/)(?:v1\\.0|beta)(/[^?]*).*", Pattern.CASE_INSENSITIVE);

    /** What Graph lists a page at a time. */
    private static final Pattern COLLECTION = Pattern.compile(
            "/?(?:users|groups|devices|applications|servicePrincipals|contacts|teams|sites|directoryObjects"
                    + "|directory/deletedItems/microsoft\\.graph\\.[a-z]+|deviceManagement/managedDevices)/?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USER = Pattern.compile("/?users/[^/]+/?");
    private static final Pattern BLOCKED = Pattern
            .compile("(?i)accountEnabled[\"']?\\s*[:=]\\s*\"?\\$?(true|false|\u0000)");
    private static final Pattern METHOD = Pattern.compile("(?i)[\"']method[\"']\\s*:\\s*[\"']([A-Z]+|\u0000)");
    private static final Pattern URL = Pattern.compile("(?i)[\"']url[\"']\\s*:\\s*[\"']([^\"']+)");
    private static final Pattern REMOVED = Pattern.compile("(?i)removeLicenses[\"']?\\s*[:=]\\s*\\[\\s*([^\\]\\s])");

    private static final List<String> RECIPIENTS = List.of("To", "Cc", "Bcc", "ToRecipients", "CcRecipients",
            "BccRecipients", "Recipients", "RecipientAddress", "MailTo");
    private static final Pattern NOTHING = Pattern.compile("(?!)()");

    private static final Set<String> OTHER_METHODS = Set.of("GET", "POST", "PATCH", "PUT", "HEAD");

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
        String path = path(call).toLowerCase(Locale.ROOT);
        Optional<Value> body = call.parameter("Body");
        for (String method : methods(call)) {
            switch (method) {
                case "DELETE" -> kinds.addAll(deleted(path));
                case "POST" -> kinds.addAll(posted(path, body));
                case "PATCH" -> kinds.addAll(changed(path, body));
                case HIDDEN -> kinds.add(Mark.Kind.OBJECT_REMOVED);
                default -> {
                }
            }
        }
        return kinds;
    }

    /** Where a request goes, behind the version and before the question mark, as far as it can be seen. */
    private static String path(Call call) {
        String address = address(call);
        Matcher matcher = PATH.matcher(address);
        return matcher.matches() ? matcher.group(1) : address.replaceFirst("[?].*", "");
    }

    private static String address(Call call) {
        return ADDRESSES.stream().flatMap(name -> call.parameter(name).stream()).findFirst().map(Requests::pattern)
                .orElse("");
    }

    /** What of a request says whom it hits, beside where it goes: a batch names everybody in its body. */
    static Optional<Value> named(Call call) {
        if (!isRequest(call) || !isBatch(path(call).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        List<Value> addresses = call.parameter("Body").stream().flatMap(value -> said(value, "url", URL)).toList();
        return addresses.isEmpty() ? call.parameter("Body") : Optional.of(new Value.Items(addresses));
    }

    private static boolean isBatch(String path) {
        return path.endsWith("/$batch");
    }

    /**
     * The collection that a request reads as a whole.
     *
     * @param query what stands behind the question mark; empty where nothing does
     */
    record Collection(String query) {
    }

    /** The collection of people, groups, devices and the like that a request lists; empty where it asks for something else, or nobody sees for what. */
    static Optional<Collection> collection(Call call) {
        String address = address(call);
        int mark = address.indexOf('?');
        return COLLECTION.matcher(path(call)).matches()
                ? Optional.of(new Collection(mark < 0 ? "" : address.substring(mark + 1)))
                : Optional.empty();
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

    private static Set<Mark.Kind> posted(String path, Optional<Value> body) {
        if (path.endsWith("/wipe") || path.endsWith("/cleanwindowsdevice")) {
            return EnumSet.of(Mark.Kind.DEVICE_WIPE);
        }
        if (path.endsWith("/permanentdelete")) {
            return EnumSet.of(Mark.Kind.PURGES);
        }
        if (isBatch(path)) {
            return batch(body);
        }
        return path.endsWith("/assignlicense") && (isUnseen(body) || body.stream().anyMatch(Requests::takesLicences))
                ? EnumSet.of(Mark.Kind.ACCESS_REVOKED)
                : EnumSet.noneOf(Mark.Kind.class);
    }

    /** Blocking an account is a change of it. */
    private static Set<Mark.Kind> changed(String path, Optional<Value> body) {
        return USER.matcher(path).matches() && (isUnseen(body) || body.stream().anyMatch(Requests::blocks))
                ? EnumSet.of(Mark.Kind.ACCESS_REVOKED)
                : EnumSet.noneOf(Mark.Kind.class);
    }

    /** Whether it is said of an account that it is not enabled; what nobody sees may say so. */
    private static boolean blocks(Value body) {
        return said(body, "accountEnabled", BLOCKED)
                .anyMatch(value -> !value.literal().map("true"::equalsIgnoreCase).orElse(false));
    }

    /** Whether a body stands nowhere in the text. */
    private static boolean isUnseen(Optional<Value> body) {
        return body.isEmpty() || body.get().alternatives().anyMatch(value -> value instanceof Value.Hidden
                || value instanceof Value.Unknown || value instanceof Value.Found);
    }

    private static Set<Mark.Kind> batch(Optional<Value> body) {
        Set<Mark.Kind> kinds = EnumSet.noneOf(Mark.Kind.class);
        List<Value> methods = body.stream().flatMap(value -> said(value, "method", METHOD)).toList();
        boolean deletes = methods.isEmpty() || isUnseen(body) || methods.stream().anyMatch(method -> !method.literal()
                .map(name -> OTHER_METHODS.contains(name.toUpperCase(Locale.ROOT))).orElse(false));
        if (body.stream().anyMatch(value -> blocks(value) || takesLicences(value))) {
            kinds.add(Mark.Kind.ACCESS_REVOKED);
        }
        if (deletes) {
            kinds.add(Mark.Kind.OBJECT_REMOVED);
            body.stream().flatMap(value -> said(value, "url", URL)).map(Requests::pattern)
                    .forEach(url -> kinds.addAll(deleted(url.toLowerCase(Locale.ROOT))));
        }
        return kinds;
    }

    private static boolean takesLicences(Value body) {
        return said(body, "removeLicenses", REMOVED)
                .anyMatch(value -> !(value instanceof Value.Items items && items.items().isEmpty()));
    }

    /** To whom a message goes: parameters that say so, and what the body of a request says of it. */
    static Stream<Value> recipients(Call call) {
        return call.parameters().entrySet().stream().flatMap(parameter -> RECIPIENTS.stream()
                .flatMap(name -> parameter.getKey().equalsIgnoreCase(name)
                        ? Stream.of(parameter.getValue())
                        : said(parameter.getValue(), name, NOTHING)));
    }

    /** What a body says under a name, wherever it stands in it: a table of the script, or a text of JSON. */
    private static Stream<Value> said(Value body, String key, Pattern inText) {
        return switch (body) {
            case Value.Fields fields -> fields.fields().entrySet().stream()
                    .flatMap(field -> field.getKey().equalsIgnoreCase(key)
                            ? Stream.of(field.getValue())
                            : said(field.getValue(), key, inText));
            case Value.Items items -> items.items().stream().flatMap(item -> said(item, key, inText));
            case Value.Element element -> said(element.list(), key, inText);
            case Value.Either either -> either.values().stream().flatMap(value -> said(value, key, inText));
            case Value.Text text -> inText.matcher(text.content()).results()
                    .map(found -> new Value.Text(found.group(1)));
            case Value.Mixed mixed -> inText.matcher(mixed.pattern()).results()
                    .map(found -> new Value.Text(found.group(1)));
            default -> Stream.empty();
        };
    }
}

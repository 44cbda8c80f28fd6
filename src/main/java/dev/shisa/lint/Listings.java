package dev.shisa.lint;

import dev.shisa.lint.Population.Selection;
import dev.shisa.powershell.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much of everything a reading command asks for. */
final class Listings {
    /** Properties that say only of what kind something is. */
    private static final Set<String> KINDS = Set.of("recipienttype", "recipienttypedetails", "objectclass",
            "objectcategory", "usertype", "grouptypes", "template", "resourceprovisioningoptions", "operatingsystem");
    private static final Set<String> FILTERS = Set.of("filter", "ldapfilter", "recipientpreviewfilter", "search",
            "contentfilter", "query", "where", "odatafilter");
    private static final Set<String> NAMES = Set.of("identity", "userid", "objectid", "userprincipalname", "groupid",
            "deviceid", "id", "upn", "mailbox", "user", "url", "site", "primarysmtpaddress",
            "externaldirectoryobjectid",
            "guid", "manageddeviceid", "directoryobjectid", "teamid", "siteid", "listid", "applicationid",
            "serviceprincipalid", "contactid", "administrativeunitid");
    private static final Set<String> ROOTS = Set.of("searchbase", "organizationalunit");
    private static final Pattern COMPARED = Pattern.compile(
            "([A-Za-z][A-Za-z0-9/.]*)\\s+-?(?:eq|ne|like|gt|lt|ge|le)\\b",
            Pattern.CASE_INSENSITIVE);
    /** {@code groupTypes/any(c:c eq 'Unified')} asks for a kind in another form. */
    private static final Pattern ANY_KIND = Pattern.compile("([A-Za-z]+)/any\\(([a-z]+):\\s*\\2 eq",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIKE_ALL = Pattern.compile("-like\\s+['\"]\\*+['\"]|=\\s*\\*\\s*\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("[\\s)]-?and[\\s(]|\\(&", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE = Pattern.compile(
            "(?i)(displayname|userprincipalname|mail|id|name|samaccountname|primarysmtpaddress|deviceid|mailnickname|alias|serialnumber)\\s+-?eq\\s+['\"][^'\"*]+['\"]");
    private static final char HIDDEN = '\u0000';

    Population population(Call call, Listing listing, Value input) {
        Selection selection = Selection.WHOLE;
        Optional<Source> hidden = input.sources().stream().findFirst();
        Optional<Span> widens = Optional.empty();
        boolean many = true;
        boolean isItself = false;
        for (String name : listing.narrowing()) {
            Optional<Value> value = call.parameter(name);
            if (value.isEmpty()) {
                continue;
            }
            Selection by = by(name, value.get());
            selection = by.compareTo(selection) > 0 ? by : selection;
            boolean isNamed = by == Selection.NAMED && namesOne(call.name(), name);
            many &= !isNamed || value.get().isMany();
            isItself |= by == Selection.NAMED && (isNamed || !hasMembers(call));
            hidden = hidden.or(() -> value.get().sources().stream().findFirst());
            if (listing.widening().contains(name) && mayWiden(name, value.get())) {
                widens = Optional.of(call.place());
            }
        }
        if (selection == Selection.WHOLE && isFed(input)) {
            isItself = true;
            selection = input.populations().stream().map(Population::selection).min(Selection::compareTo)
                    .orElse(Selection.NAMED);
            many = input.isMany();
            widens = call.cmdlet().stream().flatMap(cmdlet -> cmdlet.positional().stream()).findFirst()
                    .filter(listing.widening()::contains).isPresent()
                    && input.sources().stream().anyMatch(source -> source.mayBeEmpty() && isText(input))
                            ? Optional.of(call.place())
                            : Optional.empty();
        }
        many &= !isForOne(call);
        if (selection == Selection.WHOLE && call.open()) {
            selection = Selection.UNKNOWN;
        }
        return new Population(call, selection, !isItself && isCut(call, listing), inherited(input), hidden, widens,
                many,
                false);
    }

    /** What was fed into it keeps its filters. */
    private static List<Population.ClientFilter> inherited(Value input) {
        List<Population> populations = input.populations();
        return switch (populations.size()) {
            case 0 -> List.of();
            case 1 -> populations.getFirst().filters();
            default -> populations.stream().flatMap(population -> population.filters().stream()).distinct().toList();
        };
    }

    private static boolean isText(Value input) {
        return input instanceof Value.Hidden;
    }

    private static boolean isFed(Value input) {
        return !(input instanceof Value.Nothing) && !(input instanceof Value.Unknown);
    }

    Population unknown(Call call, Value input) {
        Stream<Value> values = Stream.concat(call.parameters().values().stream(), call.rest().stream());
        Optional<Source> hidden = Stream.concat(values, Stream.of(input)).flatMap(value -> value.sources().stream())
                .findFirst();
        return new Population(call, Selection.UNKNOWN, false, inherited(input), hidden,
                Optional.empty(), true, false);
    }

    /** What a request lists that a script sends by itself: a page, unless something asks for the next one again and again. */
    Population requested(Call call, Requests.Collection asked) {
        String query = asked.query().toLowerCase(Locale.ROOT);
        int filter = query.indexOf("$filter=");
        Selection selection = filter < 0
                ? Selection.WHOLE
                : filtered(new Value.Text(asked.query().substring(filter + "$filter=".length())));
        boolean isSearch = query.contains("$search=");
        boolean isPaged = call.situation().loops().stream().anyMatch(Situation.Repeat::untilEmpty);
        return new Population(call, isSearch ? Selection.NARROWED : selection, !isPaged, List.of(),
                Stream.concat(call.parameters().values().stream(), call.rest().stream())
                        .flatMap(value -> value.sources().stream()).findFirst(),
                Optional.empty(), true, false);
    }

    /** Whether it lists what belongs to a group, of which there may be many; nobody has a thousand devices. */
    private static boolean hasMembers(Call call) {
        return call.key().contains("member") || call.key().contains("link");
    }

    /** Whether a command that is given that name gives the thing itself, and not what belongs to it. */
    private static boolean namesOne(String command, String parameter) {
        String noun = command.substring(command.indexOf('-') + 1).toLowerCase(Locale.ROOT);
        String wanted = parameter.toLowerCase(Locale.ROOT);
        boolean isPart = Stream
                .of("member", "permission", "rule", "channel", "item", "method", "license", "session", "link", "folder",
                        "owner")
                .anyMatch(noun::contains);
        return !isPart && (wanted.equals("identity") || wanted.equals("userprincipalname") || wanted.equals("objectid")
                || wanted.equals("primarysmtpaddress") || (wanted.endsWith("id")
                        && noun.endsWith(wanted.substring(0, wanted.length() - 2)))
                || wanted.equals("url"));
    }

    private static Selection by(String name, Value value) {
        String small = name.toLowerCase(Locale.ROOT);
        if (value instanceof Value.Nothing
                || value.literal().map(text -> text.isBlank() || text.equals("*")).orElse(false)) {
            return Selection.WHOLE;
        }
        if (FILTERS.contains(small)) {
            return filtered(value);
        }
        if (ROOTS.contains(small)) {
            boolean isRoot = value.literal().map(text -> !text.toLowerCase(Locale.ROOT).contains("ou=")
                    && text.toLowerCase(Locale.ROOT).contains("dc=")).orElse(false);
            return isRoot ? Selection.WHOLE : Selection.PART;
        }
        if (value instanceof Value.Text text && text.content().indexOf('*') >= 0) {
            return Selection.NARROWED;
        }
        if (value instanceof Value.Text text && (text.content().equals("\\") || text.content().equals("/"))) {
            return Selection.WHOLE;
        }
        return NAMES.contains(small) ? Selection.NAMED : Selection.NARROWED;
    }

    /** A condition that only asks for a kind, or for anything, leaves everything in. */
    private static Selection filtered(Value value) {
        if (value instanceof Value.Code code) {
            return filtered(new Value.Text(FilterText.of(code.block())));
        }
        String text = value instanceof Value.Mixed mixed ? mixed.pattern() : value.literal().orElse("?");
        if (text.indexOf(HIDDEN) >= 0) {
            return Selection.NARROWED;
        }
        if (LIKE_ALL.matcher(text).find() && !AND.matcher(text).find()) {
            return Selection.WHOLE;
        }
        Matcher compared = COMPARED.matcher(ANY_KIND.matcher(text).replaceAll("$1 eq"));
        boolean any = false;
        boolean allKinds = true;
        while (compared.find()) {
            any = true;
            allKinds &= KINDS.contains(compared.group(1).toLowerCase(Locale.ROOT));
        }
        return any && allKinds ? Selection.WHOLE : Selection.NARROWED;
    }

    /** Whether nothing keeps a selecting value from being empty, and an empty one would select more. */
    private static boolean mayWiden(String parameter, Value value) {
        if (value instanceof Value.Mixed mixed) {
            // A name of which a part is missing is another name; a condition in which a value is missing is another condition.
            boolean isName = !FILTERS.contains(Names.folded(parameter))
                    && !mixed.pattern().replace(HIDDEN, ' ').isBlank();
            return !isName && mixed.values().stream().anyMatch(Listings::mayBeEmpty);
        }
        return mayBeEmpty(value);
    }

    private static boolean mayBeEmpty(Value value) {
        return value.alternatives().anyMatch(each -> switch (each) {
            case Value.Nothing _ -> true;
            case Value.Text text -> text.content().isBlank();
            case Value.Hidden hidden -> hidden.source().mayBeEmpty();
            default -> false;
        });
    }

    /** Whether it asks for what has one name. */
    private static boolean isForOne(Call call) {
        return call.parameter("Filter").flatMap(filter -> filter instanceof Value.Mixed mixed
                ? Optional.of(mixed.pattern())
                : filter.literal()).filter(text -> ONE.matcher(text.strip()).matches()).isPresent();
    }

    private static boolean isCut(Call call, Listing listing) {
        if (isForOne(call)) {
            return false;
        }
        List<Value> limits = listing.limits().stream().flatMap(name -> call.parameter(name).stream()).toList();
        boolean isTold = limits.stream().anyMatch(value -> value.literal()
                .map(text -> text.chars().allMatch(Character::isDigit) && !text.equals("0")).orElse(false));
        boolean isAll = listing.unlimited().map(condition -> condition.holds(call.given())
                || (condition.value().filter("true"::equals).isPresent() && call.parameter(condition.parameter())
                        .filter(value -> !Call.isFalse(value)).isPresent()))
                .orElse(false)
                || call.open() || limits.stream()
                        .anyMatch(value -> value.literal().isEmpty() || value.literal().map("0"::equals).orElse(false));
        return isTold || (listing.cap().isPresent() && !isAll);
    }
}

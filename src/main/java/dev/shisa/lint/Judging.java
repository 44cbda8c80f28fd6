package dev.shisa.lint;

import dev.shisa.lint.Population.ClientFilter;
import dev.shisa.lint.Population.Selection;
import dev.shisa.lint.Situation.Repeat;
import dev.shisa.powershell.Comment;
import dev.shisa.powershell.Expression.Variable;
import dev.shisa.powershell.Parsed;
import dev.shisa.powershell.Problem;
import dev.shisa.powershell.Span;
import dev.shisa.powershell.Stage.Argument;
import dev.shisa.powershell.Stage.Redirection;
import dev.shisa.powershell.Typography;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds what a text would do against the rules. */
final class Judging {
    private static final Pattern PREVIEW = Pattern.compile("[-\u2013\u2014\u2015]whatif", Pattern.CASE_INSENSITIVE);

    private static final Pattern CONTINUED = Pattern.compile("[ \\t]*+`\\r?\\n[ \\t]*+(?=#)");

    private final String text;
    private final List<Comment> comments;
    private final List<Typography> typography;
    private final List<Problem> problems;
    private final Trace trace;
    private final Set<Fault> faults = new LinkedHashSet<>();
    private final Set<Place> known = new HashSet<>();
    /** Names of commands that were previewed before the one that is judged, in small letters. */
    private final Set<String> tried = new HashSet<>();
    /** Kinds of things that were removed before it. */
    private final Set<String> removed = new HashSet<>();

    /** Where a rule was found. */
    private record Place(Rule rule, int offset) {
    }

    private Judging(String text, List<Parsed> parts, Trace trace) {
        this.text = text;
        this.comments = parts.stream().flatMap(part -> part.comments().stream()).toList();
        this.typography = parts.stream().flatMap(part -> part.typography().stream()).toList();
        this.problems = parts.stream().flatMap(part -> part.problems().stream()).toList();
        this.trace = trace;
    }

    /** Every fault once, in the order of the text. */
    static List<Fault> of(String text, Parsed parsed, Trace trace, CmdletTable table) {
        return of(text, List.of(parsed), trace, table);
    }

    /** The same for parts of one text. */
    static List<Fault> of(String text, List<Parsed> parts, Trace trace, CmdletTable table) {
        Judging judging = new Judging(text, parts, trace);
        for (Call call : trace.calls()) {
            if (call.isPreview()) {
                judging.tried.add(call.key());
                continue;
            }
            if (call.isDestructive()) {
                judging.judge(call);
                Things.removed(call).ifPresent(judging.removed::add);
            }
            if (call.has(Mark.Kind.SENDS_MAIL)) {
                judging.mail(call);
            }
        }
        judging.codeFromText();
        judging.notUnderstood();
        judging.faults.addAll(new Unexecuted(text, judging.comments, trace, table).faults());
        return judging.faults.stream().sorted(java.util.Comparator.comparingInt(Fault::offset)
                .thenComparing(Fault::rule)).toList();
    }

    private void add(Rule rule, Span place, Call call, String detail) {
        if (known.add(new Place(rule, place.start()))) {
            faults.add(new Fault(rule, place.start(), call.name(), detail));
        }
    }

    private void judge(Call call) {
        List<Value> targets = call.targets();
        List<Population> populations = targets.stream().flatMap(target -> target.populations().stream()).distinct()
                .toList();
        Set<Call> feeders = feeders(call);
        if (isUnbounded(targets, populations) || isEverything(call, targets)) {
            add(Rule.UNBOUNDED_SELECTION, call.place(), call, "");
        }
        populations.stream().filter(Population::isCut)
                .forEach(population -> add(Rule.CAPPED_LISTING, population.origin().place(), population.origin(),
                        cap(population)));
        if (isPromptless(call)) {
            add(Rule.CONFIRMATION_SUPPRESSED, call.place(), call, "");
        }
        marks(call);
        rehearsal(call, targets);
        hidden(call, targets);
        populations.forEach(population -> population.widensAt()
                .ifPresent(place -> add(Rule.NULL_WIDENS, place, population.origin(), "")));
        populations.forEach(population -> filters(call, population, feeders));
        characters(call, feeders);
        muted(call, feeders);
        loops(call, populations);
    }

    /** The number after which a listing stops, where it is known. */
    private static String cap(Population population) {
        Optional<Listing> listing = population.origin().cmdlet().flatMap(Cmdlet::listing);
        List<Value> told = listing.stream().flatMap(known -> known.limits().stream())
                .flatMap(name -> population.origin().parameter(name).stream()).toList();
        if (!told.isEmpty()) {
            return told.getFirst().literal().orElse("");
        }
        return listing.filter(known -> known.cap().isPresent())
                .map(known -> Integer.toString(known.cap().getAsInt())).orElse("");
    }

    static boolean isUnbounded(List<Value> targets, List<Population> populations) {
        return populations.stream().anyMatch(Population::isUnbounded)
                || targets.stream()
                        .anyMatch(target -> target.literal().map(text -> text.strip().equals("*")).orElse(false));
    }

    /** Whether something in the text says whom a command hits. */
    static FoundCommand.Bounded bounded(Call call) {
        List<Value> targets = call.targets();
        List<Population> populations = targets.stream().flatMap(target -> target.populations().stream()).toList();
        if (isUnbounded(targets, populations) || isEverything(call, targets)) {
            return FoundCommand.Bounded.NO;
        }
        boolean isSeen = !targets.isEmpty() && !call.open()
                && populations.stream().noneMatch(population -> population.selection() == Selection.UNKNOWN)
                && targets.stream().allMatch(target -> target.sources().isEmpty())
                && targets.stream().flatMap(target -> target.parts().stream())
                        .noneMatch(Value.Unknown.class::isInstance);
        return isSeen ? FoundCommand.Bounded.YES : FoundCommand.Bounded.UNKNOWN;
    }

    /** Whether it names nothing, and takes all there is. */
    private static boolean isEverything(Call call, List<Value> targets) {
        boolean isAll = call.parameter("All").map(value -> !Call.isFalse(value)).orElse(false);
        boolean isRepeated = call.situation().loops().stream().map(Repeat::through)
                .flatMap(through -> through.populations().stream())
                .anyMatch(Population::isUnbounded);
        return targets.isEmpty() && (isAll || isRepeated);
    }

    /** The commands whose output decides whom it hits, or how often. */
    static Set<Call> feeders(Call call) {
        Set<Call> all = chain(call);
        call.situation().loops().stream().map(Repeat::through)
                .flatMap(through -> through.populations().stream())
                .forEach(population -> all.addAll(origins(population)));
        return all;
    }

    /** The command that gave it, and those that fed that. */
    static Set<Call> origins(Population population) {
        Set<Call> all = chain(population.origin());
        all.add(population.origin());
        return all;
    }

    /** The commands that fed it. */
    static Set<Call> chain(Call call) {
        Set<Call> all = new LinkedHashSet<>();
        List<Call> open = new ArrayList<>(List.of(call));
        while (!open.isEmpty() && all.size() < 100) {
            Call next = open.removeLast();
            next.parameters().values().forEach(value -> addOrigins(value, all, open));
            next.rest().forEach(value -> addOrigins(value, all, open));
            next.input().ifPresent(value -> addOrigins(value, all, open));
        }
        return all;
    }

    private static void addOrigins(Value value, Set<Call> all, List<Call> open) {
        for (Population population : value.populations()) {
            if (all.add(population.origin())) {
                open.add(population.origin());
            }
        }
    }

    private static boolean isPromptless(Call call) {
        Optional<Value> confirm = call.parameter("Confirm");
        if (confirm.isPresent()) {
            return confirm.get().alternatives().anyMatch(Call::isFalse);
        }
        boolean isForced = call.cmdlet().map(Cmdlet::hidesPrompt).orElse(Set.of()).stream()
                .anyMatch(name -> call.parameter(name).map(value -> !Call.isFalse(value)).orElse(false));
        return isForced || (call.preferences().promptsOffAt().isPresent()
                && call.cmdlet().map(Cmdlet::previews).orElse(false));
    }

    private void marks(Call call) {
        if (call.has(Mark.Kind.IDENTITY_DESTROYED) && !call.has(Mark.Kind.PURGES) && !call.situation().gated()) {
            add(Rule.IDENTITY_DESTROYED, call.place(), call, "");
        }
        boolean purges = call.has(Mark.Kind.PURGES);
        if (purges || (call.has(Mark.Kind.PERMANENT) && !call.has(Mark.Kind.DEVICE_WIPE))) {
            add(Rule.PERMANENT, call.place(), call, "");
        }
        if (purges && Things.purged(call).stream().anyMatch(removed::contains)) {
            add(Rule.NO_WAIT_BEFORE_PURGE, call.place(), call, "");
        }
        if (call.has(Mark.Kind.HOLD_LIFTED)) {
            add(Rule.HOLD_LIFTED, call.place(), call, "");
        }
        if (call.has(Mark.Kind.DEVICE_WIPE)) {
            add(Rule.DEVICE_WIPE, call.place(), call, "");
        }
    }

    private void rehearsal(Call call, List<Value> targets) {
        boolean isBulk = targets.stream().anyMatch(Value::isMany)
                || call.situation().loops().stream().anyMatch(Repeat::isMany);
        boolean isSwitchedOff = call.parameter("WhatIf").map(Call::isFalse).orElse(false);
        boolean isCommentedOut = commentsAt(call).stream()
                .anyMatch(comment -> PREVIEW.matcher(comment.text()).find());
        boolean wasTried = tried.contains(call.key());
        boolean canBeTried = call.situation().gated() || call.mayBePreview();
        if (isSwitchedOff || isCommentedOut || (isBulk && !wasTried && !canBeTried)) {
            add(Rule.NO_REHEARSAL, call.place(), call, "");
        }
    }

    /** Those within the command, or behind it in its last line. */
    private List<Comment> commentsAt(Call call) {
        int end = text.indexOf('\n', continued(call.span().end()));
        return between(comments, comment -> comment.span().start(), call.span().start(), end < 0 ? text.length() : end);
    }

    /** The beginning of the last line to which backticks carry a command on, where there is nothing of it but a comment. */
    private int continued(int end) {
        Matcher more = CONTINUED.matcher(text).region(end, text.length());
        return more.lookingAt() ? more.end() : end;
    }

    /** Those of a sorted list that begin between two places, both of which count. */
    private static <T> List<T> between(List<T> sorted, ToIntFunction<T> offset, int from, int to) {
        return sorted.subList(firstAt(sorted, offset, from), firstAt(sorted, offset, to + 1));
    }

    private static <T> int firstAt(List<T> sorted, ToIntFunction<T> offset, int from) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offset.applyAsInt(sorted.get(middle)) < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void hidden(Call call, List<Value> targets) {
        boolean isHidden = targets.stream().flatMap(target -> target.parts().stream()).anyMatch(part -> switch (part) {
            case Value.Hidden hidden -> counts(hidden.source());
            case Value.Found found -> isHidden(found.population());
            default -> false;
        });
        boolean isSplat = call.open() && targets.isEmpty();
        if ((isHidden || isSplat) && !call.situation().gated()) {
            add(Rule.HIDDEN_TARGET, call.place(), call, "");
        }
    }

    /** Whether what names or selects it stands nowhere in the text. */
    private static boolean isHidden(Population population) {
        boolean isSelected = population.selection() != Selection.WHOLE && population.selection() != Selection.PART;
        return isSelected && population.hidden().filter(Judging::counts).isPresent();
    }

    /** What somebody types at a question is seen by the one who types. */
    private static boolean counts(Source source) {
        return source.kind() != Source.Kind.INPUT;
    }

    private void filters(Call call, Population population, Set<Call> feeders) {
        for (ClientFilter filter : population.filters()) {
            boolean isWhole = population.selection() == Selection.WHOLE || population.selection() == Selection.PART;
            if (isWhole && filter.narrows()) {
                add(Rule.FILTER_AFTER, filter.span(), call, "");
            }
            if (Filters.isIneffective(filter, population, trace)) {
                add(Rule.FILTER_INEFFECTIVE, filter.span(), call, "");
            }
        }
        feeders.stream().filter(Filters::isIneffective)
                .forEach(feeder -> add(Rule.FILTER_INEFFECTIVE, feeder.place(), feeder, ""));
    }

    private void characters(Call call, Set<Call> feeders) {
        Stream<Value> values = Stream.concat(call.targets().stream(),
                call.situation().loops().stream().map(Repeat::through));
        Stream<Span> files = values.flatMap(value -> value.sources().stream())
                .filter(source -> source.kind() == Source.Kind.FILE).map(Source::span);
        Stream.concat(Stream.concat(Stream.of(call), feeders.stream()).map(Call::span), files)
                .flatMap(span -> between(typography, Typography::offset, span.start(), span.end()).stream())
                .forEach(odd -> add(Rule.SMART_CHARACTERS, new Span(odd.offset(), odd.offset()), call,
                        String.format("U+%04X", (int) odd.character())));
    }

    private void muted(Call call, Set<Call> feeders) {
        Stream.concat(Stream.of(call), feeders.stream()).forEach(each -> {
            silences(each).forEach(place -> add(Rule.ERRORS_MUTED, place, each, ""));
            each.preferences().mutedAt().ifPresent(place -> add(Rule.ERRORS_MUTED, place, each, ""));
            each.situation().mutedAt().ifPresent(place -> add(Rule.ERRORS_MUTED, place, each, ""));
        });
    }

    private static List<Span> silences(Call call) {
        List<Span> found = new ArrayList<>();
        boolean isSilent = call.parameter("ErrorAction").flatMap(Value::literal).map(Binding::isSilent).orElse(false);
        if (isSilent) {
            found.add(call.command().arguments().stream().filter(Argument.Named.class::isInstance)
                    .map(argument -> (Argument.Named) argument)
                    .filter(named -> Names.startsWith(named.name(), "e")).map(Argument.Named::span).findFirst()
                    .orElse(call.place()));
        }
        for (Redirection redirection : call.command().redirections()) {
            boolean isError = redirection.stream() == 2 || redirection.stream() == 0;
            if (isError && redirection.target().filter(target -> target instanceof Variable variable
                    && variable.name().equalsIgnoreCase("null")).isPresent()) {
                found.add(redirection.span());
            }
        }
        return found;
    }

    private void loops(Call call, List<Population> populations) {
        for (Repeat loop : call.situation().loops()) {
            boolean listsInside = populations.stream().anyMatch(population -> population.selection() != Selection.NAMED
                    && isWithin(population.origin().span(), loop.all()));
            String code = text.substring(loop.all().start(), loop.all().end()).toLowerCase(Locale.ROOT);
            boolean purgesInside = call.has(Mark.Kind.PURGES) || call.has(Mark.Kind.CONTENT_DESTROYED);
            if (loop.untilEmpty() && (listsInside || purgesInside) && !code.contains("nextlink")
                    && !code.contains("read-host")) {
                add(Rule.LOOP_UNTIL_EMPTY, loop.keyword(), call, "");
            }
        }
    }

    private static boolean isWithin(Span inner, Span outer) {
        return inner.start() >= outer.start() && inner.end() <= outer.end();
    }

    private void mail(Call call) {
        // Who takes a meeting away writes to everybody who was to come.
        boolean isRepeated = !call.situation().loops().isEmpty() || call.input().map(Value::isMany).orElse(false)
                || call.isDestructive();
        if (isRepeated || Requests.recipients(call).flatMap(value -> value.parts().stream())
                .anyMatch(part -> !(part instanceof Value.Text) && part.isMany())) {
            add(Rule.SENDS_MAIL, call.place(), call, "");
        }
    }

    private void codeFromText() {
        trace.codeFromText().stream().filter(code -> !code.isSeen())
                .forEach(code -> faults.add(new Fault(Rule.CODE_FROM_TEXT, code.span().start(), "", "")));
    }

    private void notUnderstood() {
        problems.forEach(problem -> faults.add(new Fault(Rule.NOT_UNDERSTOOD, problem.offset(), "",
                problem.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))));
        trace.unknownNames().forEach(span -> faults.add(new Fault(Rule.NOT_UNDERSTOOD, span.start(),
                text.substring(span.start(), span.end()), "unknown")));
        if (trace.isExhausted()) {
            faults.add(new Fault(Rule.NOT_UNDERSTOOD, 0, "", "too large"));
        }
    }
}

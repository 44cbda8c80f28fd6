package dev.shisa.lint;

import dev.shisa.document.Documents;
import dev.shisa.document.Format;
import dev.shisa.document.Passage;
import dev.shisa.document.Place;
import dev.shisa.document.Reading;
import dev.shisa.powershell.Comment;
import dev.shisa.powershell.Parsed;
import dev.shisa.powershell.PowerShell;
import dev.shisa.powershell.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads scripts and procedures and says what they would do. Runs nothing, and is safe for use by many threads. */
public final class Linter {
    private static final Pattern VERB_NOUN = Pattern.compile("[A-Za-z]{3,20}-[A-Za-z][A-Za-z0-9]{2,60}");
    /** What a person is to fill in, as documents write it: PowerShell would take the brackets for something else. */
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<=[\\s=:,\"'(])<([^<>|;'\"\\n#$]{1,60})>");

    private final CmdletTable table;
    private final LocalDate today;

    /**
     * A linter.
     *
     * @param table what is known of cmdlets
     * @param today the day on which suppressions have to be in force
     */
    public Linter(CmdletTable table, LocalDate today) {
        this.table = table;
        this.today = today;
    }

    /** What is in a file of that name with those bytes. */
    public FileReport lint(String file, byte[] bytes) {
        return switch (Documents.read(file, bytes)) {
            case Reading.Unreadable unreadable -> new FileReport.Unreadable(file, unreadable.reason());
            case Reading.Understood understood -> followed(file, understood);
        };
    }

    /** What is nested deeper than can be followed is refused as a whole. */
    private FileReport followed(String file, Reading.Understood understood) {
        try {
            return new Sheet(understood).report(file);
        } catch (StackOverflowError e) {
            return new FileReport.Unreadable(file,
                    "What " + file + " would do cannot be followed: its values lie too deep within each other.");
        }
    }

    /** The code of one file as one text. */
    private final class Sheet {
        private final Reading.Understood document;
        private final StringBuilder whole = new StringBuilder();
        private final List<Span> spans = new ArrayList<>();

        Sheet(Reading.Understood document) {
            this.document = document;
            for (Passage passage : document.passages()) {
                int start = whole.length();
                whole.append(document.format() == Format.SCRIPT ? passage.text() : filled(passage.text()));
                spans.add(new Span(start, whole.length()));
                whole.append('\n');
            }
        }

        private static String filled(String text) {
            return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement("'" + found.group(1) + "'"));
        }

        FileReport report(String file) {
            String text = whole.toString();
            List<Parsed> parts = spans.stream().map(span -> PowerShell.parse(text, span))
                    .filter(part -> part.problems().isEmpty() || isPowerShell(text, part)).toList();
            Trace trace = Walk.through(parts, table);
            Suppressions suppressions = new Suppressions();
            parts.stream().flatMap(part -> part.comments().stream()).forEach(comment -> suppressions.take(comment,
                    place(comment.span().start()).line(), isAlone(text, comment), today));
            List<Fault> faults = new ArrayList<>(Judging.of(text, parts, trace, table));
            suppressions.malformed().forEach(at -> faults.add(new Fault(Rule.NOT_UNDERSTOOD, at, "", "suppression")));
            List<Finding> findings = new ArrayList<>();
            int suppressed = 0;
            Set<String> known = new HashSet<>();
            Map<Integer, List<Call>> calls = faults.isEmpty()
                    ? Map.of()
                    : trace.calls().stream().collect(Collectors.groupingBy(call -> call.place().start()));
            for (Fault fault : faults) {
                Place place = place(fault.offset());
                if (suppressions.covers(fault.rule(), place.line())) {
                    suppressed++;
                } else if (known.add(fault.rule() + " " + place)) {
                    findings.add(finding(fault, place, calls.getOrDefault(fault.offset(), List.of())));
                }
            }
            findings.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column)
                    .thenComparing(Finding::rule));
            List<String> remarks = new ArrayList<>(document.remarks());
            remarks.addAll(suppressions.remarks());
            return new FileReport.Read(file, document.encoding(), findings, commands(trace), suppressed,
                    document.lines(), remarks);
        }

        /** In a document, what cannot be read and names no command is something else than PowerShell. */
        private boolean isPowerShell(String text, Parsed part) {
            if (document.format() == Format.SCRIPT) {
                return true;
            }
            Matcher names = VERB_NOUN.matcher(text).region(part.script().span().start(), part.script().span().end());
            while (names.find()) {
                if (table.find(names.group()).filter(cmdlet -> cmdlet.reach() == Reach.TENANT).isPresent()
                        || Commands.looksDestructive(names.group())) {
                    return true;
                }
            }
            return false;
        }

        private Finding finding(Fault fault, Place place, List<Call> here) {
            Optional<Call> call = here.stream().filter(each -> each.name().equals(fault.cmdlet())).findFirst();
            Optional<Cmdlet> cmdlet = call.flatMap(Call::cmdlet).or(() -> table.find(fault.cmdlet()));
            List<CmdletEffect> effects = call.flatMap(each -> each.cmdlet().map(known -> known.effects(each.given())))
                    .orElse(List.of());
            return new Finding(place.line(), place.column(), fault.rule(), fault.cmdlet(), effects, fault.detail(),
                    cmdlet.flatMap(known -> known.guarded().stream().findFirst()));
        }

        private List<FoundCommand> commands(Trace trace) {
            Set<FoundCommand> found = new LinkedHashSet<>();
            for (Call call : trace.calls()) {
                if (call.isDestructive()) {
                    found.add(new FoundCommand(place(call.place().start()).line(), call.name(),
                            call.cmdlet().map(known -> known.effects(call.given())).orElse(List.of()),
                            !call.isPreview(), Judging.bounded(call)));
                }
            }
            return List.copyOf(found);
        }

        private static boolean isAlone(String text, Comment comment) {
            int start = comment.span().start();
            return text.substring(text.lastIndexOf('\n', start - 1) + 1, start).isBlank();
        }

        /** The place in the file of a character of the whole text. */
        private Place place(int offset) {
            int low = 0;
            int high = spans.size() - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (spans.get(middle).start() <= offset) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            if (spans.isEmpty()) {
                return new Place(1, 1);
            }
            Span span = spans.get(low);
            return document.passages().get(low).place(Math.min(offset, span.end()) - span.start());
        }
    }
}

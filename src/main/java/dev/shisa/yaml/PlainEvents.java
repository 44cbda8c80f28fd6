package dev.shisa.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/** The events of one document, looked at on their way: what JSON cannot say is a mistake. Used by one thread. */
final class PlainEvents implements Parser {
    private static final int DEPTH = 24;

    private final Parser events;
    private final Findings findings;
    private int depth;
    private int documents;

    PlainEvents(Parser events, Findings findings) {
        this.events = events;
        this.findings = findings;
    }

    /** The rest of the file is not read, since the findings say all there is to say. */
    static final class NothingMore extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public boolean checkEvent(Event.ID kind) {
        return events.checkEvent(kind);
    }

    @Override
    public Event peekEvent() {
        return events.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public Event next() {
        Event event = events.next();
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            at(event, "a file is one document, this begins another");
            throw new NothingMore();
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            at(event, "anchors and aliases are not allowed: write it out");
        }
        tag(event).ifPresent(tag -> at(event, "tags are not allowed: " + tag));
        depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        if (depth > DEPTH) {
            at(event, "nested more than " + DEPTH + " deep");
            throw new NothingMore();
        }
        return event;
    }

    private static Optional<String> tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent start -> start.getTag();
            default -> Optional.empty();
        };
    }

    private void at(Event event, String sentence) {
        Optional<Mark> mark = event.getStartMark();
        findings.at(mark.map(Position::of).orElse(Position.START), sentence);
    }
}

package dev.shisa.report;

import dev.shisa.text.Sentence;
import dev.shisa.text.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a report rests on, so that somebody else can look it up. */
final class Anchors {
    private Anchors() {
    }

    /** Names and what they are called or digested to, in the order in which they came to be; pure. */
    static Map<Text, Text> of(RunView view) {
        Map<Text, Text> anchors = new LinkedHashMap<>();
        anchors.put(Text.of("Plan"), Text.of("{0}, digest {1}", view.plan(), view.planDigest()));
        anchors.put(Text.of("Rehearsals"), view.evidence().isEmpty()
                ? Text.of("none needed")
                : Text.listed(view.evidence().stream().map(one -> Text.of("{0}", new Sentence(one))).toList()));
        anchors.put(Text.of("Snapshot before"), view.snapshotBefore().map(Text::verbatim)
                .orElse(Text.of("none; the accounts were named and read one by one")));
        anchors.put(Text.of("Snapshot after"), view.snapshotAfter().map(Text::verbatim).orElse(
                view.snapshotBefore().isPresent() ? Text.of("none that is provably complete") : Text.of("none")));
        anchors.put(Text.of("Journal"), Text.of("head {0}", view.journalHead()));
        view.auditHead().ifPresent(head -> anchors.put(Text.of("Audit log"), Text.of("head {0}", head)));
        return anchors;
    }
}

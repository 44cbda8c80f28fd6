package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.applying;

import java.nio.file.Path;

/**
 * Rows in a tenant that is treated as production. The line they start from runs a plan that another person approved, and it writes: whatever refuses it is
 * what the row changed.
 */
abstract class DrillTable extends BypassTable {
    private String plan = "";
    private Drill[] drill = {};

    /** A way that changes something in a bundle of its own. */
    @FunctionalInterface
    interface Change {
        /** Changes the bundle, the store or the words. */
        void on(Attempt attempt, Path site) throws Exception;
    }

    @Override
    void prepare(Stage before) throws Exception {
        drill = new Drill[]{Drill.of(before)};
        pinned(drill());
        plan = drill().approved("person1");
    }

    /** What the bundle says besides, before anybody approves. */
    void pinned(Drill before) throws Exception {
        Drill.pin(before.bundle(), "");
    }

    final Drill drill() {
        return drill[0];
    }

    /** The plan that bob approved. */
    final String plan() {
        return plan;
    }

    /** A row that starts from the line that writes. */
    final Row drilled(String name, int code, String phrase, Change change) {
        return Row.row(name, code, phrase, attempt -> {
            Path site = drill().lay(attempt);
            attempt.words(applying(plan));
            change.on(attempt, site);
        });
    }
}

package dev.shisa.bench;

import dev.shisa.diag.RefusedException;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunStatus;
import dev.shisa.operation.RunSummary;
import dev.shisa.store.Disk;
import dev.shisa.store.FaultyDisk;
import dev.shisa.store.FaultyDisk.Fault;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of which one step fails, and then what a person would do until nothing is open. Used once, by one thread. */
final class FailPlay {
    /** How often a person tries until it counts as not to be resolved. */
    private static final int TRIES = 8;

    private final FailCase one;
    private final FailStage stage;
    private final FaultyDisk disk = FaultyDisk.on(Disk.real());
    private final Worker worker;
    private final List<String> story = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    FailPlay(FailCase one, FailStage stage, Path root) {
        this.one = one;
        this.stage = stage;
        this.worker = new Worker(stage, root, disk);
    }

    /**
     * How a case went.
     *
     * @param one the case
     * @param fired whether the step was reached at all
     * @param step what it was, as far as that is known
     * @param isWrite whether it wrote something, a file or an account
     * @param begun whether the run itself had begun by then
     * @param wrong what is not as the journals claim
     * @param unresolved what nobody could bring to an end
     * @param undone targets that were left untouched at the end, and are told so
     * @param story what was done, and how each thing ended
     */
    record Outcome(FailCase one, boolean fired, String step, boolean isWrite, boolean begun, List<String> wrong,
            List<String> unresolved, List<String> undone, List<String> story) {
        boolean isNotable() {
            return !wrong.isEmpty() || !unresolved.isEmpty() || !undone.isEmpty();
        }

        String line() {
            return one.label() + " (" + step + "): wrong " + wrong + ", unresolved " + unresolved + ", undone "
                    + undone + " | "
                    + String.join("; ", story);
        }
    }

    Outcome play() throws IOException {
        boolean file = one.failure().isOfFile();
        if (file) {
            disk.failing(one.nth(), Fault.valueOf(one.failure().name()), one.lasting());
        } else {
            stage.strike(one);
        }
        attempt("run", worker::execute);
        int made = file ? disk.steps().size() : stage.requests();
        boolean fired = made >= one.nth();
        String step = file && fired ? disk.steps().get(one.nth() - 1) : "of " + made;
        boolean isWrite = fired && (file ? step.startsWith("write ") : stage.isWrite(one.nth()));
        disk.healed();
        stage.heal();
        boolean begun = hasRun();
        List<String> unresolved = new ArrayList<>();
        List<String> wrong = new ArrayList<>(broken);
        List<String> undone = new ArrayList<>();
        try {
            recover();
            FailClaims claims = new FailClaims(stage, worker.archive());
            claims.hold();
            wrong.addAll(claims.wrong());
            unresolved.addAll(claims.unresolved());
            undone.addAll(claims.undone());
        } catch (RefusedException e) {
            unresolved.add("the store does not verify: " + sentences(e));
        }
        return new Outcome(one, fired, step, isWrite, begun, wrong, unresolved, undone, story);
    }

    private boolean hasRun() throws IOException {
        try {
            return !worker.runs(RunKind.RUN).isEmpty();
        } catch (RefusedException e) {
            return true;
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void make() throws RefusedException, IOException, TenantFailure, InterruptedException;
    }

    /** Whether it came through without a refusal. */
    private boolean attempt(String what, Attempt attempt) {
        try {
            attempt.make();
            story.add(what + ": came through");
            return true;
        } catch (RefusedException e) {
            story.add(what + ": refused, " + sentences(e));
        } catch (IOException e) {
            story.add(what + ": store, " + e.getMessage());
        } catch (TenantFailure e) {
            story.add(what + ": tenant, " + e.sentence());
        } catch (InterruptedException e) {
            story.add(what + ": stopped, " + e.getMessage());
        } catch (RuntimeException e) {
            story.add(what + ": internal error, " + e);
            broken.add("an internal error: " + e + " at " + List.of(e.getStackTrace()).subList(0,
                    Math.min(4, e.getStackTrace().length)));
        }
        return false;
    }

    private static String sentences(RefusedException e) {
        return String.join(" ", e.diagnostics().stream()
                .map(one -> one.summary() + one.found().map(found -> " (" + found + ")").orElse("")).toList());
    }

    private void recover() throws IOException, RefusedException {
        for (int i = 0; i < TRIES; i++) {
            Optional<RunSummary> open = worker.archive().runs().stream().filter(run -> run.status().isOpen())
                    .reduce((_, last) -> last);
            List<RunSummary> runs = worker.runs(RunKind.RUN);
            if (open.isPresent()) {
                close(open.get());
            } else if (runs.isEmpty()) {
                attempt("run again", worker::execute);
            } else if (one.undo() && isToBeUndone(runs.getLast())) {
                attempt("undo", () -> worker.undo(runs.getLast()));
            } else if (!one.undo() && runs.getLast().status() == RunStatus.PARTIAL) {
                attempt("retry", () -> worker.resume(runs.getLast(), true));
            } else if (!one.undo() && runs.getLast().status() == RunStatus.CLOSED) {
                attempt("run again", worker::execute);
            } else {
                return;
            }
        }
    }

    /** A run that wrote somebody and is over can still be brought back. */
    private static boolean isToBeUndone(RunSummary run) {
        return run.status() == RunStatus.COMPLETED || run.status() == RunStatus.PARTIAL;
    }

    private void close(RunSummary open) {
        boolean gone = one.undo() && open.kind() == RunKind.RUN;
        if (!gone && attempt("resume " + open.kind().label() + " " + open.status().label(),
                () -> worker.resume(open, false))) {
            return;
        }
        attempt("undo " + open.kind().label() + " " + open.status().label(), () -> worker.undo(back(open)));
    }

    /** An undo that cannot go on is begun again: the run that it brings back is undone once more. */
    private RunSummary back(RunSummary open) throws IOException, RefusedException {
        return open.kind() == RunKind.UNDO ? worker.archive().run(open.plan()).orElseThrow() : open;
    }
}

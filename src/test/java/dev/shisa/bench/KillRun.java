package dev.shisa.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * One run on a fresh tenant: begun, killed, resumed, killed again, until it has ended.
 *
 * @param seed what the tenant holds
 * @param targets how many accounts are named
 * @param clock when to kill
 */
record KillRun(String seed, int targets, KillClock clock) {
    /** After so many kills the rest of a run is left in peace, so that it ends. */
    private static final int MOST_KILLS = 12;
    private static final int MOST_PROCESSES = 40;

    /**
     * What became of a run.
     *
     * @param kills how often it was killed
     * @param finding what is wrong
     * @param story exit codes and kills, in order
     */
    record Outcome(int kills, KillFinding finding, String story) {
    }

    Outcome play() throws IOException {
        try (BenchTenant tenant = BenchTenant.spawn(seed)) {
            SortedMap<String, JsonNode> before = tenant.accounts();
            Targets chosen = Targets.of(tenant, before, targets);
            KillFinding finding = new KillFinding(tenant, before, chosen);
            return new Course(tenant.terminal(), chosen, finding).play();
        }
    }

    /** The way of one run through its processes. */
    private final class Course {
        private final Terminal terminal;
        private final KillFinding finding;
        private final List<String> begin;
        private final List<String> story = new ArrayList<>();
        private int kills;

        Course(Terminal terminal, Targets chosen, KillFinding finding) throws IOException {
            this.terminal = terminal;
            this.finding = finding;
            String domain = chosen.names().getFirst().replaceFirst(".*@", "");
            this.begin = List.of("mailbox", "remove", "--from", terminal.listed(chosen.names()).toString(),
                    "--keep-identity", "--execute", "--confirm", chosen.names().size() + "@" + domain, "--accept-loss",
                    "licences,mailbox");
        }

        Outcome play() throws IOException {
            List<String> words = begin;
            for (int i = 0; i < MOST_PROCESSES && !words.isEmpty(); i++) {
                KilledProcess.End end = carryOut(words);
                finding.intents(terminal);
                words = next(end);
            }
            if (!words.isEmpty()) {
                finding.stuck("it has not ended after " + MOST_PROCESSES + " processes");
            }
            finding.judge(terminal);
            return new Outcome(kills, finding, String.join(", ", story));
        }

        private KilledProcess.End carryOut(List<String> words) throws IOException {
            KillClock.Kind kind = words.equals(begin) ? KillClock.Kind.BEGINNING : KillClock.Kind.RESUMING;
            Optional<KillMoment> moment = kills < MOST_KILLS ? clock.draw(kind) : Optional.empty();
            KilledProcess.End end = KilledProcess.run(terminal, words, moment);
            if (end.killed()) {
                kills++;
            } else {
                moment.ifPresent(_ -> clock.giveBack());
                if (end.code() == 0) {
                    clock.saw(kind, end.spans());
                }
            }
            story.add(words.getFirst() + " " + (end.killed() ? "killed " + moment.orElseThrow() : end.code()));
            return end;
        }

        /** The line that goes on; empty when the run has ended, or cannot go on. */
        private List<String> next(KilledProcess.End end) {
            if (end.tooLate()) {
                finding.stuck("a process took more than " + KilledProcess.PATIENCE_SECONDS + " s");
                return List.of();
            }
            List<JsonNode> runs = terminal.type("run", "list").lines().stream()
                    .filter(line -> line.path("type").asString("").equals("run")).toList();
            Optional<JsonNode> open = runs.stream().filter(run -> run.path("open").asBoolean()).findFirst();
            if (open.isEmpty()) {
                boolean ended = runs.stream().anyMatch(run -> run.path("kind_of_run").asString("").equals("run"));
                if (!ended && !end.killed() && end.code() != 0) {
                    finding.stuck("it was refused with " + end.code() + ": " + end.errors());
                    return List.of();
                }
                return ended ? List.of() : begin;
            }
            String name = open.get().path("run").asString();
            boolean goesOn = end.killed() || Set.of(0, 17, 19).contains(end.code())
                    || !end.result().path("run").asString("").equals(name);
            if (!goesOn) {
                finding.stuck(open.get().path("kind_of_run").asString() + " " + name + " is "
                        + open.get().path("status").asString() + " and ended with " + end.code() + ": "
                        + end.errors());
                return List.of();
            }
            return resume(name);
        }

        /** What {@code run show} says has to be said to go on. */
        private List<String> resume(String name) {
            JsonNode shown = terminal.type("run", "show", name).result();
            List<String> words = new ArrayList<>(List.of("run", "resume", name));
            String confirm = shown.path("confirm").asString("");
            if (!confirm.isEmpty()) {
                words.addAll(List.of("--confirm", confirm));
            }
            List<String> losses = new ArrayList<>();
            shown.path("loss").forEach(loss -> losses.add(loss.asString()));
            if (!losses.isEmpty()) {
                words.addAll(List.of("--accept-loss", String.join(",", losses)));
            }
            return words;
        }
    }
}

package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.applying;
import static dev.shisa.bypass.Row.row;

import dev.shisa.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ways by files of the store, with and without mending their digests. */
class StoreBypassTest extends BypassTable {
    /** A site without a rehearsal account: what has no evidence cannot be run. */
    private static final String NOBODY_REHEARSES = "format_version: \"1.0\"\ntenants:\n  - {tenant_id: "
            + Site.SANDBOX_TENANT + ", kind: sandbox, rehearsal: [\"nobody-*@contoso.example\"]}\n";
    private String plan = "";
    private String spent = "";
    private String run = "";

    @Override
    void prepare(Stage before) {
        spent = before.planned("person2");
        run = before.done(0, applying(spent)).path("run").asString();
        plan = before.planned("person1");
    }

    @Override
    Stream<Row> rows() {
        return Stream.of(plans(), evidence(), records(), folders()).flatMap(rows -> rows);
    }

    private Stream<Row> plans() {
        return Stream.of(
                row("plan: one bit", 12, "is not as it was made", attempt -> {
                    Forgery.bent(planFile(attempt));
                    attempt.words(applying(plan));
                }),
                row("plan: another target", 12, "is not as it was made", attempt -> {
                    Forgery.replaced(planFile(attempt), id(attempt, "person1"), id(attempt, "person3"));
                    attempt.words(applying(plan));
                }),
                forged("another target", 12, "is not as it was when the plan was made",
                        (attempt, object) -> target(object).put("id", id(attempt, "person3"))),
                forged("a protected target", 12, "is not as it was when the plan was made",
                        (attempt, object) -> target(object).put("id", id(attempt, "sentinel-1"))),
                forged("a target twice", 12, "is not as it was made", (_, object) -> {
                    ((ArrayNode) object.path("targets")).add(target(object).deepCopy());
                    object.put("count", 2);
                }),
                forged("no targets", 12, "is not as it was made", (_, object) -> {
                    ((ArrayNode) object.path("targets")).removeAll();
                    object.put("count", 0);
                }),
                forged("another tenant", 12, "The plan was made for another tenant.",
                        (_, object) -> object.put("tenant_id", "11111111-2222-4333-8444-555555555555")),
                forged("another domain", 12, "The plan was made for another tenant.",
                        (_, object) -> object.put("domain", "sgu.example")),
                forged("another choice", 12, "The loss in the plan is not what the command loses.",
                        (_, object) -> ((ArrayNode) object.path("options")).removeAll().add("discard-identity")),
                forged("no loss", 12, "The loss in the plan is not what the command loses.",
                        (_, object) -> ((ArrayNode) object.path("loss")).removeAll()),
                forged("another command", 12, "is not the one of the plan",
                        (_, object) -> object.put("command", "user delete")),
                forged("another entry", 12, "is not the one of the plan",
                        (_, object) -> object.put("command_digest", "0".repeat(64))),
                forged("expired", 12, "The plan has expired.",
                        (_, object) -> object.put("expires", "2012-04-01T00:00:00Z")),
                forged("a member that nobody knows", 12, "is not understood",
                        (_, object) -> object.put("approved", true)),
                forged("another version", 12, "is not as it was made",
                        (_, object) -> object.put("format_version", "2.0")),
                row("plan: spent", 12, "The plan was spent by", attempt -> attempt.words(applying(spent))),
                row("plan: spent, and its run hidden", 4, "is not as it was when the plan was made", attempt -> {
                    Files.move(attempt.store().resolve("runs").resolve(run), attempt.store().resolve("elsewhere"));
                    attempt.words(applying(spent));
                }),
                row("plan: one that is not there", 4, "There is no plan",
                        attempt -> attempt.words(applying("plan-nobody"))),
                row("plan: a file that is none", 12, "is not as it was made",
                        attempt -> attempt.words(applying(attempt.file("plan.json", "{}")))));
    }

    private Path planFile(Attempt attempt) {
        return attempt.store().resolve("plans").resolve(plan + ".json");
    }

    private static String id(Attempt attempt, String local) {
        return attempt.stage().tenant().account(local).path("id").asString();
    }

    private static ObjectNode target(ObjectNode object) {
        return (ObjectNode) object.path("targets").path(0);
    }

    @FunctionalInterface
    private interface Change {
        void on(Attempt attempt, ObjectNode object);
    }

    /** A plan that was changed and sealed again. */
    private Row forged(String name, int code, String phrase, Change change) {
        return row("plan, sealed again: " + name, code, phrase, attempt -> {
            Forgery.resealed(planFile(attempt), object -> change.on(attempt, object));
            attempt.words(applying(plan));
        });
    }

    private Stream<Row> evidence() {
        return Stream.of(
                proof("gone", Files::delete),
                proof("one bit", Forgery::bent),
                proof("under another name", file -> Files.move(file, file.resolveSibling("other.json"))),
                proof("sealed again for another shape", sealed(object -> object.put("shape", "kind=user"))),
                proof("sealed again for another choice",
                        sealed(object -> object.put("words", "--discard-identity"))),
                proof("sealed again for another tenant",
                        sealed(object -> object.put("tenant_id", "11111111-2222-4333-8444-555555555555"))),
                proof("sealed again, expired", sealed(object -> object.put("expires", "2012-04-01T00:00:00Z"))),
                proof("sealed again, made tomorrow", sealed(object -> object.put("made", "2112-04-01T00:00:00Z"))),
                proof("sealed again with a member that nobody knows",
                        sealed(object -> object.put("approved", true))),
                proof("sealed again as another version", sealed(object -> object.put("format_version", "2.0"))),
                proof("sealed again with nothing exercised",
                        sealed(object -> ((ArrayNode) object.path("exercised")).removeAll())),
                row("evidence: of the other choice", 14, "refused (14):",
                        attempt -> attempt.site(NOBODY_REHEARSES).instead("--keep-identity", "--discard-identity")
                                .instead("licences,mailbox", "identity")));
    }

    @FunctionalInterface
    private interface Edit {
        void on(Path file) throws IOException;
    }

    private static Edit sealed(Consumer<ObjectNode> change) {
        return file -> Forgery.resealed(file, change);
    }

    private static Row proof(String name, Edit edit) {
        return row("evidence: " + name, 14, "refused (14):", attempt -> {
            attempt.site(NOBODY_REHEARSES);
            edit.on(Forgery.single(attempt.store().resolve("evidence")));
        });
    }

    private Stream<Row> records() {
        return Stream.of(
                row("journal: one bit, and an undo", 20, "does not verify", attempt -> {
                    Forgery.bent(runFile(attempt, "journal.jsonl"));
                    attempt.words("undo", run, "--execute", "--confirm", "1@contoso.example");
                }),
                row("journal: one bit, and no summary", 20, "does not verify", attempt -> {
                    Forgery.bent(runFile(attempt, "journal.jsonl"));
                    Files.delete(runFile(attempt, "summary.json"));
                }),
                row("journal: chained again with what nobody knows", 20, "is not understood",
                        attempt -> Forgery.relinked(runFile(attempt, "journal.jsonl"),
                                line -> line.replaceFirst("\\{", "{\"approved\":true,"))),
                row("audit log: one bit", 20, "audit",
                        attempt -> Forgery.bent(attempt.store().resolve("audit.jsonl"))),
                row("halt: an order that cannot be read", 11, "Somebody halted what is to be done.", attempt -> {
                    Files.createDirectory(attempt.store().resolve("halts"));
                    Files.writeString(attempt.store().resolve("halts").resolve("all.json"), "nothing");
                }));
    }

    private Path runFile(Attempt attempt, String name) {
        return attempt.store().resolve("runs").resolve(run).resolve(name);
    }

    private static Stream<Row> folders() {
        return Stream.of(
                row("store: others may write it", 24, "may be written by others than its owner",
                        attempt -> Files.setPosixFilePermissions(attempt.store(),
                                PosixFilePermissions.fromString("rwxrwxrwx"))),
                row("store: a file", 24, "The store cannot be used",
                        attempt -> attempt.at("--tenant", attempt.stage().tenant().address(),
                                "--store", attempt.file("file", "nothing"))),
                row("store: an empty name", 2, "--store is blank.", attempt -> attempt
                        .with("XDG_DATA_HOME", attempt.store().resolveSibling("own").toString())
                        .at("--tenant", attempt.stage().tenant().address(), "--store", "")),
                row("tenant: an empty name", 2, "--tenant is blank.",
                        attempt -> attempt.at("--tenant", "", "--store", attempt.store().toString())),
                row("catalog: an empty name", 2, "cannot be read", attempt -> attempt.and("--catalog", "")));
    }
}

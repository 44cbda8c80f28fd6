package dev.shisa.fuzz;

import dev.shisa.diag.RefusedException;
import dev.shisa.account.Observation;
import dev.shisa.account.ObservationLine;
import dev.shisa.snapshot.BlockText;
import dev.shisa.snapshot.Snapshot;
import dev.shisa.store.Disk;
import dev.shisa.snapshot.SnapshotFolder;
import dev.shisa.store.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The folder of a snapshot: the input is its manifest, its accounts, their plain text under a manifest that fits, or changes of either. */
final class SnapshotTarget implements FuzzTarget {
    private static final String MANIFEST = "manifest.json";
    private static final String ACCOUNTS = "accounts.jsonl.zst";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Scratch scratch = new Scratch();
    private final byte[] manifest = Inputs.valid("snapshot", MANIFEST);
    private final byte[] accounts = Inputs.valid("snapshot", ACCOUNTS);
    private Optional<Snapshot> valid = Optional.empty();

    @Override
    public String name() {
        return "snapshot";
    }

    @Override
    public void accept(byte[] input) throws IOException {
        if (valid.isEmpty()) {
            valid = read(manifest, accounts);
        }
        Snapshot original = valid
                .orElseThrow(() -> new AssertionError("the valid snapshot is not read; bench/fuzz --valid"));
        unchanged(original, read(input, accounts));
        unchanged(original, read(Edits.apply(manifest, input), accounts));
        unchanged(original, read(manifest, input));
        unchanged(original, read(manifest, Edits.apply(accounts, input)));
        read(fitting(manifest, input), BlockText.compressed(input));
    }

    /** The manifest is held by its digest in the plan; here only the accounts are. */
    private static void unchanged(Snapshot original, Optional<Snapshot> found) {
        found.ifPresent(
                snapshot -> Oracle.same("changed accounts are accepted", original.accounts(), snapshot.accounts()));
    }

    private Optional<Snapshot> read(byte[] first, byte[] second) throws IOException {
        scratch.file("snapshot/" + MANIFEST, first);
        scratch.file("snapshot/" + ACCOUNTS, second);
        Optional<Snapshot> snapshot = read(scratch.folder().resolve("snapshot"));
        if (snapshot.isPresent()) {
            for (Observation account : snapshot.get().accounts().values()) {
                byte[] line = ObservationLine.write(account);
                Oracle.same("what is accepted is read as it is written", account,
                        ObservationLine.read(line, 0, line.length));
                Oracle.same("an account is found by its id", account,
                        Optional.ofNullable(snapshot.get().accounts().get(account.id())).orElseThrow());
            }
        }
        return snapshot;
    }

    private static Optional<Snapshot> read(Path folder) throws IOException {
        try {
            return Optional.of(SnapshotFolder.read(folder, Disk.real()));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private static byte[] fitting(byte[] like, byte[] text) {
        long lines = new String(text, StandardCharsets.UTF_8).lines().count();
        long active = new String(text, StandardCharsets.UTF_8).lines()
                .filter(line -> line.contains("\"identity\":{\"value\":\"active\"")).count();
        ObjectNode fitting = (ObjectNode) JSON.readTree(like);
        fitting.put("sha256", Digest.of(new String(text, StandardCharsets.UTF_8))).put("lines", lines);
        ((ObjectNode) fitting.path("active")).put("kept", active);
        ((ObjectNode) fitting.path("deleted")).put("kept", lines - active);
        return JSON.writeValueAsBytes(fitting);
    }
}

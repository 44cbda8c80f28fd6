package dev.shisa.fuzz;

import dev.shisa.store.ChainedLog;
import dev.shisa.store.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file that is a chained log. The input is taken for the file, for the records of a log that somebody chained, one a line, and for changes of a
 * valid file, which the folder of the target holds as {@code valid.jsonl}.
 *
 * @param <T> a record
 */
public abstract class ChainedFile<T> implements FuzzTarget {
    /** For files that can only be read from a disk. */
    protected final Scratch scratch = new Scratch();

    /** The records; empty when the file is refused. */
    protected abstract Optional<List<T>> read(Path file) throws IOException;

    /** Writes them into a file that is not there yet. */
    protected abstract void write(Path file, List<T> records) throws IOException;

    @Override
    public void accept(byte[] input) throws IOException {
        stands(scratch.file("raw.jsonl", input));
        stands(chained(input));
        byte[] valid = Inputs.valid(name(), "valid.jsonl");
        if (read(scratch.file("valid.jsonl", valid)).isEmpty()) {
            throw new AssertionError(name() + ": valid.jsonl is not read; bench/fuzz --valid");
        }
        byte[] edited = Edits.apply(valid, input);
        if (read(scratch.file("edited.jsonl", edited)).isPresent()) {
            int whole = wholeLength(edited);
            Oracle.holds(whole <= valid.length && Arrays.equals(edited, 0, whole, valid, 0, whole),
                    "a changed record is accepted");
        }
    }

    /** Everything up to the last line feed; what stands behind it is torn, and counts as not written. */
    private static int wholeLength(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] != '\n') {
            length--;
        }
        return length;
    }

    private Path chained(byte[] input) throws IOException {
        Path file = scratch.none("chained.jsonl");
        try (ChainedLog log = ChainedLog.create(file, Disk.real())) {
            for (String line : new String(input, StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith("{") && line.endsWith("}") && line.length() > 2) {
                    log.append(line);
                }
            }
        }
        return file;
    }

    private void stands(Path file) throws IOException {
        Optional<List<T>> records = read(file);
        if (records.isPresent()) {
            Path written = scratch.none("written.jsonl");
            write(written, records.get());
            Oracle.same("what is accepted is read as it is written", records, read(written));
            if (!records.get().isEmpty()) {
                Oracle.same("nothing is accepted that is not understood", lines(file), lines(written));
            }
            held(records.get());
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return ChainedLog.read(file, Disk.real()) instanceof ChainedLog.Content.Verified verified
                ? verified.lines()
                : List.of(Files.readString(file));
    }

    /** What is done next with records that were accepted. */
    protected void held(List<T> records) {
    }
}

package dev.shisa.sandbox.state;

import dev.shisa.sandbox.directory.Change;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Recorder;
import dev.shisa.sandbox.wire.JsonValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The changes of a tenant, one JSON object a line with its checksum, appended before an answer goes out. A line counts
 * when its line end is there: a last line without one was torn by the death of the process and is cut off; any other
 * damage refuses the start.
 */
public final class ChangeLog implements Recorder, AutoCloseable {

    private static final int FORMAT = 1;

    private final Path file;
    private final FileChannel channel;

    private ChangeLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** What the first line says: which seed the changes build on, and when that seed was laid out. */
    public record Head(String seed, String started) {
    }

    /** A log and what it held. */
    public record Opened(ChangeLog log, Head head, List<JsonNode> entries) {
    }

    /** Opens the log, or begins one with the given head. */
    public static Opened open(Path file, Head fresh) throws IOException, StateRefused {
        FileChannel channel = FileChannel.open(file,
                java.util.Set.of(java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.READ,
                        java.nio.file.StandardOpenOption.WRITE),
                PrivateFiles.attributes(file, "rw-------"));
        ChangeLog log = new ChangeLog(file, channel);
        try {
            List<JsonNode> lines = log.read();
            if (lines.isEmpty()) {
                log.append(Map.of("format", FORMAT, "seed", fresh.seed(), "started", fresh.started()));
                return new Opened(log, fresh, List.of());
            }
            JsonNode first = lines.getFirst();
            if (first.path("format").asInt(0) != FORMAT) {
                throw log.damaged(1);
            }
            Head head = new Head(first.path("seed").asString(""), first.path("started").asString(""));
            return new Opened(log, head, lines.subList(1, lines.size()));
        } catch (IOException | StateRefused failure) {
            channel.close();
            throw failure;
        }
    }

    private List<JsonNode> read() throws IOException, StateRefused {
        byte[] bytes = new byte[Math.toIntExact(channel.size())];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer);
        }
        List<JsonNode> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(line(new String(bytes, from, i - from, StandardCharsets.UTF_8), lines.size() + 1));
                from = i + 1;
            }
        }
        channel.truncate(from);
        channel.position(from);
        return lines;
    }

    private JsonNode line(String text, int number) throws StateRefused {
        int cut = text.lastIndexOf('\t');
        if (cut < 0 || !checksum(text.substring(0, cut)).equals(text.substring(cut + 1))) {
            throw damaged(number);
        }
        try {
            return JsonValues.read(text.substring(0, cut).getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException malformed) {
            throw damaged(number);
        }
    }

    /** Brings a directory to where the log ends; clock movements go to the clock. */
    public void replay(List<JsonNode> entries, Directory directory) throws StateRefused {
        int number = 1;
        for (JsonNode entry : entries) {
            number++;
            try {
                if (entry.has("clock")) {
                    directory.clock().advance(Duration.parse(entry.path("clock").asString()));
                } else {
                    directory.replay(ChangeCodec.decode(entry, directory));
                }
            } catch (IllegalArgumentException | DateTimeException | JacksonException | NullPointerException damage) {
                StateRefused refused = damaged(number);
                refused.addSuppressed(damage);
                throw refused;
            }
        }
    }

    @Override
    public void record(Change change) {
        append(ChangeCodec.encode(change));
    }

    /** Remembers that the clock was moved. */
    public void recordClock(Duration by) {
        append(Map.of("clock", by.toString()));
    }

    private synchronized void append(Map<String, Object> content) {
        String json = new String(JsonValues.bytes(content), StandardCharsets.UTF_8);
        ByteBuffer line = StandardCharsets.UTF_8.encode(json + "\t" + checksum(json) + "\n");
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the change could not be kept in " + file, failure);
        }
    }

    private static String checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }

    private StateRefused damaged(int line) {
        return new StateRefused("The sandbox's state is damaged: " + file + ", line " + line
                + ". Nothing was changed; reset the sandbox or bring the file back.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

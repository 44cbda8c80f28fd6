package dev.shisa.snapshot;

import dev.shisa.store.AppendFile;
import dev.shisa.store.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The folder of a snapshot while it is being made. It appears whole under its name, or nothing is left of it. Used by one thread. */
final class UnfinishedSnapshot implements Closeable {
    private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path parent;
    private final Path target;
    private final Path folder;
    private final Disk disk;
    private boolean kept;

    /**
     * @param parent where the folder goes; made when it is not there
     * @param id the name of the snapshot
     * @throws IOException when it cannot be made, or there is something of that name already
     */
    UnfinishedSnapshot(Path parent, String id, Disk disk) throws IOException {
        disk.createFolder(parent);
        this.parent = parent;
        this.target = parent.resolve(id);
        this.folder = parent.resolve(".unfinished-" + UUID.randomUUID());
        this.disk = disk;
        if (!parent.equals(target.getParent())) {
            throw new IOException("'" + id + "' cannot be the name of a folder.");
        }
        if (disk.isFolder(target) || disk.isFile(target)) {
            throw new IOException(target + " is there already.");
        }
        try {
            disk.createFolder(folder);
        } catch (IOException e) {
            try (this) {
                throw e;
            }
        }
    }

    /** Where it is being made. */
    Path folder() {
        return folder;
    }

    /** Takes away what is there, so that another try begins with nothing. */
    void empty() throws IOException {
        for (Path file : disk.list(folder)) {
            disk.delete(file);
        }
    }

    /** Writes accounts, all of them on disk when this returns. */
    BlockWriter.Written accounts(Sweep sweep) throws IOException {
        try (AppendFile file = disk.create(folder.resolve(SnapshotFolder.ACCOUNTS));
                BlockWriter writer = new BlockWriter(file, Fingerprint.seal())) {
            sweep.merge(writer);
            BlockWriter.Written written = writer.finish();
            file.force();
            return written;
        }
    }

    /**
     * Gives it its name.
     *
     * @param sealed what it knows about itself
     * @return the folder
     */
    Path keep(ManifestCodec.Sealed sealed) throws IOException {
        for (Path file : disk.list(folder)) {
            if (!file.endsWith(SnapshotFolder.ACCOUNTS)) {
                disk.delete(file);
            }
        }
        byte[] manifest = PRETTY.writeValueAsBytes(ManifestCodec.write(sealed));
        try (AppendFile file = disk.create(folder.resolve(SnapshotFolder.MANIFEST))) {
            file.write(manifest);
            file.force();
        }
        disk.forceFolder(folder);
        disk.move(folder, target);
        kept = true;
        disk.forceFolder(parent);
        return target;
    }

    /** Leaves nothing behind of what was not kept. */
    @Override
    public void close() throws IOException {
        if (!kept && disk.isFolder(folder)) {
            empty();
            disk.delete(folder);
        }
    }
}

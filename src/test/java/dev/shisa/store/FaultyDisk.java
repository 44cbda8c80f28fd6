package dev.shisa.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A disk that lets single steps of another one fail. Steps that can fail are counted from 1, over all files, in the order in which they
 * are made; {@link #steps()} tells them, so that a test can first let a task pass and then let it fail at each of its steps. Safe for several
 * threads.
 */
public final class FaultyDisk extends ForwardingDisk {

    /** What can fail. */
    public enum Step {
        /** Making a folder that is missing. */
        CREATE_FOLDER,
        /** Making a file. */
        CREATE,
        /** Opening a file for appending. */
        OPEN,
        /** Opening a file for reading. */
        READ,
        /** Appending bytes. */
        WRITE,
        /** Forcing a file to disk. */
        FORCE,
        /** Cutting a file. */
        TRUNCATE,
        /** Giving another name. */
        MOVE,
        /** Deleting. */
        DELETE,
        /** Listing a folder. */
        LIST,
        /** Forcing a folder to disk. */
        FORCE_FOLDER,
        /** Locking a file. */
        LOCK
    }

    /** How it fails. */
    public enum Fault {
        /** Nothing is done; no space left. */
        FULL("No space left on device", 0),
        /** Half of the bytes are written, then no space is left; other steps as {@link #FULL}. */
        TORN("No space left on device", 1),
        /** Nothing is done; the device failed. */
        BROKEN("Input/output error", 0),
        /** It is done, and told to have failed; what a failed flush may well be. */
        DONE_AND_FAILED("Input/output error", 2),
        /** Nothing is done; the file system became read-only. */
        READ_ONLY("Read-only file system", 0);

        private final String message;
        private final int halves;

        Fault(String message, int halves) {
            this.message = message;
            this.halves = halves;
        }
    }

    private final List<String> steps = new ArrayList<>();
    private Optional<Step> failing = Optional.empty();
    private int number;
    private int met;
    private boolean lasting;
    private Fault fault = Fault.FULL;
    private Optional<String> type = Optional.empty();
    private List<Long> usable = List.of();

    private FaultyDisk(Disk disk) {
        super(disk);
    }

    /** A disk on which nothing fails yet. */
    public static FaultyDisk on(Disk disk) {
        return new FaultyDisk(disk);
    }

    /**
     * From here on the n-th step, whatever it is, fails.
     *
     * @param lasting whether all steps after it fail as well
     */
    public synchronized FaultyDisk failing(int nth, Fault how, boolean lasting) {
        this.failing = Optional.empty();
        this.number = nth;
        this.fault = how;
        this.lasting = lasting;
        this.met = 0;
        return this;
    }

    /**
     * From here on the n-th step of that kind fails.
     *
     * @param lasting whether all steps of that kind after it fail as well
     */
    public synchronized FaultyDisk failing(Step step, int nth, Fault how, boolean lasting) {
        failing(nth, how, lasting);
        this.failing = Optional.of(step);
        return this;
    }

    /** From here on nothing fails. */
    public synchronized FaultyDisk healed() {
        return failing(0, Fault.FULL, false);
    }

    /** From here on every folder is told to lie on a file system of that kind. */
    public synchronized FaultyDisk claiming(String kind) {
        type = Optional.of(kind);
        return this;
    }

    /** From here on so many bytes are told to be usable, everywhere: one number each time it is asked, the last one from then on. */
    public synchronized FaultyDisk withUsableSpace(Long... bytes) {
        usable = List.of(bytes);
        return this;
    }

    /** Every step so far, each as its kind and the name of the file, such as {@code force journal.jsonl}. */
    public synchronized List<String> steps() {
        return List.copyOf(steps);
    }

    /** How many steps of that kind were made so far, those that failed included. */
    public synchronized long count(Step step) {
        return steps.stream().filter(made -> made.startsWith(label(step) + " ")).count();
    }

    private static String label(Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Notes a step; the fault that it meets, if any. */
    private synchronized Optional<Fault> meet(Step step, Path path) {
        steps.add(label(step) + " " + path.getFileName());
        if (number == 0 || failing.filter(only -> only != step).isPresent()) {
            return Optional.empty();
        }
        met++;
        return met == number || (lasting && met > number) ? Optional.of(fault) : Optional.empty();
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T step(Step step, Path path, Work<T> work) throws IOException {
        Optional<Fault> now = meet(step, path);
        if (now.isEmpty()) {
            return work.run();
        }
        if (now.get().halves == 2) {
            letGo(work.run());
        }
        throw new IOException(path + ": " + now.get().message);
    }

    /** Nobody gets hold of what was opened, so nobody else closes it. */
    private static void letGo(Object done) throws IOException {
        if (done instanceof Closeable open) {
            open.close();
        } else if (done instanceof Optional<?> held && held.isPresent()) {
            letGo(held.get());
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        if (!disk.isFolder(folder)) {
            step(Step.CREATE_FOLDER, folder, () -> {
                disk.createFolder(folder);
                return true;
            });
        }
    }

    @Override
    public AppendFile create(Path file) throws IOException {
        return step(Step.CREATE, file, () -> new FaultyFile(file, disk.create(file)));
    }

    @Override
    public AppendFile open(Path file) throws IOException {
        return step(Step.OPEN, file, () -> new FaultyFile(file, disk.open(file)));
    }

    @Override
    public InputStream read(Path file) throws IOException {
        return step(Step.READ, file, () -> disk.read(file));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step(Step.MOVE, to, () -> {
            disk.move(from, to);
            return true;
        });
    }

    @Override
    public boolean delete(Path entry) throws IOException {
        return step(Step.DELETE, entry, () -> disk.delete(entry));
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return step(Step.LIST, folder, () -> disk.list(folder));
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        step(Step.FORCE_FOLDER, folder, () -> {
            disk.forceFolder(folder);
            return true;
        });
    }

    @Override
    public Optional<Closeable> tryLock(Path file) throws IOException {
        return step(Step.LOCK, file, () -> disk.tryLock(file));
    }

    @Override
    public synchronized long usableSpace(Path entry) {
        if (usable.isEmpty()) {
            return disk.usableSpace(entry);
        }
        long now = usable.getFirst();
        usable = usable.size() > 1 ? usable.subList(1, usable.size()) : usable;
        return now;
    }

    @Override
    public synchronized Optional<String> type(Path entry) {
        return type.isPresent() ? type : disk.type(entry);
    }

    /** A file whose appends, flushes and cuts can fail. */
    private final class FaultyFile implements AppendFile {
        private final Path path;
        private final AppendFile file;

        FaultyFile(Path path, AppendFile file) {
            this.path = path;
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Optional<Fault> now = meet(Step.WRITE, path);
            file.write(bytes, offset, now.map(how -> length * how.halves / 2).orElse(length));
            if (now.isPresent()) {
                throw new IOException(path + ": " + now.get().message);
            }
        }

        @Override
        public void force() throws IOException {
            step(Step.FORCE, path, () -> {
                file.force();
                return true;
            });
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void truncate(long size) throws IOException {
            step(Step.TRUNCATE, path, () -> {
                file.truncate(size);
                return true;
            });
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}

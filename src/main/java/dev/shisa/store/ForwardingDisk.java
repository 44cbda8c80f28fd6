package dev.shisa.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hands every step on to another disk; whoever does something else with a step overrides it. */
abstract class ForwardingDisk implements Disk {
    final Disk disk;

    ForwardingDisk(Disk disk) {
        this.disk = disk;
    }

    @Override
    public AppendFile create(Path file) throws IOException {
        return disk.create(file);
    }

    @Override
    public AppendFile open(Path file) throws IOException {
        return disk.open(file);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        disk.createFolder(folder);
    }

    @Override
    public InputStream read(Path file) throws IOException {
        return disk.read(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        disk.move(from, to);
    }

    @Override
    public boolean delete(Path entry) throws IOException {
        return disk.delete(entry);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public long size(Path file) throws IOException {
        return disk.size(file);
    }

    @Override
    public boolean isFile(Path file) {
        return disk.isFile(file);
    }

    @Override
    public boolean isFolder(Path folder) {
        return disk.isFolder(folder);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        disk.forceFolder(folder);
    }

    @Override
    public Optional<Closeable> tryLock(Path file) throws IOException {
        return disk.tryLock(file);
    }

    @Override
    public long usableSpace(Path entry) {
        return disk.usableSpace(entry);
    }

    @Override
    public Optional<String> type(Path entry) {
        return disk.type(entry);
    }

    @Override
    public Path resolved(Path entry) throws IOException {
        return disk.resolved(entry);
    }

    @Override
    public Optional<Set<PosixFilePermission>> permissions(Path folder) throws IOException {
        return disk.permissions(folder);
    }

    @Override
    public void makePrivate(Path folder) throws IOException {
        disk.makePrivate(folder);
    }
}

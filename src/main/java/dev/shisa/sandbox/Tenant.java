package dev.shisa.sandbox;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.DirectoryContent;
import dev.shisa.sandbox.directory.ServerClock;
import dev.shisa.sandbox.life.Life;
import dev.shisa.sandbox.life.LicencePool;
import dev.shisa.sandbox.seed.Seeds;
import dev.shisa.sandbox.state.ChangeLog;
import dev.shisa.sandbox.state.Credentials;
import dev.shisa.sandbox.state.FolderLock;
import dev.shisa.sandbox.state.Keys;
import dev.shisa.sandbox.state.StateRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The tenant behind a server: its state, its keys, and what it holds open. */
final class Tenant implements AutoCloseable {

    private final Directory directory;
    private final Keys keys;
    private final Credentials credentials;
    private final @Nullable ChangeLog changes;
    private final Deque<AutoCloseable> held;

    private Tenant(Directory directory, Keys keys, Credentials credentials, @Nullable ChangeLog changes,
            Deque<AutoCloseable> held) {
        this.directory = directory;
        this.keys = keys;
        this.credentials = credentials;
        this.changes = changes;
        this.held = held;
    }

    static Tenant open(SandboxSettings settings) throws IOException, GeneralSecurityException, StateRefused,
            SandboxRefused {
        ServerClock clock = settings.clock() == ClockMode.REAL ? ServerClock.moving() : ServerClock.standing();
        if (settings.state().isEmpty()) {
            Instant start = clock.now();
            Directory directory = new Directory(content(settings, start), clock);
            enliven(directory, settings, start);
            return new Tenant(directory, Keys.open(settings.state()), Credentials.open(settings.state()), null,
                    new ArrayDeque<>());
        }
        Deque<AutoCloseable> held = new ArrayDeque<>();
        try {
            return kept(settings, settings.state().get(), clock, held);
        } catch (IOException | GeneralSecurityException | StateRefused | SandboxRefused failure) {
            closeAll(held);
            throw failure;
        }
    }

    private static Tenant kept(SandboxSettings settings, Path folder, ServerClock clock, Deque<AutoCloseable> held)
            throws IOException, GeneralSecurityException, StateRefused, SandboxRefused {
        held.push(FolderLock.take(folder));
        ChangeLog.Opened opened = ChangeLog.open(folder.resolve("changes.jsonl"),
                new ChangeLog.Head(settings.seed().label(), clock.stamp()));
        held.push(opened.log());
        if (!opened.head().seed().equals(settings.seed().label())) {
            throw new SandboxRefused("The sandbox state in " + folder + " was begun with the seed "
                    + opened.head().seed() + ", not " + settings.seed().label()
                    + "; reset it or choose another folder.");
        }
        Instant start = Instant.parse(opened.head().started());
        Directory directory = new Directory(content(settings, start), clock);
        opened.log().replay(opened.entries(), directory);
        directory.recordWith(opened.log());
        enliven(directory, settings, start);
        return new Tenant(directory, Keys.open(settings.state()), Credentials.open(settings.state()), opened.log(),
                held);
    }

    private static void enliven(Directory directory, SandboxSettings settings, Instant start) {
        settings.life().ifPresent(life -> directory.liveWith(new Life(life, directory, start)));
    }

    private static DirectoryContent content(SandboxSettings settings, Instant start) {
        DirectoryContent content = content(settings.seed(), start);
        return settings.life().isPresent() ? LicencePool.in(content) : content;
    }

    private static DirectoryContent content(Seed seed, Instant start) {
        return switch (seed) {
            case Seed.Small() -> Seeds.small(start);
            case Seed.Sgu() -> Seeds.sgu();
            case Seed.Synthetic(int accounts) -> Seeds.synthetic(accounts);
        };
    }

    Directory directory() {
        return directory;
    }

    Keys keys() {
        return keys;
    }

    Credentials credentials() {
        return credentials;
    }

    void advance(Duration by) {
        directory.clock().advance(by);
        if (changes != null) {
            changes.recordClock(by);
        }
    }

    @Override
    public void close() {
        closeAll(held);
    }

    private static void closeAll(Deque<AutoCloseable> held) {
        for (AutoCloseable one : held) {
            try {
                one.close();
            } catch (IOException failure) {
                throw new UncheckedIOException("the sandbox's state could not be closed", failure);
            } catch (Exception failure) {
                throw new IllegalStateException("the sandbox's state could not be closed", failure);
            }
        }
    }
}

package dev.shisa.sandbox.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Event;
import dev.shisa.sandbox.directory.ServerClock;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.seed.Seeds;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The newest records of a long history are found without looking at the rest. */
final class AuditWalkTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int CHANGES = 100_000;

    @Test
    void onlyWhatIsNewEnoughIsLookedAt() {
        Directory directory = new Directory(Seeds.synthetic(10), ServerClock.standing());
        User user = directory.active().firstEntry().getValue();
        directory.exclusively(() -> {
            for (int i = 0; i < CHANGES; i++) {
                directory.commit(Event.of(START.plusSeconds(i), "service",
                        List.of(user.with(UserField.JOB_TITLE, "title " + i))));
            }
            return user;
        });
        assertEquals(60, looked(directory, START.plusSeconds(CHANGES - 60)));
        assertEquals(0, looked(directory, START.plusSeconds(CHANGES)));
    }

    private static int looked(Directory directory, Instant earliest) {
        AuditWalk walk = new AuditWalk(directory.history(), true, "");
        int looked = 0;
        while (walk.goesOn(earliest)) {
            walk.next();
            looked++;
        }
        return looked;
    }
}

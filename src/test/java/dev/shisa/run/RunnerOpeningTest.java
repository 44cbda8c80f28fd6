package dev.shisa.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.execute.Bench;
import dev.shisa.journal.Journal;
import dev.shisa.store.AppendFile;
import dev.shisa.store.Disk;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a run was begun is on disk before anything else is done: whoever finds the machine dead can see it. */
class RunnerOpeningTest {
    @Test
    void theOpeningIsOnDiskBeforeTheTenantIsAskedAnything(@TempDir Path folder) throws Exception {
        List<String> done = new ArrayList<>();
        try (Bench bench = Bench.in(folder);
                Journal journal = Journal.create(folder.resolve("own.jsonl"), told(done))) {
            done.clear();
            ARun run = ARun.of(bench, bench.tenant.addUsers("u", 1));
            new Runner(run.order(), Tally.empty(),
                    AlteredReader.asking(bench.tenant.reader(), (method, _) -> done.add(method)), bench.writer,
                    journal, bench.keepsakes(), bench.timer, bench.halt(), (_, _) -> Prober.Answer.NO_ANSWER,
                    new SilentProgress()).run();
            assertEquals(List.of("write", "force", "roles"), done.subList(0, 3));
        }
    }

    /** The machine's disk, and what is done with the files that it makes. */
    private static Disk told(List<String> done) {
        return (Disk) Proxy.newProxyInstance(Disk.class.getClassLoader(), new Class<?>[]{Disk.class},
                (_, method, arguments) -> {
                    Object answer = call(method, Disk.real(), arguments);
                    return answer instanceof AppendFile file ? told(file, done) : answer;
                });
    }

    private static AppendFile told(AppendFile file, List<String> done) {
        return (AppendFile) Proxy.newProxyInstance(AppendFile.class.getClassLoader(),
                new Class<?>[]{AppendFile.class}, (_, method, arguments) -> {
                    done.add(method.getName());
                    return call(method, file, arguments);
                });
    }

    private static @Nullable Object call(Method method, Object on, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

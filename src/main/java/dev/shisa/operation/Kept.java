package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.keepsake.Keepsake;
import dev.shisa.keepsake.KeepsakeLog;
import dev.shisa.keepsake.MailboxDifference;
import dev.shisa.keepsake.Restitution;
import dev.shisa.plan.Visible;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The keepsakes of a run, as its file tells.
 *
 * @param keepsakes by account; empty where the run took none, or they do not verify
 * @param damage why they do not verify, if so
 */
public record Kept(Map<AccountId, Keepsake> keepsakes, Optional<String> damage) {
    public Kept {
        keepsakes = Map.copyOf(keepsakes);
    }

    /** Where nothing is to be brought back. */
    static Kept none() {
        return new Kept(Map.of(), Optional.empty());
    }

    /** Reads the keepsakes of a run. That they do not verify keeps nobody from bringing back what the journal tells of. */
    public static Kept of(Archive archive, String run) throws IOException {
        Path file = archive.keepsakes(run);
        if (!archive.disk().isFile(file)) {
            return none();
        }
        return switch (KeepsakeLog.read(file, archive.disk())) {
            case KeepsakeLog.Content.Verified verified -> new Kept(verified.keepsakes(), Optional.empty());
            case KeepsakeLog.Content.Damaged damaged -> new Kept(Map.of(), Optional.of(damaged.sentence()));
        };
    }

    /** The keepsake of an account that was active when it was taken. */
    Optional<Keepsake> ofActive(AccountId account) {
        return Optional.ofNullable(keepsakes.get(account))
                .filter(keepsake -> keepsake.memberships().value().isPresent());
    }

    /** Looks again at what those accounts took with them, and names everything that is not back, sorted by account. */
    List<String> notBack(TenantReader reader, Collection<AccountId> accounts, int concurrency)
            throws InterruptedException {
        List<String> notBack = new ArrayList<>();
        damage.ifPresent(sentence -> notBack
                .add(Text.of("the keepsakes do not verify, so nobody can say what did not come back: {0}", sentence)
                        .toString()));
        try (ExecutorService threads = Executors.newFixedThreadPool(concurrency, Thread.ofVirtual().factory())) {
            List<Future<List<String>>> answers = threads.invokeAll(accounts.stream().sorted()
                    .flatMap(account -> ofActive(account).stream())
                    .map(keepsake -> (Callable<List<String>>) () -> notBack(reader, keepsake))
                    .toList());
            for (Future<List<String>> answer : answers) {
                notBack.addAll(answer.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("looking at keepsakes again failed", e.getCause());
        }
        return notBack;
    }

    private static List<String> notBack(TenantReader reader, Keepsake before) {
        List<String> left = new ArrayList<>();
        try {
            Observation account = reader.observe(List.of(before.account())).getFirst();
            Keepsake now = reader.keepsake(account);
            Restitution restitution = new Restitution(before);
            left.addAll(restitution.left(now, reader.counterparts(restitution.missing(now))));
            left.addAll(MailboxDifference.left(before, now));
        } catch (TenantFailure e) {
            left.add(Text.of("what it took with it could not be read again: {0}", e.sentence()).toString());
        }
        return left.stream()
                .map(sentence -> Visible.escape(Text.of("not back: {0}: {1}", before.name(), sentence).toString()))
                .toList();
    }
}

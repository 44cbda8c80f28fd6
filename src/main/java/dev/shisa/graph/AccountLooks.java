package dev.shisa.graph;

import dev.shisa.text.Text;
import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.graph.Batch.Part;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Looks at many accounts at once, as many batches in flight as the service takes. Safe for several threads. */
final class AccountLooks {
    /** More than may be outstanding at any time; the wire decides how many are. */
    private static final int IN_FLIGHT = Outstanding.MOST;
    private static final int ACCOUNTS_PER_BATCH = Batch.LARGEST / AccountLook.READS;

    private final AccountLook look;
    private final Batch batch;
    private final MailboxPlaces mailboxes = new MailboxPlaces();

    AccountLooks(AccountLook look, Batch batch) {
        this.look = look;
        this.batch = batch;
    }

    /** The accounts, in the order asked. */
    List<Observation> at(List<AccountId> ids) throws TenantFailure {
        if (ids.size() <= ACCOUNTS_PER_BATCH) {
            return ids.isEmpty() ? List.of() : chunk(ids);
        }
        AtomicReference<@Nullable TenantFailure> failed = new AtomicReference<>();
        List<Callable<List<Observation>>> tasks = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += ACCOUNTS_PER_BATCH) {
            List<AccountId> some = ids.subList(from, Math.min(ids.size(), from + ACCOUNTS_PER_BATCH));
            tasks.add(() -> unlessFailed(some, failed));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT, Thread.ofVirtual().factory())) {
            return gathered(threads.invokeAll(tasks), failed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TenantFailure(Reason.UNREACHABLE, Text.of("Stopped while reading accounts."));
        }
    }

    private List<Observation> unlessFailed(List<AccountId> ids, AtomicReference<@Nullable TenantFailure> failed) {
        if (failed.get() != null) {
            return List.of();
        }
        try {
            return chunk(ids);
        } catch (TenantFailure e) {
            failed.compareAndSet(null, e);
            return List.of();
        }
    }

    private static List<Observation> gathered(List<Future<List<Observation>>> futures,
            AtomicReference<@Nullable TenantFailure> failed) throws TenantFailure, InterruptedException {
        List<Observation> all = new ArrayList<>();
        for (Future<List<Observation>> future : futures) {
            try {
                all.addAll(future.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("reading accounts failed", e.getCause());
            }
        }
        TenantFailure failure = failed.get();
        if (failure != null) {
            throw failure;
        }
        return all;
    }

    private List<Part> inPlaces(List<AccountId> ids, List<String> urls) throws TenantFailure {
        try (MailboxPlaces.Places _ = mailboxes.take(ids, AccountLook.READS_OF_MAILBOX)) {
            return batch.ask(urls);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TenantFailure(Reason.UNREACHABLE, Text.of("Stopped while reading accounts."));
        }
    }

    private List<Observation> chunk(List<AccountId> ids) throws TenantFailure {
        List<String> urls = new ArrayList<>();
        ids.forEach(id -> urls.addAll(AccountLook.urls(id)));
        List<Part> parts = inPlaces(ids, urls);
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            int from = i * AccountLook.READS;
            observations.add(look.assemble(ids.get(i), parts.subList(from, from + AccountLook.READS)));
        }
        return observations;
    }
}

package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.execute.Bench;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Readers that show single accounts otherwise than the tenant does, and readers that tell what they are asked. */
final class AlteredReader {
    private AlteredReader() {
    }

    /** What was asked, before it is answered. */
    @FunctionalInterface
    interface Question {
        void asked(String method, List<Object> arguments) throws TenantFailure;
    }

    /** Tells what it is asked. */
    static TenantReader asking(TenantReader reader, Question question) {
        return around(reader, (method, arguments, answer) -> {
            question.asked(method, arguments);
            return answer.get();
        });
    }

    /** Single accounts look otherwise; the list may also lack some. */
    static TenantReader looking(TenantReader reader, UnaryOperator<List<Observation>> how) {
        return around(reader, (method, _, answer) -> method.equals("observe")
                ? how.apply(((List<?>) answer.get()).stream().map(Observation.class::cast).toList())
                : answer.get());
    }

    /** One account looks otherwise. */
    static TenantReader looking(TenantReader reader, AccountId id, UnaryOperator<Observation> how) {
        return looking(reader,
                looks -> looks.stream().map(look -> look.id().equals(id) ? how.apply(look) : look).toList());
    }

    /** The cheap look right after a write shows the account otherwise. */
    static TenantReader glancing(TenantReader reader, UnaryOperator<Observation> how) {
        return around(reader, (method, _, answer) -> method.equals("glance")
                ? how.apply((Observation) answer.get())
                : answer.get());
    }

    /** The mailbox of an account that loses it answers for so long after the first look that could have shown it gone. */
    static TenantReader mailboxesLate(Bench bench, Duration late) {
        Map<AccountId, Instant> gone = new HashMap<>();
        return looking(bench.tenant.reader(), looks -> looks.stream().map(look -> {
            Instant now = bench.tenant.now();
            boolean shown = bench.hasMailbox(look.id())
                    || !now.isBefore(gone.computeIfAbsent(look.id(), _ -> now).plus(late));
            return shown
                    ? look
                    : with(look, Facet.MAILBOX, new Reading.Seen(Mailbox.present(bench.tenant.truth(look.id())
                            .orElseThrow().mailboxGuid()), "late", now));
        }).toList());
    }

    /** The account with another reading of one facet. */
    static Observation with(Observation look, Facet facet, Reading reading) {
        Map<Facet, Reading> readings = new HashMap<>(look.readings());
        readings.put(facet, reading);
        return new Observation(look.id(), look.traits(), readings);
    }

    /** The account with one facet that could not be read. */
    static Observation blind(Observation look, Facet facet) {
        return with(look, facet, new Reading.Unseen("503"));
    }

    @FunctionalInterface
    private interface Answer {
        Object get() throws Throwable;
    }

    @FunctionalInterface
    private interface Around {
        Object call(String method, List<Object> arguments, Answer answer) throws Throwable;
    }

    private static TenantReader around(TenantReader reader, Around around) {
        return (TenantReader) Proxy.newProxyInstance(TenantReader.class.getClassLoader(),
                new Class<?>[]{TenantReader.class}, (_, method, arguments) -> around.call(method.getName(),
                        arguments == null ? List.of() : List.of(arguments), () -> {
                            try {
                                return Objects.requireNonNull(method.invoke(reader, arguments));
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}

package dev.shisa.approval;

import dev.shisa.plan.PersonName;
import dev.shisa.signature.Signers;
import dev.shisa.account.AccountId;
import dev.shisa.signature.SignatureCheck;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Asks whether enough other people have approved what is about to be done. A signature counts only when everything about it holds; whatever
 * cannot be established counts as nothing.
 */
public final class ApprovalGate {
    private final Function<String, Optional<Set<AccountId>>> targetsOfPlan;

    /**
     * @param targetsOfPlan the targets of the plan with that digest; empty when there is no such plan or it does not verify
     */
    public ApprovalGate(Function<String, Optional<Set<AccountId>>> targetsOfPlan) {
        this.targetsOfPlan = targetsOfPlan;
    }

    /**
     * Somebody whose signature counts.
     *
     * @param principals by what names the site knows whoever holds the key, at least one
     * @param fingerprint the key's
     * @param request digest of the request that was signed
     */
    public record Approver(SortedSet<String> principals, String fingerprint, String request) {
        public Approver {
            principals = Collections.unmodifiableSortedSet(new TreeSet<>(principals));
        }
    }

    /** What was found. */
    public sealed interface Answer {

        /**
         * Enough people approved.
         *
         * @param approvers one entry for each person, at least as many as needed; empty when nobody is needed
         */
        record Granted(List<Approver> approvers) implements Answer {
            public Granted {
                approvers = List.copyOf(approvers);
            }
        }

        /**
         * Not enough.
         *
         * @param have how many people approved
         * @param needed how many have to
         * @param sentences for each signature that did not count, why, and what to do
         */
        record Lacking(int have, int needed, List<String> sentences) implements Answer {
            public Lacking {
                sentences = List.copyOf(sentences);
            }
        }
    }

    /**
     * Judges what was found.
     *
     * @param needed how many people besides the requester have to approve, at least 0
     * @param serverNow now, by the service's clock
     */
    public Answer judge(Wanted wanted, List<SignedRequest> found, Signers signers, int needed, Instant serverNow) {
        if (needed < 0) {
            throw new IllegalArgumentException("needed: " + needed);
        }
        if (needed == 0) {
            return new Answer.Granted(List.of());
        }
        People people = new People();
        List<String> sentences = new ArrayList<>();
        for (SignedRequest signed : found) {
            examine(wanted, signed, signers, serverNow, people)
                    .ifPresent(why -> sentences.add("The signature " + signed.name() + " does not count. " + why));
        }
        return people.count() >= needed
                ? new Answer.Granted(people.approvers())
                : new Answer.Lacking(people.count(), needed, sentences);
    }

    /** Why a signature does not count; empty when it does. */
    private Optional<String> examine(Wanted wanted, SignedRequest signed, Signers signers, Instant now,
            People people) {
        byte[] text = signed.request().getBytes(StandardCharsets.UTF_8);
        return switch (ApprovalRequestFile.read(text)) {
            case ApprovalRequestFile.Content.Malformed malformed ->
                Optional.of(malformed.reason() + " Ask for a new approval.");
            case ApprovalRequestFile.Content.Intact intact ->
                switch (SignatureCheck.check(text, signed.signature(), SignatureNamespace.APPROVAL,
                        signers.allowed(), signers.revoked(), now)) {
                    case SignatureCheck.Result.Rejected rejected ->
                        Optional.of(rejected.reason() + " Let somebody who may approve sign the request.");
                    case SignatureCheck.Result.Genuine genuine -> examine(wanted, intact, genuine, now, people);
                };
        };
    }

    private Optional<String> examine(Wanted wanted, ApprovalRequestFile.Content.Intact intact,
            SignatureCheck.Result.Genuine genuine, Instant now, People people) {
        ApprovalRequest request = intact.request();
        Optional<String> own = own(wanted, request.requester(), genuine.holders());
        if (own.isPresent()) {
            return own;
        }
        List<String> gaps = Cover.gaps(request, wanted, targetsOfPlan.apply(request.planDigest()), now);
        if (!gaps.isEmpty()) {
            return Optional.of("It approves another act than the one that is wanted. " + String.join(" ", gaps)
                    + " Ask for an approval of what is wanted now.");
        }
        return people.add(new Approver(genuine.principals(), genuine.fingerprint(), intact.digest()),
                genuine.holders());
    }

    private static Optional<String> own(Wanted wanted, ApprovalRequest.Requester requester, Set<String> holders) {
        String who = String.join(", ", holders);
        if (wanted.requester().isEmpty()) {
            return Optional.of("Nobody is named as doing it, so it cannot be told whether " + who
                    + " approves an act of somebody else. Say who does it.");
        }
        if (PersonName.mayBeSame(holders, wanted.requester())) {
            return Optional.of(who + " approves what " + String.join(", ", new TreeSet<>(wanted.requester()))
                    + " is about to do, and may be the same person. Let another person approve.");
        }
        if (PersonName.mayBeSame(holders, List.of(requester.principal(), requester.user()))) {
            return Optional.of(who + " approves what " + requester.principal() + " (user " + requester.user()
                    + ") asked for, and may be the same person. Let another person approve.");
        }
        return Optional.empty();
    }
}

package dev.shisa.approval;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what was approved with what is wanted, and says every difference in a sentence. Used once, by one thread. */
final class Cover {
    private final ApprovalRequest request;
    private final Wanted wanted;
    private final boolean isUndo;
    private final List<String> gaps = new ArrayList<>();

    private Cover(ApprovalRequest request, Wanted wanted) {
        this.request = request;
        this.wanted = wanted;
        this.isUndo = wanted.scope() == Wanted.Scope.UNDO;
    }

    /**
     * Why the request does not cover what is wanted; empty when it does.
     *
     * @param planned the targets of the request's plan; empty when that plan is not there or does not verify
     */
    static List<String> gaps(ApprovalRequest request, Wanted wanted, Optional<Set<AccountId>> planned, Instant now) {
        Cover cover = new Cover(request, wanted);
        cover.act();
        cover.targets(planned);
        if (!cover.isUndo) {
            cover.circumstances();
        }
        cover.waivers();
        cover.time(now);
        return List.copyOf(cover.gaps);
    }

    private void act() {
        same("tenant", request.tenantId(), wanted.tenantId());
        same("command", request.command(), wanted.command());
        same("catalog entry of the command", request.commandDigest(), wanted.commandDigest());
        same("choices", request.choices(), wanted.choices());
        Set<Facet> more = new TreeSet<>(wanted.loss());
        more.removeAll(request.loss());
        if (!more.isEmpty()) {
            gaps.add("It accepts the loss of " + facets(request.loss()) + "; what is wanted also loses " + facets(more)
                    + ".");
        }
    }

    private void targets(Optional<Set<AccountId>> planned) {
        if (wanted.targets().isEmpty()) {
            gaps.add("What is wanted names no account, and an approval of nothing covers nothing.");
        }
        if (planned.isEmpty()) {
            gaps.add("Its plan " + request.planDigest()
                    + " is not in this store or does not verify, so nobody can say which accounts were approved.");
            return;
        }
        Set<AccountId> approved = planned.get();
        if (approved.size() != request.targets()
                || !ApprovalRequest.targetsDigest(approved).equals(request.targetsDigest())) {
            gaps.add("The accounts of its plan are not the " + request.targets() + " that were approved.");
        }
        Set<AccountId> more = new HashSet<>(wanted.targets());
        more.removeAll(approved);
        if (!more.isEmpty()) {
            gaps.add("It approves " + approved.size() + " accounts; " + more.size() + " of the "
                    + wanted.targets().size() + " wanted are not among them, " + new TreeSet<>(more).getFirst()
                    + " for one.");
        }
    }

    private void circumstances() {
        same("policies", request.policies(), wanted.policies());
        same("catalog", request.catalog(), wanted.catalog());
        String others = wanted.evidence().entrySet().stream()
                .filter(entry -> !Objects.equals(request.evidence().get(entry.getKey()), entry.getValue()))
                .map(Map.Entry::getKey).collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            gaps.add("It was given on other evidence than there is now for: " + others + ".");
        }
        if (wanted.exposure() > request.exposure()) {
            gaps.add("It approves an exposure of " + request.exposure() + " accounts; wanted are " + wanted.exposure()
                    + ".");
        }
    }

    private void waivers() {
        Set<String> more = new TreeSet<>(wanted.waivers());
        request.waivers().forEach(waiver -> more.remove(waiver.digest()));
        if (!more.isEmpty()) {
            gaps.add("It knows nothing of the waiver " + String.join(", ", more) + ".");
        }
    }

    private void time(Instant now) {
        if (now.isBefore(request.notBefore())) {
            gaps.add("It holds from " + request.notBefore() + " only; the service's clock says " + now + ".");
        }
        if (!isUndo) {
            if (!now.isBefore(request.notAfter())) {
                gaps.add("It held until " + request.notAfter() + "; the service's clock says " + now + ".");
            }
        } else if (request.undo().isEmpty()) {
            gaps.add("It approves no way back.");
        } else if (!now.isBefore(request.undo().get().deadline())) {
            gaps.add("Its way back was approved until " + request.undo().get().deadline()
                    + "; the service's clock says " + now + ".");
        }
    }

    private void same(String what, Object approved, Object found) {
        if (!approved.equals(found)) {
            gaps.add("It was given for the " + what + " '" + approved + "'; wanted is '" + found + "'.");
        }
    }

    private static String facets(Set<Facet> facets) {
        return facets.isEmpty()
                ? "nothing"
                : facets.stream().map(Facet::label).sorted().collect(Collectors.joining(", "));
    }
}

package dev.shisa.sandbox.life;

import dev.shisa.sandbox.directory.Change;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Role;
import dev.shisa.sandbox.directory.RoleAssignment;
import dev.shisa.sandbox.directory.ServiceActor;
import dev.shisa.sandbox.directory.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Roles that are held for a time. Changes nothing itself. */
final class RoleEvents {

    private static final List<Role> FOR_A_TIME = List.of(Role.HELPDESK_ADMINISTRATOR, Role.GLOBAL_READER);

    private final Directory directory;
    private final Population population;
    private final AccountEvents accounts;
    private final FollowUps followUps;

    RoleEvents(Directory directory, Population population, AccountEvents accounts, FollowUps followUps) {
        this.directory = directory;
        this.population = population;
        this.accounts = accounts;
        this.followUps = followUps;
    }

    /** Somebody eligible activates a role; where nobody is eligible, an administrator assigns one for a time. */
    Optional<Outcome> activated(SplittableRandom random, Instant origin, String now) {
        boolean anybody = directory.roles().stream().anyMatch(RoleAssignment::eligible);
        if (!anybody) {
            Role role = FOR_A_TIME.get(random.nextInt(FOR_A_TIME.size()));
            return accounts.administrator(random).flatMap(by -> population.choose(random, User::enabled)
                    .map(user -> held(by, user.id(), role, random, origin, now)));
        }
        List<RoleAssignment> free = directory.roles().stream().filter(this::mayActivate).toList();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        RoleAssignment chosen = free.get(random.nextInt(free.size()));
        return Optional.of(held(ServiceActor.USER + chosen.principal(), chosen.principal(), chosen.role(), random,
                origin, now));
    }

    private boolean mayActivate(RoleAssignment assignment) {
        User user = directory.active().get(assignment.principal());
        return assignment.eligible() && user != null && user.enabled() && !Population.setApart(user)
                && directory.roles().stream().noneMatch(other -> !other.eligible()
                        && other.principal().equals(user.id()) && other.role() == assignment.role());
    }

    private Outcome held(String by, String principal, Role role, SplittableRandom random, Instant origin, String now) {
        RoleAssignment assignment = new RoleAssignment(Draws.id(random), principal, role, false, now);
        return Outcome.of(by, new Change.RoleStep(assignment, true),
                Optional.of(followUps.roleEnds(origin, assignment)));
    }

    /** The time is over; nothing if the role was already taken. */
    Optional<Outcome> ended(RoleAssignment assignment) {
        return directory.roles().contains(assignment)
                ? Optional.of(Outcome.of(ServiceActor.PIM.label(), new Change.RoleStep(assignment, false),
                        Optional.empty()))
                : Optional.empty();
    }
}

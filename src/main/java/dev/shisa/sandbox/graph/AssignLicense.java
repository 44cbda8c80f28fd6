package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Assignment;
import dev.shisa.sandbox.directory.Delicensing;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Plans;
import dev.shisa.sandbox.directory.Skus;
import dev.shisa.sandbox.directory.Sku;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.wire.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** {@code POST /users/{id}/assignLicense}: all of it or nothing. */
final class AssignLicense {

    /** What a request asks for: products to give with the plans that are to be off, products to take. */
    private record Wish(Map<String, List<String>> add, Set<String> remove) {
    }

    private final Directory directory;
    private final UserReads reads;
    private final Writes writes;

    AssignLicense(UserReads reads, Writes writes) {
        this.directory = writes.directory();
        this.reads = reads;
        this.writes = writes;
    }

    void offerOn(Routes routes) {
        routes.offer("POST", "users/{user}/assignLicense", Permissions.LICENSE, this::assign);
    }

    private Answer assign(GraphCall call) {
        JsonNode body = call.json(false);
        Wish wish = wish(body);
        return directory.exclusively(() -> {
            User user = reads.user(call);
            if (user.flag(UserField.MANAGEMENT_RESTRICTED)) {
                throw GraphProblem.denied();
            }
            check(user, wish);
            String now = directory.clock().stamp();
            Delicensing delicensing = writes.delicensing();
            User after = writes.accept(call, user, kind(user, apply(user, wish, now, delicensing)),
                    target -> apply(target, wish, now, delicensing));
            return Replies.entity(call, 200, "users", UserSchema.SCHEMA, after);
        });
    }

    private static Wish wish(JsonNode body) {
        for (String name : List.of("addLicenses", "removeLicenses")) {
            if (!body.path(name).isArray()) {
                throw GraphProblem.badRequest("One or more parameters of the operation 'assignLicense' are missing "
                        + "from the request payload. The missing parameters are: " + name + ".");
            }
        }
        for (String name : body.propertyNames()) {
            if (!name.equals("addLicenses") && !name.equals("removeLicenses") && !name.startsWith("@odata.")) {
                throw GraphProblem.badRequest("The parameter '" + name + "' in the request payload is not a valid "
                        + "parameter for the operation 'assignLicense'.");
            }
        }
        Map<String, List<String>> add = new LinkedHashMap<>();
        for (JsonNode entry : body.path("addLicenses")) {
            Sku sku = sku(entry.path("skuId").asString(""));
            if (add.put(sku.id(), plans(sku, entry.path("disabledPlans"))) != null) {
                throw GraphProblem.badRequest("Duplicate license " + sku.id() + " in addLicenses.");
            }
        }
        Set<String> remove = new LinkedHashSet<>();
        body.path("removeLicenses").forEach(entry -> remove.add(sku(entry.asString("")).id()));
        if (add.keySet().stream().anyMatch(remove::contains)) {
            throw GraphProblem.badRequest("A license cannot be both added and removed in one request.");
        }
        return new Wish(add, remove);
    }

    private static Sku sku(String id) {
        Sku sku = Skus.find(id);
        if (sku == null) {
            throw GraphProblem.badRequest("License " + id + " does not correspond to a valid company License.");
        }
        return sku;
    }

    private static List<String> plans(Sku sku, JsonNode list) {
        List<String> plans = new ArrayList<>();
        for (JsonNode entry : list) {
            String plan = entry.asString("").toLowerCase(Locale.ROOT);
            if (!sku.has(plan)) {
                throw GraphProblem.badRequest("Service plan " + plan + " does not belong to license " + sku.id() + ".");
            }
            plans.add(plan);
        }
        return plans;
    }

    private void check(User user, Wish wish) {
        for (String sku : wish.remove()) {
            List<Assignment> found = user.assignments().stream().filter(one -> one.skuId().equals(sku)).toList();
            if (found.isEmpty()) {
                throw GraphProblem.badRequest("User does not have a corresponding license.");
            }
            if (found.stream().noneMatch(Assignment::direct)) {
                throw GraphProblem.badRequest("User license is inherited from a group membership and it cannot be "
                        + "removed directly from the user.");
            }
        }
        for (String sku : wish.add().keySet()) {
            boolean has = user.assignments().stream().anyMatch(one -> one.skuId().equals(sku));
            if (!directory.seats().subscribed(sku)) {
                throw GraphProblem.badRequest("License " + sku + " does not correspond to a valid company License.");
            }
            boolean none = directory.seats().used(sku) >= directory.seats().bought(sku)
                    || writes.conditions().noSeats(Skus.known(sku).partNumber());
            if (!has && none) {
                throw GraphProblem.badRequest("Subscription with SKU " + sku
                        + " does not have any available licenses.");
            }
        }
    }

    /** The user with the licences wished for; what another account has not, cannot be taken from it. */
    private static User apply(User user, Wish wish, String now, Delicensing delicensing) {
        List<Assignment> next = new ArrayList<>();
        for (Assignment assignment : user.assignments()) {
            boolean replaced = wish.remove().contains(assignment.skuId())
                    || wish.add().containsKey(assignment.skuId());
            if (!assignment.direct() || !replaced) {
                next.add(assignment);
            }
        }
        wish.add().forEach((sku, disabled) -> next.add(new Assignment(sku, disabled, null, now)));
        return Plans.relicensed(user, next, now, delicensing);
    }

    /** The user without the direct licences of products of which no seat is free. */
    static User unseated(User user, Predicate<Sku> noSeats, String now) {
        List<Assignment> kept = user.assignments().stream()
                .filter(one -> !one.direct() || !noSeats.test(Skus.known(one.skuId()))).toList();
        return kept.size() == user.assignments().size() ? user : Plans.unlicensed(user, kept, now);
    }

    private static Writes.Kind kind(User before, User after) {
        Set<String> had = Plans.enabled(before);
        Set<String> has = Plans.enabled(after);
        if (!has.containsAll(had)) {
            return Writes.Kind.REMOVING;
        }
        return had.containsAll(has) ? Writes.Kind.NEUTRAL : Writes.Kind.GIVING;
    }
}

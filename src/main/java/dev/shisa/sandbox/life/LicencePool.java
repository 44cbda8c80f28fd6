package dev.shisa.sandbox.life;

import dev.shisa.sandbox.directory.Assignment;
import dev.shisa.sandbox.directory.DirectoryContent;
import dev.shisa.sandbox.directory.Group;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** An empty group that gives licences, for a tenant that has none: without one nothing could be licensed by a group. */
public final class LicencePool {

    private static final String NAME = "Licence pool";

    private LicencePool() {
    }

    /** The content, with a group for the product that has most seats left. */
    public static DirectoryContent in(DirectoryContent content) {
        if (content.groups().stream().anyMatch(group -> !group.licences().isEmpty())) {
            return content;
        }
        Map<String, Integer> left = new HashMap<>(content.seats());
        content.users().forEach(user -> user.assignments().stream().map(Assignment::skuId).distinct()
                .forEach(sku -> left.merge(sku, -1, Integer::sum)));
        Optional<String> sku = content.seats().keySet().stream()
                .max(Comparator.<String>comparingInt(id -> left.getOrDefault(id, 0)).thenComparing(id -> id));
        return sku.isEmpty() ? content : with(content, sku.get());
    }

    private static DirectoryContent with(DirectoryContent content, String sku) {
        String id = UUID.nameUUIDFromBytes(NAME.getBytes(StandardCharsets.UTF_8)).toString();
        Group pool = Group.of(id, NAME, "licence-pool", "Gives a licence to its members", List.of(sku),
                Group.Kind.ASSIGNED, "2020-04-01T00:00:00Z");
        return new DirectoryContent(content.organisation(), content.defaultDomain(), content.initialDomain(),
                content.seats(), Stream.concat(content.groups().stream(), Stream.of(pool)).toList(),
                content.applications(), content.roles(),
                content.users());
    }
}

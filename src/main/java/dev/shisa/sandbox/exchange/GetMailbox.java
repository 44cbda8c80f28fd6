package dev.shisa.sandbox.exchange;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.User;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Get-Mailbox. Without {@code ResultSize Unlimited} and without a page size it gives one mailbox, a link and a warning: whoever does not
 * follow the link believes in a tenant of one mailbox.
 */
final class GetMailbox {

    private static final Set<String> TYPES = Set.of("DiscoveryMailbox", "EquipmentMailbox", "GroupMailbox",
            "LegacyMailbox", "LinkedMailbox", "LinkedRoomMailbox", "RoomMailbox", "SchedulingMailbox", "SharedMailbox",
            "TeamMailbox", "UserMailbox");
    private static final int LARGEST_PAGE = 1000;
    private static final int DEFAULT_RESULT = 1000;

    private final Directory directory;

    GetMailbox(Directory directory) {
        this.directory = directory;
    }

    /**
     * Answers one request.
     *
     * @param truncateAt after so many objects the listing ends and does not say so
     */
    Page answer(Invocation call, int truncateAt) {
        call.allow("Identity", "ResultSize", "SoftDeletedMailbox", "InactiveMailboxOnly", "IncludeInactiveMailbox",
                "RecipientTypeDetails");
        List<String> types = types(call);
        MailboxPool pool = MailboxPool.of(directory, call);
        Optional<String> identity = call.text("Identity");
        if (identity.isPresent()) {
            User user = pool.one(identity.get());
            return Page.last(ofType(user, types) ? List.of(MailboxRow.of(user, call.selected())) : List.of());
        }
        return page(call, pool, types, truncateAt);
    }

    private static Page page(Invocation call, MailboxPool pool, List<String> types, int truncateAt) {
        Position from = Position.of(call.skipToken());
        int limit = call.unlimited() ? Integer.MAX_VALUE : call.resultSize().orElse(DEFAULT_RESULT);
        int size = pageSize(call);
        int most = Math.min(size, Math.max(0, Math.min(limit, truncateAt) - from.taken()));
        // One more than the page holds tells that it is not the last.
        List<User> rest = pool.after(from.id(), user -> ofType(user, types), most + 1L);
        int take = Math.min(most, rest.size());
        List<User> taken = rest.subList(0, take);
        int total = from.taken() + take;
        boolean more = take < rest.size() && total < truncateAt;
        boolean next = more && total < limit;
        return new Page(taken.stream().map(user -> MailboxRow.of(user, call.selected())).toList(),
                next && take > 0 ? Optional.of(total + "_" + taken.getLast().id()) : Optional.empty(),
                more && (size == 1 || !next) ? List.of(warning(limit, size)) : List.of());
    }

    private static int pageSize(Invocation call) {
        if (call.maxPageSize().isPresent()) {
            return Math.min(LARGEST_PAGE, call.maxPageSize().getAsInt());
        }
        return call.unlimited() ? Integer.MAX_VALUE : call.resultSize().orElse(1);
    }

    private static String warning(int limit, int size) {
        return size == 1
                ? "There are more results available than are currently displayed. To view them, follow the next link or "
                        + "increase the value for the ResultSize parameter."
                : "By default, only the first " + limit
                        + " items are returned. Use the ResultSize parameter to specify "
                        + "the number of items returned. To return all items, specify \"-ResultSize Unlimited\".";
    }

    private static List<String> types(Invocation call) {
        List<String> types = call.texts("RecipientTypeDetails");
        for (String type : types) {
            if (TYPES.stream().noneMatch(type::equalsIgnoreCase)) {
                throw ExchangeProblem.wrongParameter("RecipientTypeDetails", type);
            }
        }
        return types;
    }

    private static boolean ofType(User user, List<String> types) {
        Mailbox mailbox = user.mailbox();
        return types.isEmpty()
                || (mailbox != null && types.stream().anyMatch(MailboxRow.type(mailbox)::equalsIgnoreCase));
    }

    /**
     * Where a page begins.
     *
     * @param taken how many objects came before
     * @param id    after which id
     */
    private record Position(int taken, String id) {

        static Position of(Optional<String> token) {
            if (token.isEmpty()) {
                return new Position(0, "");
            }
            if (!token.get().matches("\\d{1,8}_[0-9a-f-]{36}")) {
                throw ExchangeProblem.badRequest("The skip token is not valid.");
            }
            int dash = token.get().indexOf('_');
            return new Position(Integer.parseInt(token.get().substring(0, dash)), token.get().substring(dash + 1));
        }
    }
}

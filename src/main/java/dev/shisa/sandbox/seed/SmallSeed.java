package dev.shisa.sandbox.seed;

import dev.shisa.sandbox.directory.Accounts;
import dev.shisa.sandbox.directory.DirectoryContent;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.MailboxProperties;
import dev.shisa.sandbox.directory.Role;
import dev.shisa.sandbox.directory.RoleAssignment;
import dev.shisa.sandbox.directory.ServerClock;
import dev.shisa.sandbox.directory.Skus;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** About 60 accounts, among them each shape that a removal could meet. */
final class SmallSeed {

    private static final String DOMAIN = "contoso.example";
    private static final String CREATED = "2019-04-01T00:00:00Z";
    private static final String EXCHANGE_2 = "efb87545-963c-4e0d-99df-69c6916d9eb0";

    private final Instant start;
    private final IdSource ids = new IdSource(42);
    private final List<User> users = new ArrayList<>();
    private final List<RoleAssignment> roles = new ArrayList<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final IdSource tieIds = new IdSource(43);
    private final String allStaff = group("All staff", false, List.of());
    private final String licensed = group("E3 licences", false, List.of(Skus.E3.id()));
    private final String sales = group("Sales", false, List.of());
    private final String roleGroup = group("Exchange operators", true, List.of());

    SmallSeed(Instant start) {
        this.start = start;
    }

    DirectoryContent content() {
        ordinary();
        licences();
        outsiders();
        resources();
        mailboxes();
        protectedAccounts();
        trials();
        deleted();
        SmallTies ties = new SmallTies(users, tieIds);
        ties.tie(sales);
        ties.groups().forEach(group -> groups.put(group.id(), group));
        users.sort(Comparator.comparing(User::id));
        return new DirectoryContent("Contoso (sandbox)", DOMAIN, "contosoexample.onmicrosoft.example", seats(),
                List.copyOf(groups.values()), ties.applications(), List.copyOf(roles), List.copyOf(users));
    }

    private static Map<String, Integer> seats() {
        Map<String, Integer> seats = new LinkedHashMap<>();
        seats.put(Skus.E3.id(), 80);
        seats.put(Skus.EXCHANGE.id(), 10);
        seats.put(Skus.DESKLESS.id(), 3);
        seats.put(Skus.FLOW_FREE.id(), 10_000);
        seats.put(Skus.ARCHIVING.id(), 5);
        return seats;
    }

    private void ordinary() {
        for (int i = 1; i <= 12; i++) {
            Names.Name family = Names.family(ids);
            Names.Name given = Names.given(ids);
            add(member("person" + i, given.latin() + " " + family.latin()).named(family.latin(), given.latin())
                    .in(allStaff, sales).licence(Skus.E3, null, List.of(), CREATED).mailbox(fresh()));
        }
        add(direct("obrien", "Pat O'Brien").set(UserField.USER_PRINCIPAL_NAME, "o'brien@" + DOMAIN)
                .set(UserField.MAIL, "o'brien@" + DOMAIN)
                .set(UserField.PROXY_ADDRESSES, List.of("SMTP:o'brien@" + DOMAIN, "smtp:pat@" + DOMAIN)));
        add(direct("twin1", "Alex Twin"));
        add(direct("twin2", "Alex Twin"));
        add(direct("head", "Robin Head"));
        add(direct("report1", "Sam Report"));
        add(direct("report2", "Kim Report"));
        add(direct("disabled1", "Dana Disabled").set(UserField.ACCOUNT_ENABLED, false));
        add(direct("disabled2", "Drew Disabled").set(UserField.ACCOUNT_ENABLED, false));
    }

    private void licences() {
        for (int i = 1; i <= 3; i++) {
            add(member("grouped" + i, "Group Licence " + i).in(allStaff, licensed)
                    .licence(Skus.E3, licensed, List.of(), CREATED).mailbox(fresh()));
        }
        add(member("both1", "Both Licences").in(allStaff, licensed).licence(Skus.E3, licensed, List.of(), CREATED)
                .licence(Skus.E3, null, List.of(), CREATED).mailbox(fresh()));
        add(member("two1", "Two Licences").in(allStaff).licence(Skus.E3, null, List.of(), CREATED)
                .licence(Skus.FLOW_FREE, null, List.of(), CREATED).mailbox(fresh()));
        add(member("planoff1", "Plan Switched Off").in(allStaff).licence(Skus.E3, null, List.of(EXCHANGE_2), CREATED));
        add(member("foundation1", "Foundation Only").in(allStaff).licence(Skus.FLOW_FREE, null, List.of(), CREATED)
                .withoutMail());
        add(member("kiosk1", "Kiosk Worker").in(allStaff).licence(Skus.DESKLESS, null, List.of(), CREATED)
                .mailbox(fresh()));
        add(member("none1", "No Licence One").in(allStaff).withoutMail());
        add(member("none2", "No Licence Two").in(allStaff).withoutMail());
        add(member("tombstone1", "Mailbox Lost Lately").in(allStaff).mailbox(new Mailbox(ids.next(),
                Mailbox.State.TOMBSTONE, daysAgo(5), "user", "none", List.of(), false, MailboxProperties.NONE)));
    }

    private void outsiders() {
        for (int i = 1; i <= 2; i++) {
            String home = "guest" + i + "@fabrikam.example";
            add(member("guest" + i, "Guest " + i).withoutMail()
                    .set(UserField.USER_PRINCIPAL_NAME,
                            home.replace('@', '_') + "#EXT#@contosoexample.onmicrosoft.example")
                    .set(UserField.MAIL, home).set(UserField.OTHER_MAILS, List.of(home))
                    .set(UserField.USER_TYPE, "Guest").in(sales));
        }
        for (int i = 1; i <= 3; i++) {
            add(direct("synced" + i, "Synced " + i).set(UserField.ON_PREMISES_SYNC_ENABLED, true)
                    .set(UserField.ON_PREMISES_IMMUTABLE_ID, "c2FuZGJveC0" + i + "=="));
        }
    }

    private void resources() {
        for (String purpose : List.of("shared", "room", "equipment")) {
            for (int i = 1; i <= 2; i++) {
                add(member(purpose + i, "The " + purpose + " " + i).set(UserField.ACCOUNT_ENABLED, false)
                        .mailbox(new Mailbox(ids.next(), Mailbox.State.PRESENT, null, purpose, "none", List.of(),
                                false, MailboxProperties.NONE)));
            }
        }
    }

    private void mailboxes() {
        add(direct("archive1", "Archive Owner").mailbox(fresh().withArchive("active")).licence(Skus.ARCHIVING, null,
                List.of(), CREATED));
        add(direct("archive2", "Growing Archive").mailbox(fresh().withArchive("auto-expanding")));
        add(direct("held1", "Litigation Hold").mailbox(fresh().withHolds(List.of("litigation"))));
        add(direct("held2", "Retention Policy").mailbox(fresh().withHolds(List.of("mbx9696959191"))));
        add(direct("hidden1", "Hidden From Lists").mailbox(fresh().hiddenFromLists())
                .set(UserField.SHOW_IN_ADDRESS_LIST, false));
        add(direct("moving1", "Mailbox On The Move").set(UserField.MIGRATION, "Syncing"));
    }

    private void protectedAccounts() {
        role(add(member("admin", "Tenant Administrator").withoutMail()), Role.GLOBAL_ADMINISTRATOR, false);
        role(add(direct("admin2", "Second Administrator")), Role.GLOBAL_ADMINISTRATOR, false);
        role(add(direct("useradmin1", "User Administrator")), Role.USER_ADMINISTRATOR, false);
        role(add(direct("eligible1", "Eligible Administrator")), Role.GLOBAL_ADMINISTRATOR, true);
        add(direct("operator1", "Operator By Group").in(roleGroup));
        role(roleGroup, Role.EXCHANGE_ADMINISTRATOR, false);
        add(direct("restricted1", "Restricted Unit").set(UserField.MANAGEMENT_RESTRICTED, true));
        add(member("breakglass-1", "Break Glass").withoutMail());
        role(users.getLast(), Role.GLOBAL_READER, false);
    }

    private void trials() {
        for (int i = 1; i <= 3; i++) {
            Draft draft = direct("rehearsal-direct-" + i, "Rehearsal Direct " + i);
            add(i == 3 ? draft.mailbox(fresh().withArchive("active")) : draft);
        }
        add(member("rehearsal-group-1", "Rehearsal Group").in(allStaff, licensed)
                .licence(Skus.E3, licensed, List.of(), CREATED).mailbox(fresh()));
        add(member("rehearsal-none-1", "Rehearsal Without Licence").in(allStaff).withoutMail());
        for (int i = 1; i <= 3; i++) {
            add(direct("sentinel-" + i, "Sentinel " + i));
        }
    }

    private void deleted() {
        bin(direct("gone1", "Deleted Lately"), 3);
        bin(direct("gone2", "Deleted Lately Too"), 3);
        bin(direct("gone3", "Deleted Before"), 10);
        bin(direct("rehearsal-purge-1", "Rehearsal Purge"), 10);
    }

    private Draft direct(String local, String display) {
        return member(local, display).in(allStaff).licence(Skus.E3, null, List.of(), CREATED).mailbox(fresh());
    }

    private Draft member(String local, String display) {
        return Draft.member(ids.next(), local, DOMAIN, display, CREATED).work("Operations", "Employee")
                .set(UserField.PASSWORD_CHANGED, SguSeed.date(2024, ids.below(300)));
    }

    private Mailbox fresh() {
        return Mailbox.ofUser(ids.next());
    }

    private User add(Draft draft) {
        users.add(draft.user());
        return draft.user();
    }

    private void bin(Draft draft, int days) {
        users.add(Accounts.softDelete(draft.user(), daysAgo(days)));
    }

    private String daysAgo(int days) {
        return ServerClock.stamp(start.minus(Duration.ofDays(days)));
    }

    private void role(User user, Role role, boolean eligible) {
        role(user.id(), role, eligible);
    }

    private void role(String principal, Role role, boolean eligible) {
        roles.add(new RoleAssignment(ids.next(), principal, role, eligible, CREATED));
    }

    private String group(String name, boolean roleAware, List<String> licences) {
        String id = ids.next();
        groups.put(id, Group.of(id, name, name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), name,
                licences, roleAware ? Group.Kind.ROLE_ASSIGNABLE : Group.Kind.ASSIGNED, CREATED));
        return id;
    }
}

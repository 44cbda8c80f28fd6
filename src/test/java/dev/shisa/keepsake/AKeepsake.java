package dev.shisa.keepsake;

import dev.shisa.account.AccountId;
import dev.shisa.account.Licence;
import dev.shisa.keepsake.Link.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keepsakes for tests: an account with nothing, to which a test ties what it needs. */
public final class AKeepsake {
    /** The account. */
    public static final AccountId ID = new AccountId("00000000-0000-4000-8000-000000000001");
    /** When everything was read. */
    public static final Instant AT = Instant.parse("2012-04-01T00:00:00Z");

    private AKeepsake() {
    }

    /** Of an account that is tied to nothing. */
    public static Keepsake bare(AccountId id) {
        return of(id, new Part.Read<>(List.of()), new Part.Read<>(List.of()), new Part.Nothing<>("no manager"),
                new Part.Read<>(List.of()), new Part.Read<>(List.of()));
    }

    /** Of an account with those ties, and a mailbox that nobody can read. */
    public static Keepsake of(AccountId id, Part<List<Link>> memberships, Part<List<Link>> ownerships,
            Part<Link> manager, Part<List<Link>> reports, Part<List<AppRole>> appRoles) {
        MailboxKeepsake mailbox = MailboxKeepsake.unreadable("only the Exchange service tells");
        Licence licence = Licence.direct("6fd2c87f-b296-42f0-b197-1e91e994b900",
                Set.of("9aaf7827-d63c-4b61-89c3-182f06f82e5c"), Set.of());
        return new Keepsake(id, "a@sgu.example", AT, new Part.Read<>(List.of(licence)), memberships, ownerships,
                manager,
                reports, appRoles, mailbox.settings(), mailbox.access(), mailbox.sendAs());
    }

    /** With something in every part. */
    public static Keepsake full() {
        return of(ID, new Part.Read<>(List.of(link(11, "Staff", Kind.GROUP), link(12, "All", Kind.DYNAMIC_GROUP))),
                new Part.Read<>(List.of(link(13, "Choir", Kind.GROUP))),
                new Part.Read<>(link(2, "Head", Kind.PERSON)),
                new Part.Read<>(List.of(link(3, "Junior", Kind.PERSON), link(4, "Old", Kind.SYNCED_PERSON))),
                new Part.Read<>(List.of(role(21))))
                .with(new MailboxKeepsake(new Part.Read<>(settings()),
                        new Part.Read<>(List.of(new Grant("deputy@sgu.example", "FullAccess", false))),
                        new Part.Read<>(List.of(new Grant("deputy@sgu.example", "SendAs", false)))));
    }

    /** A mailbox for which somebody arranged everything. */
    public static MailboxSettings settings() {
        return new MailboxSettings(Optional.of("Reception"), Optional.of("smtp:x@contoso.example"), true,
                List.of("deputy"), true, new MailboxSettings.Quotas("98 GB", "99 GB", "100 GB"));
    }

    /** Another object. */
    public static Link link(int number, String name, Kind kind) {
        return new Link("00000000-0000-4000-8000-%012d".formatted(number), name, kind);
    }

    /** A role of an application. */
    public static AppRole role(int number) {
        return new AppRole("00000000-0000-4000-8000-%012d".formatted(number), "Wiki",
                "00000000-0000-0000-0000-000000000000");
    }
}

package dev.shisa.sandbox.exchange;

import dev.shisa.sandbox.directory.Directory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cmdlets that there are. None changes anything. */
final class Cmdlets {

    private final Directory directory;
    private final BooleanSupplier delayed;
    private final GetMailbox mailboxes;
    private final GetMigrationUser migrations;
    private final Delegations delegations;

    /** With whether mailboxes outlive their licences at the moment. */
    Cmdlets(Directory directory, BooleanSupplier delayed) {
        this.directory = directory;
        this.delayed = delayed;
        this.mailboxes = new GetMailbox(directory);
        this.migrations = new GetMigrationUser(directory);
        this.delegations = new Delegations(directory);
    }

    /** The answer of a cmdlet; null when there is none of that name, or nobody here may call it. */
    @Nullable
    Page answer(Invocation call, int truncateAt) {
        return switch (call.cmdlet().toLowerCase(Locale.ROOT)) {
            case "get-mailbox" -> mailboxes.answer(call, truncateAt);
            case "get-mailboxpermission" -> delegations.mailbox(call);
            case "get-recipientpermission" -> delegations.recipient(call);
            case "get-migrationuser" -> migrations.answer(call);
            case "get-organizationconfig" -> organization(call);
            case "get-pendingdelicenseuser" -> pending(call);
            default -> null;
        };
    }

    private Page organization(Invocation call) {
        call.allow();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("Name", directory.content().initialDomain());
        row.put("DisplayName", directory.content().organisation());
        row.put("DelayedDelicensingEnabled", delayed.getAsBoolean());
        row.put("AutoExpandingArchiveEnabled", false);
        row.put("InPlaceHolds@odata.type", "#Collection(String)");
        row.put("InPlaceHolds", List.of());
        return Page.last(List.of(row));
    }

    /** Licences are taken from mailboxes at once here, so nobody ever waits. */
    private static Page pending(Invocation call) {
        call.allow("Identity", "ResultSize");
        return Page.last(List.of());
    }
}

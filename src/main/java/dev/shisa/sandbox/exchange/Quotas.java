package dev.shisa.sandbox.exchange;

import dev.shisa.sandbox.directory.Assignment;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.MailboxProperties.Quota;
import dev.shisa.sandbox.directory.ServicePlan;
import dev.shisa.sandbox.directory.Skus;
import dev.shisa.sandbox.directory.User;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** How large a mailbox may be, and how Exchange writes a size. */
final class Quotas {

    private static final Quota KIOSK = Quota.ofGigabytes(2);
    private static final Quota STANDARD = Quota.ofGigabytes(50);
    private static final Quota ENTERPRISE = Quota.ofGigabytes(100);
    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB");
    private static final int STEP = 1024;

    private Quotas() {
    }

    /** What somebody has set, or what the licence gives. */
    static Quota of(User user, Mailbox mailbox) {
        Quota own = mailbox.properties().quota();
        return own == null ? usual(user, mailbox) : own;
    }

    private static Quota usual(User user, Mailbox mailbox) {
        if (!mailbox.needsLicence()) {
            return STANDARD;
        }
        List<String> plans = user.assignments().stream().map(Assignment::skuId).map(Skus::known)
                .flatMap(sku -> sku.plans().stream()).map(ServicePlan::name).toList();
        if (plans.contains("EXCHANGE_S_ENTERPRISE")) {
            return ENTERPRISE;
        }
        return plans.contains("EXCHANGE_S_DESKLESS") && !plans.contains("EXCHANGE_S_STANDARD") ? KIOSK : STANDARD;
    }

    /** In the largest unit of which there is at least one, and in bytes: {@code 49.5 GB (53,150,220,288 bytes)}. */
    static String text(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= STEP && unit < UNITS.size() - 1) {
            size /= STEP;
            unit++;
        }
        DecimalFormat form = new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return form.format(size) + " " + UNITS.get(unit) + String.format(Locale.ROOT, " (%,d bytes)", bytes);
    }
}

package dev.shisa.catalog;

import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.Licence;
import dev.shisa.account.Observation;
import dev.shisa.text.Text;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What must hold of an account before a command may be sent for it. Pure; whatever was not observed counts as not held, so an account whose
 * licences were not read is refused by every one of these.
 */
public enum Precondition {
    /** Taking away the SKU must leave the mailbox: another licence gives it, or the SKU never gave one. */
    MAILBOX_NOT_FROM_SKU {
        @Override
        Optional<String> refusal(Licences held, String sku) {
            return gives(held, sku) && !othersGive(held, sku)
                    ? Optional.of("its mailbox hangs on the licence " + sku + " and would be lost with it")
                    : Optional.empty();
        }
    },
    /** Taking away the SKU must take the mailbox: it is assigned directly, gives a mailbox, and nothing else does. */
    MAILBOX_FROM_SKU {
        @Override
        Optional<String> refusal(Licences held, String sku) {
            boolean onlyDirect = held.licences().stream()
                    .anyMatch(l -> l.sku().equalsIgnoreCase(sku) && l.direct() && l.groups().isEmpty());
            return onlyDirect && gives(held, sku) && !othersGive(held, sku)
                    ? Optional.empty()
                    : Optional.of("its mailbox does not hang on a direct assignment of the licence " + sku + " alone");
        }
    },
    /** Every licence that gives the mailbox must be assigned to the account itself: what a group gives, this command cannot take. */
    MAILBOX_FROM_DIRECT_LICENCES {
        @Override
        Optional<String> refusal(Licences held, String sku) {
            if (!held.giveMailbox()) {
                return Optional.of("none of its licences gives a mailbox");
            }
            return held.licences().stream().filter(Licence::givesMailbox)
                    .filter(l -> !l.direct() || !l.groups().isEmpty()).findFirst()
                    .map(l -> Text.of("its mailbox also comes from the licence {0}, which a group assigns", l.sku())
                            .toString());
        }
    },
    /** A direct licence must have a mailbox plan that is switched off: otherwise there is nothing to switch on. */
    MAILBOX_PLAN_SWITCHED_OFF {
        @Override
        Optional<String> refusal(Licences held, String sku) {
            return held.licences().stream().anyMatch(l -> l.direct() && !l.withMailbox().equals(l))
                    ? Optional.empty()
                    : Optional.of("no licence of its own has a mailbox plan that is switched off");
        }
    };

    /** The name in the catalog. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is about the SKU parameter and so needs one. */
    public boolean needsSku() {
        return this == MAILBOX_NOT_FROM_SKU || this == MAILBOX_FROM_SKU;
    }

    /** The precondition of that name. */
    public static Optional<Precondition> parse(String text) {
        for (Precondition precondition : values()) {
            if (precondition.label().equals(text)) {
                return Optional.of(precondition);
            }
        }
        return Optional.empty();
    }

    /**
     * Why the account is refused.
     *
     * @param account the account as it was read last
     * @param parameters the command's parameters
     * @return one clause with the account as its subject; empty when the precondition holds
     */
    public Optional<String> refusal(Observation account, Map<String, String> parameters) {
        Optional<Licences> held = account.value(Facet.LICENCES, Licences.class);
        if (held.isEmpty()) {
            return Optional.of("its licences were not read");
        }
        String sku = parameters.getOrDefault(Sku.PARAMETER, "");
        // A SKU given by another name than its id would look like one that is not held, while the service might know it.
        if (needsSku() && !Sku.isId(sku)) {
            return Optional.of("the licence is not named by its SKU id: " + sku);
        }
        return refusal(held.get(), sku);
    }

    abstract Optional<String> refusal(Licences held, String sku);

    private static boolean gives(Licences held, String sku) {
        return held.licences().stream().anyMatch(l -> l.sku().equalsIgnoreCase(sku) && l.givesMailbox());
    }

    private static boolean othersGive(Licences held, String sku) {
        return held.licences().stream().anyMatch(l -> !l.sku().equalsIgnoreCase(sku) && l.givesMailbox());
    }
}

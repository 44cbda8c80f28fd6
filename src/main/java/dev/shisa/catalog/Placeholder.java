package dev.shisa.catalog;

import java.util.Optional;

/** What a step's body may leave open until the account is known. */
public enum Placeholder {
    /** The direct licences that give a mailbox, each with its mailbox plans switched off, as {@code addLicenses} wants them. */
    LICENCES_WITHOUT_MAILBOX("$licences.without-mailbox"),
    /** The direct licences whose mailbox plans are switched off, each with them switched on, as {@code addLicenses} wants them. */
    LICENCES_WITH_MAILBOX("$licences.with-mailbox"),
    /** The command's SKU parameter. */
    SKU("$sku");

    private final String text;

    Placeholder(String text) {
        this.text = text;
    }

    /** How it is written in the catalog. */
    public String text() {
        return text;
    }

    /** The placeholder written so. */
    public static Optional<Placeholder> parse(String text) {
        for (Placeholder placeholder : values()) {
            if (placeholder.text.equals(text)) {
                return Optional.of(placeholder);
            }
        }
        return Optional.empty();
    }
}

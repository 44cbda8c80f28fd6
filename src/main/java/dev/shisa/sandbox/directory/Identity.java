package dev.shisa.sandbox.directory;

/** Whether an account exists: in use, in the recycle bin, or gone for good. */
public enum Identity {
    ACTIVE("active"),
    SOFT_DELETED("soft-deleted"),
    ABSENT("absent");

    private final String label;

    Identity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

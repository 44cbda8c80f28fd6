package dev.shisa.approval;

/** What a signature was made for, so that one made for something else never counts: what {@code ssh-keygen -n} is told. */
public final class SignatureNamespace {
    /** An approval of something that will be done. */
    public static final String APPROVAL = "approval@shisa.dev";

    private SignatureNamespace() {
    }
}

package dev.shisa.sandbox.directory;

/** When a mailbox feels that its owner's licence is gone. */
public enum Delicensing {
    AT_ONCE,
    /** After another {@link Directory#RETENTION}, in which the mailbox stays usable. */
    DELAYED
}

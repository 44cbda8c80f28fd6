package dev.shisa.signature;

/** Something that was read from outside is not as its format says; never leaves the package. */
final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param clause what does not fit, to follow a colon: without a capital and without a full stop
     */
    MalformedException(String clause) {
        super(clause);
    }

    MalformedException(String clause, Throwable cause) {
        super(clause, cause);
    }

    String clause() {
        return String.valueOf(getMessage());
    }
}

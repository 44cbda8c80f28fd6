package dev.shisa.execute;

/** Whoever hands out accounts says here, for one of them, whether its first request may leave. Its account has been looked at by then. */
public interface Start {
    /** Nobody holds anything back. */
    Start AT_ONCE = new Start() {
        @Override
        public boolean await() {
            return true;
        }

        @Override
        public boolean isOver() {
            return false;
        }
    };

    /**
     * Waits until it may be begun.
     *
     * @return false when no further account is to be begun
     * @throws InterruptedException when the thread is to stop
     */
    boolean await() throws InterruptedException;

    /** Whether no further account is to be begun; asked once more right before the request. */
    boolean isOver();
}

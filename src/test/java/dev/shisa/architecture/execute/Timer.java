package dev.shisa.architecture.execute;

/** Right: the one place that sleeps. */
final class Timer {
    void pause() throws InterruptedException {
        Thread.sleep(1);
    }
}

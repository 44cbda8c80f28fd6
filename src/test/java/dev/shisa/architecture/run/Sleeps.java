package dev.shisa.architecture.run;

/** Wrong: a wait that no test can move. */
final class Sleeps {
    void pause() throws InterruptedException {
        Thread.sleep(1);
    }
}

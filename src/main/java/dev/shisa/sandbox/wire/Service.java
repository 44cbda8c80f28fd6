package dev.shisa.sandbox.wire;

/** What answers requests. Called from many threads at once; may block. */
@FunctionalInterface
public interface Service {

    Reply answer(Asked asked);
}

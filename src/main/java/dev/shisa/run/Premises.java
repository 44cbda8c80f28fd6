package dev.shisa.run;

import java.util.Optional;

/** The files that a run rests on. Asked before every wave. */
@FunctionalInterface
public interface Premises {
    /** What of them is not as it was when the run began, in words for people; empty when all is as it was. */
    Optional<String> changed();
}

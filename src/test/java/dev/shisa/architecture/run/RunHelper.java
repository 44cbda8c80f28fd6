package dev.shisa.architecture.run;

/** Wrong: a name that says nothing. */
final class RunHelper {
}

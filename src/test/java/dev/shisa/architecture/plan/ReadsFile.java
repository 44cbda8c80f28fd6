package dev.shisa.architecture.plan;

import java.nio.file.Path;

/** Wrong: a plan that reads a file. */
final class ReadsFile {
    Path file() {
        return Path.of("plan.json");
    }
}

package dev.shisa.architecture.run;

import picocli.CommandLine.Command;

/** Wrong: a command line inside. */
@Command
final class ReadsKeys {
}

package dev.shisa.operation;

import dev.shisa.execute.Halt;
import dev.shisa.execute.Timer;
import dev.shisa.run.Progress;

/**
 * Who carries an operation out, how that person is told, and how that person stops it.
 *
 * @param by the user and the process, as the journal names them
 * @param timer local time
 * @param halt whether somebody wants it to stop
 * @param progress told what goes on
 * @param ledger where it is written down on which runs somebody works
 */
public record Operator(String by, Timer timer, Halt halt, Progress progress, Ledger ledger) {
}

package dev.shisa.architecture.run;

import java.util.logging.Logger;

/** Wrong: a second way to log. */
final class LogsElsewhere {
    Logger logger() {
        return Logger.getAnonymousLogger();
    }
}

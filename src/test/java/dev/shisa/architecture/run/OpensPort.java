package dev.shisa.architecture.run;

import org.eclipse.jetty.server.Server;

/** Wrong: a port. */
final class OpensPort {
    Server server() {
        return new Server();
    }
}

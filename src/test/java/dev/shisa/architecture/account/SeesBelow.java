package dev.shisa.architecture.account;

import dev.shisa.architecture.sandbox.OwnServer;

/** Wrong: looks down, into the sandbox. */
record SeesBelow(OwnServer server) {
}

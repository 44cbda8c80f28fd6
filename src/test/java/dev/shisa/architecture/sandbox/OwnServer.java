package dev.shisa.architecture.sandbox;

/** What nobody but the edge may see. */
public final class OwnServer {
}

package dev.shisa.architecture.exchange;

/** The other adapter. */
public final class Adapter {
}

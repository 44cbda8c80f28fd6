package dev.shisa.architecture.graph;

import dev.shisa.architecture.exchange.Adapter;

/** Wrong: one adapter sees the other. */
record SeesExchange(Adapter adapter) {
}

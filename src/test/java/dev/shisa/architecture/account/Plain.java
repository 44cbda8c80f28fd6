package dev.shisa.architecture.account;

/** An account. */
public final class Plain {
}

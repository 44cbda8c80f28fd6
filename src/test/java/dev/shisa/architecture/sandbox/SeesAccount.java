package dev.shisa.architecture.sandbox;

import dev.shisa.architecture.account.Plain;

/** Wrong: the sandbox shares a type with the product. */
record SeesAccount(Plain account) {
}

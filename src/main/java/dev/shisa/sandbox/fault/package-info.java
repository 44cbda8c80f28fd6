/** Faults and misbehaviours as data, and the counters that decide when they strike. */
@NullMarked
package dev.shisa.sandbox.fault;

import org.jspecify.annotations.NullMarked;

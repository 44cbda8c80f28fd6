/** What survives the process: the log of changes, the lock, certificates and credentials. */
@NullMarked
package dev.shisa.sandbox.state;

import org.jspecify.annotations.NullMarked;

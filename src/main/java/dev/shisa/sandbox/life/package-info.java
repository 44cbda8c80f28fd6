/** What happens in a tenant without being asked for: people, jobs and services that change accounts. */
@NullMarked
package dev.shisa.sandbox.life;

import org.jspecify.annotations.NullMarked;

/** Accounts: ids, facets with their harmful direction, values, observations, shapes. Pure values. */
@NullMarked
package dev.shisa.account;

import org.jspecify.annotations.NullMarked;

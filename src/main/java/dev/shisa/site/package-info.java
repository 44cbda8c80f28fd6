/** What is pinned about a tenant by those who own it: its kind, its rehearsal, sentinel and break-glass accounts, its waits and limits. */
@NullMarked
package dev.shisa.site;

import org.jspecify.annotations.NullMarked;

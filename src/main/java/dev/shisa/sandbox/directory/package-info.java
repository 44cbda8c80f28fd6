/** What the tenant holds: users, mailboxes, licences, groups and roles, and how one change follows from another. */
@NullMarked
package dev.shisa.sandbox.directory;

import org.jspecify.annotations.NullMarked;

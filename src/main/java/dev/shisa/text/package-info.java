/** What people read, in their language. The English text is the key, as in gettext; machines are told the English. */
@org.jspecify.annotations.NullMarked
package dev.shisa.text;

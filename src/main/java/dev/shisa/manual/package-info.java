/** What can be typed, told in other forms: completion scripts for shells, manual pages, topics of the help. Knows no parser and no file system. */
@org.jspecify.annotations.NullMarked
package dev.shisa.manual;

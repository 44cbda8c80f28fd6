/**
 * What a file holds of PowerShell: scripts and procedure documents are turned into passages of code, each character
 * with its place in the file. Decides what is code, not what it does.
 */
@NullMarked
package dev.shisa.document;

import org.jspecify.annotations.NullMarked;

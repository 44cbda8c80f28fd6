/** The language PowerShell: its text, read into a tree and written again. Nothing is ever run. */
@NullMarked
package dev.shisa.powershell;

import org.jspecify.annotations.NullMarked;

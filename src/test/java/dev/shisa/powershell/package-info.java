/** Tests of how PowerShell is read. */
@NullMarked
package dev.shisa.powershell;

import org.jspecify.annotations.NullMarked;

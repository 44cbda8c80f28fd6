package dev.shisa.architecture.judge;

import dev.shisa.architecture.diag.Note;

/** Wrong: the judge sees more than accounts and the catalog. */
record SeesDiag(Note note) {
}

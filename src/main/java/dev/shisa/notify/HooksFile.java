package dev.shisa.notify;

import java.nio.file.Path;
import java.util.List;

/** What {@code notify.yaml} says: all of it, or nothing; see {@link HooksReader}. */
public sealed interface HooksFile {
    /** The name of the file in the configuration folder. */
    String NAME = "notify.yaml";

    /**
     * The file has no mistake.
     *
     * @param hooks what it says
     */
    record Intact(Hooks hooks) implements HooksFile {
    }

    /**
     * The file has mistakes, so nothing in it counts.
     *
     * @param sentences each with its place, and without what stands there, since addresses in it are secrets; never empty
     */
    record Mistakes(List<String> sentences) implements HooksFile {
        public Mistakes {
            sentences = List.copyOf(sentences);
        }
    }

    /** Reads it. A file of which nobody can say that it is not there is read, and has that as its mistake. */
    static HooksFile read(Path file) {
        return HooksReader.read(file);
    }
}

package dev.shisa.manual;

import dev.shisa.text.Text;
import java.util.List;

/**
 * Something that the help explains beside the commands.
 *
 * @param name one word by which it is asked for
 * @param title what it is about, in one line
 * @param parts what it says
 */
public record Topic(String name, Text title, List<Part> parts) {

    public Topic {
        parts = List.copyOf(parts);
    }

    /** A part of a topic. */
    public sealed interface Part {
    }

    /**
     * Sentences that stand by themselves.
     *
     * @param text the sentences
     */
    public record Paragraph(Text text) implements Part {
    }

    /**
     * A term and what it means.
     *
     * @param term as it is typed or printed
     * @param meaning its explanation
     */
    public record Entry(Text term, Text meaning) implements Part {
    }
}

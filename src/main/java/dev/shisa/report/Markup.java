package dev.shisa.report;

import dev.shisa.plan.Visible;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * HTML that is well-formed XML at the same time. Everything that is written is escaped, and what no page may show (control characters, marks that
 * turn the direction of reading) is made visible, so that a name of a tenant stays a name. For one thread.
 */
final class Markup {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** A page of which nothing is written yet. */
    Markup() {
        try {
            xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** Something to be written between the tags of an element. */
    interface Content {
        void write();
    }

    /** Writing to a string does not fail; the writer only says so for others. */
    private interface Step {
        void take() throws XMLStreamException;
    }

    private static IllegalStateException unwritable(XMLStreamException e) {
        return new IllegalStateException("a string cannot be written to", e);
    }

    private static void step(Step step) {
        try {
            step.take();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    void doctype() {
        step(() -> xml.writeDTD("<!DOCTYPE html>\n"));
    }

    /**
     * An element.
     *
     * @param attributes names and values in turn
     */
    void element(String name, Content content, String... attributes) {
        step(() -> xml.writeStartElement(name));
        attributes(attributes);
        content.write();
        step(xml::writeEndElement);
    }

    /** An element with nothing but words in it. */
    void element(String name, String words, String... attributes) {
        element(name, () -> words(words), attributes);
    }

    /** An element that has no end tag in HTML, such as {@code meta}, or a shape of a picture. */
    void single(String name, String... attributes) {
        step(() -> xml.writeEmptyElement(name));
        attributes(attributes);
    }

    private void attributes(String... attributes) {
        for (int at = 0; at < attributes.length; at += 2) {
            String name = attributes[at];
            String value = Visible.escape(attributes[at + 1]);
            step(() -> xml.writeAttribute(name, value));
        }
    }

    /** Words. */
    void words(String words) {
        step(() -> xml.writeCharacters(Visible.escape(words)));
    }

    /** The program's own text with line ends that stay, such as a style sheet; nothing in it may need escaping. */
    void own(String lines) {
        step(() -> xml.writeCharacters(lines));
    }

    /** All that was written. */
    String page() {
        step(xml::flush);
        return text + "\n";
    }
}

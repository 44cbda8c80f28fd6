package dev.shisa.yaml;

import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one YAML document as JSON and notes where everything stands. Of YAML it takes what JSON can say, no more: anchors, aliases, tags and
 * further documents are mistakes, so nothing in the file means anything that is not written at that spot.
 */
public final class YamlDocument {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Which plain words a file may hold beside texts, true and false. */
    public enum Plain {
        /** None; whatever looks like a number was meant as a text and lost its quotes. */
        TEXTS,
        /** Whole numbers of up to eighteen digits. */
        NUMBERS
    }

    private final Findings findings;
    private final Plain plain;

    private YamlDocument(Findings findings, Plain plain) {
        this.findings = findings;
        this.plain = plain;
    }

    /** The document; empty when it cannot be read at all, and the findings say why. */
    static Optional<JsonNode> read(SourceText source, Findings findings, Plain plain) {
        LoadSettings settings = LoadSettings.builder().setLabel(source.name())
                .setCodePointLimit(source.text().length() + 1).setAllowNonScalarKeys(true).build();
        YamlDocument document = new YamlDocument(findings, plain);
        try {
            Optional<Node> root = new Composer(settings, new PlainEvents(
                    new ParserImpl(settings, new StreamReader(settings, source.text())), findings)).getSingleNode();
            if (!findings.isEmpty()) {
                return Optional.empty();
            }
            if (root.isEmpty()) {
                findings.at(Position.START, "the file is empty");
            }
            return root.map(node -> document.convert(node, ""));
        } catch (PlainEvents.NothingMore _) {
            return Optional.empty();
        } catch (MarkedYamlEngineException e) {
            findings.at(e.getProblemMark().map(Position::of).orElse(Position.START), "not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            findings.at(source.position(e.getPosition()), "not YAML: " + e.getMessage());
        } catch (YamlEngineException e) {
            findings.at(Position.START, "not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private JsonNode convert(Node node, String pointer) {
        findings.value(pointer, position(node));
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer);
            case SequenceNode sequence -> array(sequence, pointer);
            case ScalarNode scalar -> scalar(scalar, pointer);
            default -> throw new IllegalStateException("a node of an unknown kind: " + node.getNodeType());
        };
    }

    private ObjectNode object(MappingNode mapping, String pointer) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                findings.at(position(tuple.getKeyNode()), "a key is a word");
                continue;
            }
            String place = Findings.child(pointer, key.getValue());
            if (object.has(key.getValue())) {
                findings.at(position(key), "the key '" + key.getValue() + "' stands here twice");
                continue;
            }
            findings.key(place, position(key));
            object.set(key.getValue(), convert(tuple.getValueNode(), place));
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String pointer) {
        ArrayNode array = JSON.arrayNode();
        for (Node item : sequence.getValue()) {
            String place = Findings.child(pointer, array.size());
            findings.key(place, position(item));
            array.add(convert(item, place));
        }
        return array;
    }

    private JsonNode scalar(ScalarNode scalar, String pointer) {
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.STR)) {
            return JSON.stringNode(scalar.getValue());
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(scalar.getValue()));
        }
        if (plain == Plain.NUMBERS && tag.equals(Tag.INT) && WHOLE.matcher(scalar.getValue()).matches()) {
            return JSON.numberNode(Long.parseLong(scalar.getValue()));
        }
        findings.at(pointer, scalar.getValue().isEmpty()
                ? "the value is missing"
                : "'" + scalar.getValue() + "' is not a text here: put it in quotes");
        return JSON.stringNode(scalar.getValue());
    }

    private static Position position(Node node) {
        return node.getStartMark().map(Position::of).orElse(Position.START);
    }
}

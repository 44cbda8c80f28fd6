package dev.shisa.powershell;

import java.util.List;
import java.util.Optional;

/**
 * Code that can be called: a script, a function's body, or a block in braces.
 *
 * @param span with the braces, if it has any, and the parameters before them
 * @param attributes what stands before {@code param}
 * @param parameters what it takes, by position
 * @param sections its parts; code outside of any stands in a section without a name
 */
public record ScriptBlock(Span span, List<Attribute> attributes, List<Parameter> parameters, List<Section> sections) {
    public ScriptBlock {
        attributes = List.copyOf(attributes);
        parameters = List.copyOf(parameters);
        sections = List.copyOf(sections);
    }

    /**
     * A part of a script block.
     *
     * @param name {@code begin}, {@code process}, {@code end}, {@code clean} or {@code dynamicparam} in small letters; empty for code outside
     *            of any
     * @param block its code
     */
    public record Section(String name, Block block) {
    }

    /**
     * A parameter.
     *
     * @param span all of it
     * @param attributes validation, {@code Parameter(…)} and types
     * @param name without the dollar sign
     * @param value what it is when nobody says anything
     */
    public record Parameter(Span span, List<Attribute> attributes, String name, Optional<Expression> value) {
        public Parameter {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * What stands in brackets before a parameter, a member or {@code param}: a type or an attribute.
     *
     * @param span with the brackets
     * @param name as it is written
     * @param arguments of an attribute; empty for a type
     */
    public record Attribute(Span span, String name, Optional<List<AttributeArgument>> arguments) {
        public Attribute {
            arguments = arguments.map(List::copyOf);
        }
    }

    /**
     * An argument of an attribute.
     *
     * @param name of the property that it sets, if it names one
     * @param value what it is set to; nothing means true
     */
    public record AttributeArgument(Optional<String> name, Optional<Expression> value) {
    }
}

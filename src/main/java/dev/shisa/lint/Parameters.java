package dev.shisa.lint;

import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Expression.Text;
import dev.shisa.powershell.Expression.Variable;
import dev.shisa.powershell.ScriptBlock.Attribute;
import dev.shisa.powershell.ScriptBlock.AttributeArgument;
import dev.shisa.powershell.ScriptBlock.Parameter;
import dev.shisa.powershell.Stage;
import dev.shisa.powershell.Statement.Pipeline;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a script says of its own parameters. */
final class Parameters {
    private static final Set<String> NOT_EMPTY = Set.of("validatenotnullorempty", "validatenotnull",
            "validatenotnullorwhitespace", "validateset", "validatepattern", "validatelength", "validaterange");
    private static final Set<String> EXITS = Set.of("exit", "return", "break", "continue");

    private Parameters() {
    }

    static boolean isSwitch(Parameter parameter) {
        return parameter.attributes().stream().anyMatch(attribute -> attribute.arguments().isEmpty()
                && attribute.name().toLowerCase(Locale.ROOT).endsWith("switch"));
    }

    static boolean isMany(Parameter parameter) {
        return parameter.attributes().stream().anyMatch(attribute -> attribute.name().endsWith("[]"))
                || isFromPipeline(parameter);
    }

    /** Whether it cannot be empty. */
    static boolean isRequired(Parameter parameter) {
        return parameter.attributes().stream().anyMatch(attribute -> isTrue(attribute, "Mandatory")
                || NOT_EMPTY.contains(attribute.name().toLowerCase(Locale.ROOT)));
    }

    static boolean isFromPipeline(Parameter parameter) {
        return parameter.attributes().stream().anyMatch(attribute -> isTrue(attribute, "ValueFromPipeline")
                || isTrue(attribute, "ValueFromPipelineByPropertyName"));
    }

    private static boolean isTrue(Attribute attribute, String property) {
        return attribute.name().equalsIgnoreCase("Parameter") && attribute.arguments().orElse(List.of()).stream()
                .anyMatch(argument -> argument.name().map(property::equalsIgnoreCase).orElse(false)
                        && isTrue(argument));
    }

    private static boolean isTrue(AttributeArgument argument) {
        return argument.value().map(value -> !(value instanceof Variable variable
                && variable.name().equalsIgnoreCase("false"))).orElse(true);
    }

    /** Whether a pipeline is one command that ends the script. */
    static boolean isExit(Pipeline pipeline) {
        return pipeline.stages().getLast() instanceof Stage.Command command && command.name() instanceof Text name
                && name.quote() == Expression.Quote.NONE && EXITS.contains(name.value().toLowerCase(Locale.ROOT));
    }
}

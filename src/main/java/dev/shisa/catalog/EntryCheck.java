package dev.shisa.catalog;

import dev.shisa.yaml.Findings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks the words of one command: what it may be called, and that every word refers to something. */
final class EntryCheck {
    private final Command command;
    private final String pointer;
    private final Findings findings;

    EntryCheck(Command command, String pointer, Findings findings) {
        this.command = command;
        this.pointer = pointer;
        this.findings = findings;
    }

    void check() {
        if (ReservedWords.NOUNS.contains(command.noun())) {
            findings.at(below("noun"), "'" + command.noun() + "' is a noun of the program itself");
        }
        checkOptionNames();
        checkStepNames();
        references("preconditions", command.preconditions(), Command.DeclaredPrecondition::option);
        references("steps", command.steps(), Step::option);
        references("undo", command.undo(), Command.Undo::option);
        if (!findings.isTouched(below("effects"))) {
            references("effects", command.effects(), Command.DeclaredEffect::option);
        }
        checkPlaceholders();
    }

    private void checkOptionNames() {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < command.parameters().size(); i++) {
            optionName(command.parameters().get(i).name(), below("parameters", i), seen);
        }
        Set<String> choices = new HashSet<>();
        for (int i = 0; i < command.choices().size(); i++) {
            Choice choice = command.choices().get(i);
            String place = below("choices", i);
            if (!choices.add(choice.name())) {
                findings.at(place + "/name", "there are two choices called '" + choice.name() + "'");
            }
            for (int j = 0; j < choice.options().size(); j++) {
                optionName(choice.options().get(j).name(), place + "/options/" + j, seen);
            }
        }
    }

    private void optionName(String name, String place, Map<String, String> seen) {
        if (ReservedWords.OPTIONS.contains(name)) {
            findings.at(place + "/name", "--" + name + " means something else on every command line");
        }
        if (!name.isEmpty() && seen.put(name, place) != null) {
            findings.at(place + "/name", "--" + name + " stands for two things");
        }
    }

    private void checkStepNames() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < command.steps().size(); i++) {
            if (!seen.add(command.steps().get(i).name())) {
                findings.at(below("steps", i) + "/name", "there are two steps called '" + command.steps().get(i).name()
                        + "'");
            }
        }
    }

    private <T> void references(String key, List<T> items, Function<T, Optional<String>> option) {
        Set<String> known = command.choices().stream().flatMap(c -> c.options().stream()).map(Choice.Option::name)
                .collect(Collectors.toSet());
        for (int i = 0; i < items.size(); i++) {
            Optional<String> name = option.apply(items.get(i));
            if (name.isPresent() && !known.contains(name.get())) {
                findings.at(below(key, i) + "/option", "no choice of this command has an option '" + name.get() + "'");
            }
        }
    }

    private void checkPlaceholders() {
        boolean used = false;
        for (int i = 0; i < command.steps().size(); i++) {
            String place = below("steps", i) + "/graph/body";
            Optional<JsonNode> body = command.steps().get(i).body().map(JsonMapper.shared()::readTree);
            used |= body.isPresent() && placeholders(body.get(), place);
        }
        for (int i = 0; i < command.effects().size() && !findings.isTouched(below("effects")); i++) {
            needSku(isAboutSku(command.effects().get(i).change()), below("effects", i) + "/sku");
        }
        for (int i = 0; i < command.preconditions().size(); i++) {
            needSku(command.preconditions().get(i).precondition().needsSku(), below("preconditions", i) + "/requires");
        }
        if (!used && !command.parameters().isEmpty() && !findings.isTouched(below("steps"))) {
            findings.at(below("parameters"), "no step uses the parameter: " + Placeholder.SKU.text());
        }
    }

    private boolean placeholders(JsonNode node, String place) {
        boolean used = false;
        if (node.isString() && node.asString().startsWith("$")) {
            Optional<Placeholder> placeholder = Placeholder.parse(node.asString());
            if (placeholder.isEmpty()) {
                findings.at(place, "there is no placeholder '" + node.asString() + "'");
            }
            used = placeholder.equals(Optional.of(Placeholder.SKU));
            needSku(used, place);
        }
        int index = 0;
        for (JsonNode item : node.isArray() ? node : JsonMapper.shared().createArrayNode()) {
            used |= placeholders(item, Findings.child(place, index++));
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            used |= placeholders(property.getValue(), Findings.child(place, property.getKey()));
        }
        return used;
    }

    private void needSku(boolean needed, String place) {
        if (needed && command.parameters().stream().noneMatch(p -> p.name().equals(Sku.PARAMETER))) {
            findings.at(place, "this needs a parameter '" + Sku.PARAMETER + "', and the command has none");
        }
    }

    private static boolean isAboutSku(Change change) {
        return change.equals(new Change.WithSku(Placeholder.SKU.text()))
                || change.equals(new Change.WithoutSku(Placeholder.SKU.text()));
    }

    private String below(String key) {
        return Findings.child(pointer, key);
    }

    private String below(String key, int index) {
        return Findings.child(below(key), index);
    }
}

package dev.shisa.catalog;

import dev.shisa.yaml.Findings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what entries say of each other: every undo is a command of this catalog, and completely decided. */
final class UndoCheck {
    private final Map<String, Command> byName;
    private final Findings findings;

    UndoCheck(Map<String, Command> byName, Findings findings) {
        this.byName = byName;
        this.findings = findings;
    }

    void check(Command command, String pointer) {
        for (int i = 0; i < command.undo().size(); i++) {
            check(command, command.undo().get(i), pointer + "/undo/" + i);
        }
    }

    private void check(Command command, Command.Undo undo, String place) {
        Command back = byName.get(undo.command());
        if (findings.isTouched(place)) {
            return;
        }
        if (back == null) {
            findings.at(place + "/command", "there is no command '" + undo.command() + "' in this catalog");
            return;
        }
        checkOptions(undo, back, place);
        Set<String> given = Set.copyOf(command.parameters().stream().map(Command.Parameter::name).toList());
        back.parameters().stream().map(Command.Parameter::name).filter(name -> !given.contains(name))
                .forEach(name -> findings.at(place + "/command", "'" + back.name() + "' needs --" + name
                        + ", which this command does not have"));
    }

    private void checkOptions(Command.Undo undo, Command back, String place) {
        for (Choice choice : back.choices()) {
            List<String> names = choice.options().stream().map(Choice.Option::name).toList();
            if (names.stream().filter(name -> undo.options().contains(name)).count() != 1) {
                findings.at(place + "/options", "'" + back.name() + "' has no default: name one of "
                        + String.join(", ", names));
            }
        }
        Set<String> known = Set.copyOf(back.choices().stream().flatMap(c -> c.options().stream())
                .map(Choice.Option::name).toList());
        undo.options().stream().filter(option -> !known.contains(option)).forEach(option -> findings
                .at(place + "/options", "'" + back.name() + "' has no option '" + option + "'"));
    }
}

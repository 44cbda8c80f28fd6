package dev.shisa.cli;

import dev.shisa.diag.RefusedException;
import dev.shisa.fuzz.FuzzTarget;
import dev.shisa.fuzz.Oracle;
import dev.shisa.fuzz.Scratch;
import dev.shisa.operation.Planning.Accounts;
import dev.shisa.plan.Selection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A list of accounts, as plain text and as a CSV. */
public final class AccountListTarget implements FuzzTarget {
    private static final String COLUMN = "upn";
    private final Scratch scratch = new Scratch();

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public void accept(byte[] input) throws IOException {
        Optional<List<String>> texts = read(scratch.file("list.txt", input), Optional.empty());
        if (texts.isPresent()) {
            Oracle.same("an accepted list is text", input.length,
                    new String(input, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8).length);
            String again = texts.get().stream().map(text -> text + "\n").collect(Collectors.joining("", "\uFEFF", ""));
            Oracle.same("a list says what its lines say", texts,
                    read(scratch.file("again.txt", bytes(again)), Optional.empty()));
        }
        Optional<List<String>> cells = read(scratch.file("list.csv", input), Optional.of(COLUMN));
        if (cells.isPresent()) {
            String again = cells.get().stream().map(text -> "\"" + text.replace("\"", "\"\"") + "\"\n")
                    .collect(Collectors.joining("", COLUMN + "\n", ""));
            Oracle.same("a table says what its column says", cells,
                    read(scratch.file("again.csv", bytes(again)), Optional.of(COLUMN)));
        }
        Oracle.holds(read(scratch.file("list.csv", input), Optional.empty()).isEmpty(),
                "a table of which nobody says the column is refused");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<List<String>> read(Path file, Optional<String> column) {
        try {
            Accounts accounts = new AccountOptions(List.of(), Optional.of(file), Optional.empty(), Optional.empty(),
                    false, Optional.of(file), column).accounts();
            Accounts.Named named = (Accounts.Named) accounts;
            Oracle.same("both kinds of list are read alike", named.lines(), named.excluded());
            return Optional.of(named.lines().stream().map(Selection.Line::text).toList());
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }
}

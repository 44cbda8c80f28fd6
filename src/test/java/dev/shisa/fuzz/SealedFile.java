package dev.shisa.fuzz;

import dev.shisa.store.SealedObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that is a sealed object. The input is taken for the file, for an object that somebody sealed, and for changes of a valid file, which the
 * folder of the target holds as {@code valid.json}.
 *
 * @param <T> what is read from it
 */
public abstract class SealedFile<T> implements FuzzTarget {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The value; empty when it is refused. */
    protected abstract Optional<T> read(byte[] bytes);

    /** The file of a value. */
    protected abstract byte[] write(T value);

    @Override
    public void accept(byte[] input) throws IOException {
        stands(input);
        sealed(input);
        byte[] valid = Inputs.valid(name(), "valid.json");
        T original = read(valid)
                .orElseThrow(() -> new AssertionError(name() + ": valid.json is not read; bench/fuzz --valid"));
        read(Edits.apply(valid, input))
                .ifPresent(value -> Oracle.same("a changed file is accepted with another content", original, value));
    }

    private void sealed(byte[] input) {
        JsonNode node;
        try {
            node = JSON.readTree(input);
        } catch (JacksonException e) {
            return;
        }
        if (node instanceof ObjectNode object) {
            object.remove("digest");
            stands(SealedObject.seal(object));
        }
    }

    /** What is accepted is what the program itself would have written, to the last member. */
    private void stands(byte[] file) {
        Optional<T> value = read(file);
        if (value.isPresent()) {
            byte[] written = write(value.get());
            Oracle.same("what is accepted is read as it is written", value, read(written));
            Oracle.same("nothing is accepted that is not understood: " + new String(file, StandardCharsets.UTF_8),
                    SealedObject.open(written), SealedObject.open(file));
        }
    }
}

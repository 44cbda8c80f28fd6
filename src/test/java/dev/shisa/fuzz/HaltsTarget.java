package dev.shisa.fuzz;

import dev.shisa.operation.Halts;
import dev.shisa.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An order to halt: whatever stands in the file, it is one. */
final class HaltsTarget implements FuzzTarget {
    private final Halts halts;
    private final Path file;

    HaltsTarget() throws IOException {
        Store store = Store.open(new Scratch().folder());
        halts = new Halts(store);
        file = store.folder("halts").resolve("all.json");
    }

    @Override
    public String name() {
        return "halts";
    }

    @Override
    public void accept(byte[] input) throws IOException {
        ordered(input);
        ordered(Edits.apply(Inputs.valid(name(), "valid.json"), input));
    }

    private void ordered(byte[] content) throws IOException {
        Files.write(file, content);
        Oracle.holds(halts.reasonForAll().isPresent() && halts.reason("run-1").isPresent(),
                "an order that cannot be read is an order");
    }
}

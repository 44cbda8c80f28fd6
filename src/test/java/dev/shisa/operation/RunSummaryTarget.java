package dev.shisa.operation;

import dev.shisa.fuzz.SealedFile;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How a run stands, in a file beside its journal. */
public final class RunSummaryTarget extends SealedFile<RunSummaryTarget.Kept> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A summary and the head of the journal that it was made from.
     *
     * @param head digest of the journal's last record
     */
    public record Kept(String head, RunSummary summary) {
    }

    @Override
    public String name() {
        return "summary";
    }

    @Override
    protected Optional<Kept> read(byte[] bytes) {
        String head = head(bytes);
        return RunSummary.fromFile(bytes, head).map(summary -> new Kept(head, summary));
    }

    private static String head(byte[] bytes) {
        try {
            return JSON.readTree(bytes).path("head").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    @Override
    protected byte[] write(Kept value) {
        return value.summary().toFile(value.head());
    }
}

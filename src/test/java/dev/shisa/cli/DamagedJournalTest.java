package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One byte of a journal is another one. Nobody can say what that run did, so nothing is begun, and the file stays as it is. */
class DamagedJournalTest extends RecoveryScene {
    @Test
    void nothingIsBegunAndEveryOtherRunIsStillTold() throws IOException {
        serve("small");
        rehearse();
        String sound = execute("1@contoso.example", LOSS, "mailbox", "remove", "person7@contoso.example",
                "--keep-identity").exits(0).text("run");
        faults(onLicences(",\"nth\":2", "\"status\":403"));
        String run = remove(3).exits(17).text("run");
        tenant().faults("[]");
        byte[] bytes = Files.readAllBytes(journal(run));
        bytes[bytes.length / 2] ^= 1;
        Files.write(journal(run), bytes);
        long seen = tenant().seen();

        Result list = shell().json("run", "list").exits(20);
        assertEquals(List.of("rehearsal", "run"),
                list.lines("run").stream().map(row -> row.path("kind_of_run").asString()).toList());
        assertEquals(sound, list.lines("run").getLast().path("run").asString());
        list.holds(list.errors().contains(run), "the run that cannot be told is named");
        assertEquals("completed",
                shell().json("run", "show", sound).exits(0).lines("run").getFirst().path("status").asString());
        shell().run("run", "report", sound).exits(0);
        shell().json("mailbox", "remove", "person8@contoso.example", "--keep-identity").exits(0);

        for (String[] line : List.of(new String[]{"run", "show", run}, new String[]{"run", "status", run},
                new String[]{"run", "verify", run}, new String[]{"undo", run},
                new String[]{"undo", run, "--execute", "--confirm", "1@contoso.example"},
                new String[]{"undo", sound, "--execute", "--confirm", "1@contoso.example"},
                new String[]{"run", "resume", run, "--confirm", "1@contoso.example", "--accept-loss", LOSS},
                new String[]{"run", "close", run, "--reason", "away with it"})) {
            Result refused = shell().json(line).exits(20);
            refused.holds(refused.errors().contains(run), "the run is named");
        }
        execute("1@contoso.example", LOSS, "mailbox", "remove", "person8@contoso.example", "--keep-identity").exits(20);
        shell().json("halt", run, "--reason", "whatever it is, it stops").exits(0);
        shell().json("halt", sound, "--reason", "so does this").exits(0);
        shell().json("halt", "run-nobody", "--reason", "nobody").exits(4);
        assertEquals(List.<JsonNode>of(), tenant().writes(seen));
        assertArrayEquals(bytes, Files.readAllBytes(journal(run)));
    }
}

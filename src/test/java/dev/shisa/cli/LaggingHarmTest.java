package dev.shisa.cli;

import org.junit.jupiter.api.Test;

/** A tenant that harms accounts, and whose lists go on showing them as they were. */
class LaggingHarmTest extends Scene {
    private static final String[] ALL = {"mailbox", "remove", "--all", "--keep-identity"};

    @Test
    void whatAGateSawIsNamedAlthoughTheListsDoNotShowIt() {
        serve("small");
        String confirm = shell().json(ALL).exits(0).text("confirm");
        tenant().faults("[{\"misbehave\":\"password-reset\",\"from\":6},"
                + "{\"match\":{\"method\":\"GET\",\"path\":\"/users\"},\"effect\":{\"lag\":\"PT3M\"}}]");
        Result ended = execute(confirm, "licences,mailbox", ALL).exits(22);
        String report = shell().json("run", "report", ended.text("run")).exits(0).lines("document").getFirst()
                .path("text").asString();
        ended.holds(report.contains("extra password"), "the loss is named in the report:\n" + report);
    }
}

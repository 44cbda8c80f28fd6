package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.applying;
import static dev.shisa.bypass.Attempt.removing;

import java.util.stream.Stream;

/** Ways by what happened since somebody approved. Each row has a tenant of its own. */
class LateBypassTest extends DrillTable {

    @Override
    boolean isTenantOfItsOwn() {
        return true;
    }

    private static void deleted(Stage stage, String local) {
        stage.tenant().graph("DELETE", "/users/" + stage.tenant().account(local).path("id").asString(), "");
    }

    @Override
    Stream<Row> rows() {
        return Stream.of(
                drilled("the approval expired with its plan", 12, "The plan has expired.",
                        (attempt, _) -> attempt.stage().tenant().advance("PT25H")),
                drilled("what somebody else deleted counts for the day", 15, "2 accounts were lost within 24 hours",
                        (attempt, site) -> {
                            deleted(attempt.stage(), "person5");
                            deleted(attempt.stage(), "person6");
                            Drill.pin(site, "limits: {day: 2}");
                        }),
                drilled("what this tool deleted counts for the day", 15, "1 accounts were lost within 24 hours",
                        (attempt, site) -> {
                            attempt.stage().done(0, "user", "delete", "person5@contoso.example", "--execute",
                                    "--confirm", "1@contoso.example", "--accept-loss", "identity");
                            Drill.pin(site, "limits: {day: 1}");
                        }),
                drilled("one by one up to the cap of the day", 15, "2 accounts were lost within 24 hours",
                        (attempt, site) -> {
                            Drill.pin(drill().bundle(), "limits: {day: 2}");
                            drill().done(0, applying(drill().approved("person5")));
                            drill().done(0, applying(drill().approved("person6")));
                            Drill.pin(site, "limits: {day: 2}");
                            attempt.again();
                        }),
                drilled("the review of the catalog's entry expired", 13,
                        "is not reviewed as it stands: signed true", (attempt, _) -> {
                            attempt.stage().tenant().advance("P250D");
                            attempt.words(removing("person1@contoso.example"));
                        }),
                drilled("the account was changed since", 12, "is not as it was when the plan was made",
                        (attempt, _) -> attempt.stage().tenant().graph("PATCH",
                                "/users/" + attempt.stage().tenant().account("person1").path("id").asString(),
                                "{\"accountEnabled\":false}")));
    }
}

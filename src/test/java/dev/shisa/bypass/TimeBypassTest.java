package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.applying;
import static dev.shisa.bypass.Row.row;

import dev.shisa.site.Site;
import java.util.stream.Stream;

/** Ways by what happened since: time went on, and people came and went. Each row has a tenant of its own. */
class TimeBypassTest extends BypassTable {
    private String plan = "";

    @Override
    boolean isTenantOfItsOwn() {
        return true;
    }

    @Override
    void prepare(Stage before) {
        before.removed("person12");
        plan = before.planned("person1");
    }

    @Override
    Stream<Row> rows() {
        return Stream.of(
                row("an expired plan", 12, "The plan has expired.", attempt -> {
                    attempt.stage().tenant().advance("PT25H");
                    attempt.words(applying(plan));
                }),
                row("expired evidence", 14, "refused (14):", attempt -> {
                    attempt.stage().tenant().advance("P8D");
                    attempt.site("format_version: \"1.0\"\ntenants:\n  - {tenant_id: " + Site.SANDBOX_TENANT
                            + ", kind: sandbox, rehearsal: [\"nobody-*@contoso.example\"]}\n");
                }),
                row("a name that is somebody else's by now", 4, "is not as it was when the plan was made", attempt -> {
                    String id = attempt.stage().tenant().account("person1").path("id").asString();
                    attempt.stage().tenant().graph("DELETE", "/users/" + id, "");
                    attempt.stage().tenant().graph("POST", "/users", """
                            {"accountEnabled":true,"displayName":"Somebody Else","mailNickname":"person1",
                             "userPrincipalName":"person1@contoso.example",
                             "passwordProfile":{"password":"Correct-Horse-7"}}""");
                    attempt.words(applying(plan));
                }),
                row("an undo that would take an address away", 13, "changed can be brought back", attempt -> {
                    String run = attempt.stage().done(0, "user", "delete", "person2@contoso.example", "--execute",
                            "--confirm", "1@contoso.example", "--accept-loss", "identity").path("run").asString();
                    attempt.stage().tenant().graph("POST", "/users", """
                            {"accountEnabled":true,"displayName":"Somebody Else","mailNickname":"person2",
                             "userPrincipalName":"person2@contoso.example",
                             "passwordProfile":{"password":"Correct-Horse-7"}}""");
                    attempt.again().words("undo", run, "--execute", "--confirm", "1@contoso.example");
                }),
                row("an account that was changed since", 12, "is not as it was when the plan was made", attempt -> {
                    String id = attempt.stage().tenant().account("person1").path("id").asString();
                    attempt.stage().tenant().graph("PATCH", "/users/" + id, "{\"accountEnabled\":false}");
                    attempt.words(applying(plan));
                }),
                row("an account that is gone since", 4, "is not as it was when the plan was made", attempt -> {
                    String id = attempt.stage().tenant().account("person1").path("id").asString();
                    attempt.stage().tenant().graph("DELETE", "/users/" + id, "");
                    attempt.words(applying(plan));
                }));
    }
}

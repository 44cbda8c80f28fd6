package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.applying;
import static dev.shisa.bypass.Row.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Ways by a catalog of one's own. */
class CatalogBypassTest extends BypassTable {
    private String plan = "";

    @Override
    void prepare(Stage before) {
        before.removed("person12");
        plan = before.planned("person1");
    }

    @Override
    Stream<Row> rows() {
        return Stream.of(
                edited("an effect left out", 2, "mailbox",
                        "      - {option: keep-identity, facet: mailbox, becomes: tombstone, within: PT60M}\n", ""),
                edited("an effect played down", 2, "this request does at least",
                        "{option: keep-identity, facet: mailbox, becomes: tombstone, within: PT60M}",
                        "{option: keep-identity, facet: mailbox, becomes: present, within: PT60M}"),
                edited("the identity's loss left out", 2, "identity",
                        "      - {option: discard-identity, facet: identity, becomes: soft-deleted, within: PT10M}\n",
                        ""),
                edited("a deletion behind the milder choice", 2, "a second writing step",
                        "      - name: delete-user\n        option: discard-identity\n",
                        "      - name: delete-user\n        option: keep-identity\n"),
                edited("a second step", 2, "a second writing step",
                        "    effects:\n      - {option: keep-identity, facet: licences",
                        "      - name: delete-too\n        option: keep-identity\n        graph: {method: DELETE, path: \"/users/{id}\"}\n"
                                + "    effects:\n      - {option: keep-identity, facet: licences"),
                edited("a path to something else", 2, "does not know what this request destroys",
                        "graph: {method: DELETE, path: \"/users/{id}\"}",
                        "graph: {method: DELETE, path: \"/groups/{id}\"}"),
                edited("a path to somebody", 2, "does not know what this request destroys",
                        "graph: {method: DELETE, path: \"/users/{id}\"}",
                        "graph: {method: DELETE, path: \"/users/admin@contoso.example\"}"),
                edited("an unknown key", 2, "there is no key 'force' here", "    impact: destructive\n",
                        "    impact: destructive\n    force: \"true\"\n"),
                edited("a key twice", 2, "stands here twice", "    impact: destructive\n",
                        "    impact: destructive\n    impact: restoring\n"),
                edited("an entry twice", 2, "stands here twice", "    verb: restore\n", "    verb: remove\n"),
                edited("impact played down", 2, "the impact is at least destructive", "    impact: destructive\n",
                        "    impact: restoring\n"),
                edited("a built-in noun", 2, "is a noun of the program itself", "  - noun: user\n    verb: purge",
                        "  - noun: halt\n    verb: purge"),
                edited("an anchor", 2, "anchors and aliases are not allowed", "    impact: destructive\n",
                        "    impact: &impact destructive\n"),
                edited("no review", 2, "'by' is missing", "      by: shisa maintainers\n", ""),
                row("catalog: one that is not there", 2, "cannot be read",
                        attempt -> attempt.and("--catalog", "nothing.yaml")),
                row("catalog: an empty one", 2, "the file is empty",
                        attempt -> attempt.and("--catalog", attempt.file("commands.yaml", ""))),
                row("catalog: named twice", 2, "--catalog", attempt -> attempt.and("--catalog", shipped(attempt))
                        .and("--catalog", attempt.file("other.yaml", "x"))),
                row("catalog: another since the plan", 12, "is not the one of the plan", attempt -> attempt
                        .words(applying(plan)).and("--catalog", attempt.file("commands.yaml",
                                text().replaceFirst("becomes: tombstone, within: PT60M",
                                        "becomes: tombstone, within: PT59M")))),
                row("catalog: another since the evidence", 14, "refused (14):",
                        attempt -> attempt
                                .site("""
                                        format_version: "1.0"
                                        tenants:
                                          - {tenant_id: 5a15a000-c0de-4a7e-8000-00000000feed, kind: sandbox, rehearsal: ["nobody-*@contoso.example"]}
                                        """)
                                .and("--catalog", attempt.file("commands.yaml", text().replaceFirst(
                                        "becomes: tombstone, within: PT60M", "becomes: tombstone, within: PT59M")))));
    }

    private static String text() throws IOException {
        return Files.readString(Path.of("commands.yaml"));
    }

    private static String shipped(Attempt attempt) throws IOException {
        return attempt.file("shipped.yaml", text());
    }

    private static Row edited(String name, int code, String phrase, String part, String other) {
        return row("catalog: " + name, code, phrase, attempt -> {
            Path file = Path.of(shipped(attempt));
            Forgery.replaced(file, part, other);
            attempt.and("--catalog", file.toString());
        });
    }
}

package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.applying;
import static dev.shisa.bypass.Row.row;

import dev.shisa.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ways by what says what a tenant is, and how it is reached. */
class SiteBypassTest extends BypassTable {
    private static final String OTHER = "11111111-2222-4333-8444-555555555555";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private String plan = "";

    @Override
    void prepare(Stage before) {
        before.removed("person12");
        plan = before.planned("person1");
    }

    @Override
    Stream<Row> rows() {
        return Stream.of(bundles(), stakes(), profiles(), served()).flatMap(rows -> rows);
    }

    private static String bundle(String members) {
        return "format_version: \"1.0\"\ntenants:\n  - {" + members + "}\n";
    }

    private static String sandbox(String members) {
        return bundle("tenant_id: " + Site.SANDBOX_TENANT + ", " + members);
    }

    private static Row bundled(String name, int code, String phrase, String text) {
        return row("bundle: " + name, code, phrase, attempt -> attempt.site(text));
    }

    private static Stream<Row> bundles() {
        String whole = sandbox("kind: sandbox");
        return Stream.of(bundled("empty", 2, "the file is empty", ""),
                bundled("no tenants", 2, "The site bundle has a mistake", "format_version: \"1.0\"\ntenants: []\n"),
                bundled("no YAML", 2, "not YAML", "tenants: [{"),
                bundled("an unknown key", 2, "there is no key 'approvals' here",
                        sandbox("kind: sandbox, approvals: 0")),
                bundled("a key with a slip", 2, "there is no key 'limit' here",
                        sandbox("kind: sandbox, limit: {exposure: 1}")),
                bundled("no kind", 2, "'kind' is missing", bundle("tenant_id: " + Site.SANDBOX_TENANT)),
                bundled("an unknown kind", 2, "is not one of", sandbox("kind: prod")),
                bundled("another tenant as a sandbox", 2, "no other tenant than the sandbox's own is a sandbox",
                        whole + "  - {tenant_id: " + OTHER + ", kind: sandbox}\n"),
                bundled("the tenant twice", 2, "stands here twice",
                        sandbox("kind: production") + "  - {tenant_id: " + Site.SANDBOX_TENANT + ", kind: sandbox}\n"),
                bundled("a second document", 2, "begins another", whole + "---\n" + whole),
                bundled("an alias", 2, "anchors and aliases are not allowed",
                        whole.replace("kind: sandbox", "kind: &kind sandbox")),
                bundled("another version", 2, "'2.0' is not one of 1.0", whole.replace("1.0", "2.0")),
                bundled("everybody rehearses", 2, "The site bundle has a mistake",
                        sandbox("kind: sandbox, rehearsal: [\"*@contoso.example\"]")),
                row("bundle: a folder that is not there", 2, "cannot be read",
                        attempt -> attempt.with("SHISA_SITE", attempt.store() + "/nowhere")));
    }

    private Stream<Row> stakes() {
        return Stream.of(
                bundled("treated as production", 16, "needs the approval of other people",
                        sandbox("kind: production, rehearsal: [\"rehearsal-*@contoso.example\"]")),
                row("a plan of yesterday's sandbox, production today", 16, "needs the approval of other people",
                        attempt -> attempt.site(sandbox("kind: production")).words(applying(plan))),
                row("another store than the pinned one", 13, "This tenant is worked on from another store.",
                        attempt -> attempt.site(sandbox("kind: sandbox, store: \""
                                + Files.createDirectory(attempt.store().resolveSibling("pinned")) + "\""))),
                row("a pinned store that is not there", 13, "This tenant is worked on from another store.",
                        attempt -> attempt.site(sandbox("kind: sandbox, store: \""
                                + attempt.store().resolveSibling("pinned") + "\""))),
                row("another store by a variable", 13, "This tenant is worked on from another store.",
                        attempt -> attempt.site(sandbox("kind: sandbox, store: \""
                                + Files.createDirectory(attempt.store().resolveSibling("pinned")) + "\""))
                                .at("--tenant", attempt.stage().tenant().address())
                                .with("SHISA_STORE", attempt.store().toString())),
                bundled("a target as break-glass", 13, "break-glass account",
                        sandbox("kind: sandbox, break_glass: [\"person1@contoso.example\"]")));
    }

    private static String profile(String id, String origin) {
        return "format_version: \"1.0\"\ntenants:\n  prod:\n    tenant_id: " + id + "\n    graph: " + origin
                + "/v1.0\n    login: " + origin + "\n";
    }

    /** Reaches the tenant by a profile, with the credentials of its descriptor. */
    private static Attempt by(Attempt attempt, String profiles) throws Exception {
        JsonNode descriptor = JSON.readTree(Files.readString(attempt.stage().descriptor()));
        for (String role : new String[]{"reader", "writer"}) {
            String name = "SHISA_" + role.toUpperCase(Locale.ROOT);
            attempt.with(name + "_CLIENT_ID", descriptor.path(role).path("client_id").asString())
                    .with(name + "_CLIENT_SECRET", descriptor.path(role).path("client_secret").asString());
        }
        return attempt.profiles(profiles).at("--tenant", "prod", "--store", attempt.store().toString());
    }

    private static Row profiled(String name, int code, String phrase, String addition) {
        return row("profile: " + name, code, phrase,
                attempt -> by(attempt, profile(OTHER, attempt.stage().tenant().address()) + addition));
    }

    private static Stream<Row> profiles() {
        return Stream.of(
                row("profile: production's id at the sandbox", 23, "The sign-in of application", attempt -> by(attempt,
                        profile(OTHER, attempt.stage().tenant().address()))),
                row("profile: SHISA_SITE for a real tenant", 2, "The site bundle does not fit the tenant.",
                        attempt -> by(attempt, profile(OTHER, attempt.stage().tenant().address()))
                                .site(bundle("tenant_id: " + OTHER + ", kind: test"))),
                row("profile: SHISA_SITE for the sandbox's id elsewhere", 2, "The site bundle does not fit the tenant.",
                        attempt -> by(attempt, profile(Site.SANDBOX_TENANT, "https://graph.contoso.example"))
                                .site(sandbox("kind: sandbox"))),
                row("profile: plain http to elsewhere", 2, "must begin with https",
                        attempt -> by(attempt, profile(OTHER, "http://graph.contoso.example"))),
                profiled("a secret", 2, "there is no key 'client_secret' here", "    client_secret: \"hunter2\"\n"),
                profiled("its kind", 2, "there is no key 'kind' here", "    kind: sandbox\n"),
                profiled("a key twice", 2, "stands here twice", "    tenant_id: " + Site.SANDBOX_TENANT + "\n"),
                profiled("a key beside the tenants", 2, "there is no key 'default' here", "default: prod\n"),
                profiled("one that is called sandbox", 2, "there is no key 'sandbox' here",
                        "  sandbox: {tenant_id: " + OTHER
                                + ", graph: \"https://a.example/v1.0\", login: \"https://a.example\"}\n"),
                row("profile: none named where there are some", 2, "the tenant has to be named",
                        attempt -> by(attempt, profile(OTHER, "https://graph.contoso.example"))
                                .at("--store", attempt.store().toString())),
                row("profile: one that is not there", 2, "There is no tenant profile named contoso.",
                        attempt -> by(attempt, profile(OTHER, "https://graph.contoso.example"))
                                .at("--tenant", "contoso", "--store", attempt.store().toString())));
    }

    private static Stream<Row> served() {
        return Stream.of(address("http to elsewhere", "http://contoso.example"),
                address("https to elsewhere", "https://graph.microsoft.com"),
                address("a name that begins like this machine", "https://127.0.0.1.contoso.example:4711"),
                address("this machine as a user", "https://127.0.0.1@contoso.example"),
                row("served: nobody there", 23, "No sandbox tenant is served at",
                        attempt -> attempt.at("--tenant", "https://127.0.0.1:1")),
                described("elsewhere", "\"graph\":\"https://127.0.0.1", "\"graph\":\"https://graph.contoso.example"),
                described("with a sign-in elsewhere", "\"login\":\"https://127.0.0.1",
                        "\"login\":\"https://login.contoso.example"),
                described("of another tenant", Site.SANDBOX_TENANT, OTHER));
    }

    private static Row address(String name, String address) {
        return row("served: " + name, 2, "Only a served sandbox on this machine needs no profile.",
                attempt -> attempt.at("--tenant", address, "--store", attempt.store().toString()));
    }

    /** The descriptor leads to another place. */
    private static Row described(String name, String text, String other) {
        return row("descriptor: " + name, 23, "it tells of no sandbox tenant on this machine", attempt -> {
            Path file = Path.of(attempt.file("state/shisa/sandboxes/" + attempt.stage().port() + ".json",
                    Files.readString(attempt.stage().descriptor())));
            Forgery.replaced(file, text, other);
            attempt.with("XDG_STATE_HOME", attempt.store().resolveSibling("state").toString());
        });
    }
}

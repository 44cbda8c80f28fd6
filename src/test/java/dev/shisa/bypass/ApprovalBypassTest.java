package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.applying;
import static dev.shisa.bypass.Attempt.removing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ways by approvals: another's, an altered one, one's own, one that counts no more. */
class ApprovalBypassTest extends DrillTable {
    private static final String LACKING = "This needs the approval of other people.";
    private static final String OWN = "may be the same person. Let another person approve.";
    private String spent = "";
    private String unapproved = "";
    private String asked = "";

    @Override
    void prepare(Stage before) throws Exception {
        super.prepare(before);
        spent = drill().approved("person2");
        drill().done(0, applying(spent));
        unapproved = drill().planned("person3");
        asked = request(drill().done(0, "approve", unapproved).path("next").asString());
    }

    /** The name of the file that is to be signed, without its ending. */
    private static String request(String next) {
        List<String> words = List.of(next.split(" "));
        String file = String.valueOf(Path.of(words.get(words.indexOf("--signature") + 1)).getFileName());
        return file.substring(0, file.length() - ".json.sig".length());
    }

    /** The signature of the plan that the rows start from. */
    static Path signature(Attempt attempt) throws IOException {
        try (Stream<Path> files = Files.list(attempt.store().resolve("approvals"))) {
            return files.filter(file -> file.toString().endsWith(".sig")).findFirst().orElseThrow();
        }
    }

    private static Path json(Attempt attempt, String digest) {
        return attempt.store().resolve("approvals").resolve(digest + ".json");
    }

    private static String digest(Path signature) {
        return String.valueOf(signature.getFileName()).substring(0, 64);
    }

    private static Path rename(Path signature, String digest) {
        return signature.resolveSibling(digest + String.valueOf(signature.getFileName()).substring(64));
    }

    /** The signature of the plan that the rows start from, among others. */
    private Path ours(Attempt attempt) throws IOException {
        try (Stream<Path> files = Files.list(attempt.store().resolve("approvals"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".sig")).toList()) {
                if (Files.readString(json(attempt, digest(file))).contains(plan())) {
                    return file;
                }
            }
        }
        throw new IOException("no signature of " + plan());
    }

    @Override
    Stream<Row> rows() {
        return Stream.of(others(), files(), requesters(), signers(), giving()).flatMap(rows -> rows);
    }

    private Stream<Row> others() {
        return Stream.of(
                drilled("other: a plan that nobody approved", 16, "are not among them",
                        (attempt, _) -> attempt.words(applying(unapproved))),
                drilled("other: the line instead of the plan", 16, "are not among them",
                        (attempt, _) -> attempt.words(removing("person3@contoso.example"))),
                drilled("other: the plan again", 12, "The plan was spent by",
                        (attempt, _) -> attempt.words(applying(spent))),
                drilled("other: another account in the approved plan", 12, "is not as it was when the plan was made",
                        (attempt, _) -> Forgery.resealed(
                                attempt.store().resolve("plans").resolve(plan() + ".json"),
                                object -> ((ObjectNode) ((ArrayNode) object.path("targets")).get(0)).put("id",
                                        attempt.stage().tenant().account("person3").path("id").asString()))),
                drilled("other: the approved plan under the name of another", 12, "is not as it was",
                        (attempt, _) -> {
                            Path plans = attempt.store().resolve("plans");
                            Files.writeString(plans.resolve(unapproved + ".json"),
                                    Files.readString(plans.resolve(unapproved + ".json")).replace(unapproved,
                                            plan()));
                            attempt.words(applying(unapproved));
                        }));
    }

    private Stream<Row> files() {
        return Stream.of(
                drilled("file: no request", 16, "has no request beside it",
                        (attempt, _) -> Files.delete(json(attempt, digest(ours(attempt))))),
                drilled("file: no signature", 16, LACKING, (attempt, _) -> Files.delete(ours(attempt))),
                drilled("file: another request in its place", 16, LACKING, (attempt, _) -> Files.copy(
                        json(attempt, asked), json(attempt, digest(ours(attempt))),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING)),
                drilled("file: a request for another plan", 16, LACKING,
                        (attempt, _) -> Forgery.replaced(json(attempt, digest(ours(attempt))), plan(),
                                unapproved)),
                drilled("file: a request with one bit changed", 16, LACKING,
                        (attempt, _) -> Forgery.bent(json(attempt, digest(ours(attempt))))),
                drilled("file: the signature under another request's name", 16, LACKING, (attempt, _) -> {
                    Files.copy(ours(attempt), rename(ours(attempt), asked));
                    attempt.words(applying(unapproved));
                }),
                drilled("file: the signature with one bit changed", 16, LACKING,
                        (attempt, _) -> Forgery.bent(ours(attempt))),
                drilled("file: an empty signature", 16, LACKING,
                        (attempt, _) -> Files.writeString(ours(attempt), "")),
                drilled("file: a signature of more than a mebibyte", 16, LACKING,
                        (attempt, _) -> Files.writeString(ours(attempt), "x".repeat(1 << 21))),
                drilled("file: the signature under a name of nothing", 16, LACKING,
                        (attempt, _) -> Files.move(ours(attempt), ours(attempt).resolveSibling("approved"))),
                drilled("file: the folder is gone", 16, LACKING, (attempt, _) -> Files.move(
                        attempt.store().resolve("approvals"), attempt.store().resolve("elsewhere"))));
    }

    private Row own(String name, String principal, String more) {
        return drilled("requester: " + name, 16, OWN, (_, site) -> {
            Drill.pin(site, more);
            drill().signers(site, principal + " " + drill().publicKey("bob"));
        });
    }

    private Stream<Row> requesters() {
        return Stream.of(own("the user's own name", Drill.ME, ""),
                own("the user's name in some domain", Drill.ME + "@sgu.example", ""),
                own("in capitals", Drill.ME.toUpperCase(java.util.Locale.ROOT) + "@CONTOSO.EXAMPLE", ""),
                own("with a domain before it", "CONTOSO\\" + Drill.ME, ""),
                own("in full-width letters", wide(Drill.ME), ""),
                own("a name that the site maps", "bob@contoso.example",
                        "operators: {" + Drill.ME + ": [bob@contoso.example]}"),
                own("a name that the site maps, in capitals", "BOB@Contoso.Example",
                        "operators: {" + Drill.ME.toUpperCase(java.util.Locale.ROOT) + ": [bob@contoso.example]}"),
                own("one of several names", "bob@contoso.example," + Drill.ME + "@contoso.example", ""),
                drilled("requester: his key under a second name", 16, OWN,
                        (_, site) -> drill().signers(site, drill().line("bob"),
                                Drill.ME + "@contoso.example " + drill().publicKey("bob"))),
                drilled("requester: his key under a second name for git", 16, OWN,
                        (_, site) -> drill().signers(site, drill().line("bob"), Drill.ME
                                + "@contoso.example namespaces=\"git\" " + drill().publicKey("bob"))));
    }

    private static String wide(String name) {
        return name.codePoints().map(point -> point > 32 && point < 127 ? point + 0xFEE0 : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private Row signed(String name, int code, String phrase, String before, String behind) {
        return drilled("signers: " + name, code, phrase,
                (_, site) -> Files.writeString(site.resolve("allowed_signers"),
                        before + drill().publicKey("bob") + behind));
    }

    private Stream<Row> signers() {
        return Stream.of(
                drilled("signers: the key is revoked", 16, "is revoked and never counts", (_, site) -> {
                    Files.writeString(site.resolve("revoked"), drill().publicKey("bob") + "\n");
                    Drill.pin(site, "revoked_signers: revoked");
                }),
                drilled("signers: the list of revoked keys is gone", 2, "A file of the site has a mistake",
                        (_, site) -> Drill.pin(site, "revoked_signers: revoked")),
                drilled("signers: the list of revoked keys is no list", 2, "A file of the site has a mistake",
                        (_, site) -> {
                            Files.writeString(site.resolve("revoked"), "everybody but bob\n");
                            Drill.pin(site, "revoked_signers: revoked");
                        }),
                drilled("signers: others since", 16, "is not an allowed signer",
                        (_, site) -> drill().signers(site, drill().line("carol"))),
                drilled("signers: nobody", 16, "is not an allowed signer",
                        (_, site) -> Files.writeString(site.resolve("allowed_signers"), "")),
                drilled("signers: gone", 2, "A file of the site has a mistake",
                        (_, site) -> Files.delete(site.resolve("allowed_signers"))),
                drilled("signers: not named", 16, "is not an allowed signer", (_, site) -> Forgery
                        .replaced(site.resolve("site.yaml"), "allowed_signers: allowed_signers", "contacts: [x]")),
                signed("no list", 2, "A file of the site has a mistake", "everybody ", " and so on\nnobody\n"),
                signed("anybody", 16, "does not say who signs", "* ", "\n"),
                signed("anybody of a domain", 16, "does not say who signs", "*@contoso.example ", "\n"),
                signed("anybody but one", 16, "does not say who signs", "!carol@contoso.example,b* ", "\n"),
                signed("for git", 16, "may not sign for the namespace", "bob@contoso.example namespaces=\"git\" ",
                        "\n"),
                signed("for waivers", 16, "may not sign for the namespace",
                        "bob@contoso.example namespaces=\"waiver@shisa.dev\" ", "\n"),
                signed("no more", 16, "it is asked about", "bob@contoso.example valid-before=\"20260101\" ", "\n"),
                signed("not yet", 16, "it is asked about", "bob@contoso.example valid-after=\"20900101\" ", "\n"),
                signed("as an authority", 16, "as a certificate authority only", "bob@contoso.example cert-authority ",
                        "\n"),
                signed("with an option that nobody knows", 2, "is not known", "bob@contoso.example no-touch=\"1\" ",
                        "\n"));
    }

    /** A line that signs the plan that nobody approved. */
    private Row giving(String name, int code, String phrase, Change words) {
        return drilled("approve: " + name, code, phrase, (attempt, site) -> {
            attempt.words("approve", unapproved);
            words.on(attempt, site);
        });
    }

    private Row keyed(String name, int code, String phrase, String... more) {
        return giving(name, code, phrase,
                (attempt, _) -> attempt.and("--key", drill().key("bob").toString()).and(more));
    }

    private Row handed(String name, String phrase, String text) {
        return giving(name, 16, phrase, (attempt, _) -> attempt.and("--signature", attempt.file("some.sig", text)));
    }

    private Stream<Row> giving() {
        return Stream.of(keyed("nothing confirmed", 18, "Nobody confirmed"),
                keyed("another number", 18, "The confirmation does not fit the plan.", "--confirm",
                        "2@contoso.example"),
                keyed("full-width digits", 18, "full-width or other look-alike characters", "--confirm",
                        "\uFF11@contoso.example"),
                keyed("a key and a signature", 2, "--signature", "--confirm", "1@contoso.example", "--signature", "x"),
                keyed("a loss", 2, "There is no option", "--confirm", "1@contoso.example", "--accept-loss", "mailbox"),
                giving("a key of nobody", 16, "is not an allowed signer", (attempt, _) -> attempt.and("--key",
                        drill().key("mallory").toString(), "--confirm", "1@contoso.example")),
                giving("one's own key", 16, OWN, (attempt, site) -> {
                    drill().signers(site, drill().line("bob"),
                            Drill.ME + "@contoso.example " + drill().publicKey("me"));
                    attempt.and("--key", drill().key("me").toString(), "--confirm", "1@contoso.example");
                }),
                giving("a key that is not there", 16, "Nothing is approved.", (attempt, _) -> attempt.and("--key",
                        attempt.home("nokey").toString(), "--confirm", "1@contoso.example")),
                giving("an option for a key", 16, "Nothing is approved.", (attempt, _) -> attempt.and("--key",
                        "-Yverify", "--confirm", "1@contoso.example")),
                giving("a signature that is not there", 16, "There is no signature in",
                        (attempt, _) -> attempt.and("--signature", attempt.home("nothing").toString())),
                giving("a folder for a signature", 16, "There is no signature in",
                        (attempt, _) -> attempt.and("--signature", attempt.store().toString())),
                handed("an empty signature", "Nothing is approved.", ""),
                handed("a word for a signature", "Nothing is approved.", "approved"),
                handed("a signature that is too long", "is too long to be one", "x".repeat(1 << 17)),
                giving("the signature of another request", 16, "does not fit the request",
                        (attempt, _) -> attempt.and("--signature", ours(attempt).toString())),
                giving("a signature for waivers", 16, "an approval is signed for 'approval@shisa.dev'",
                        (attempt, _) -> attempt.and("--signature", attempt.file("some.sig",
                                drill().signed("bob", "waiver@shisa.dev", json(attempt, asked))))),
                giving("a plan that is not there", 4, "There is no plan",
                        (attempt, _) -> attempt.instead(unapproved, "plan-nobody")),
                giving("a path for a plan", 4, "There is no plan",
                        (attempt, _) -> attempt.instead(unapproved, "../" + unapproved)));
    }
}

package dev.shisa.bypass;

import static dev.shisa.bypass.Attempt.applying;

import dev.shisa.policy.Waivers;
import dev.shisa.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Ways past a freeze by waivers. The line that the rows start from has one that counts, and whoever approved saw it. */
class WaiverBypassTest extends DrillTable {
    private static final String FROZEN = "freezes: [{name: examinations, zone: Asia/Tokyo, from: \"2020-01-15T00:00\", "
            + "to: \"2099-01-18T00:00\"}]\n";
    private static final String WAIVER = """
            format_version: "1.0"
            policy: freeze
            tenant_id: %s
            maximum_count: 1
            reason: the dean asked for it
            requester: dave@contoso.example
            expires: "2098-12-01T00:00:00Z"
            """.formatted(Site.SANDBOX_TENANT);
    private static final String STILL = "The site is frozen: examinations.";
    private static final String COUNTS_NOT = "A waiver does not count, so nothing does";

    @Override
    void pinned(Drill before) throws Exception {
        Drill.pin(before.bundle(), FROZEN);
        before.signers(before.bundle(), before.line("bob"), before.line("carol"), before.line("dave"),
                Drill.ME + "@contoso.example " + before.publicKey("me"));
        waived(before.bundle(), "dean", WAIVER, "carol", Waivers.NAMESPACE);
    }

    private void waived(Path site, String name, String text, String by, String namespace) throws Exception {
        Path file = Files.writeString(site.resolve("waivers").resolve(name + ".yaml"), text);
        Files.writeString(site.resolve("waivers").resolve(name + ".yaml.sig"), drill().signed(by, namespace, file));
    }

    /** Another waiver in the place of the one that counts. */
    private Row other(String name, int code, String phrase, String by, String part, String instead) {
        return drilled(name, code, phrase, (_, site) -> {
            if (!WAIVER.contains(part)) {
                throw new IllegalArgumentException(part);
            }
            waived(site, "dean", WAIVER.replace(part, instead), by, Waivers.NAMESPACE);
        });
    }

    private static Path file(Path site) {
        return site.resolve("waivers").resolve("dean.yaml");
    }

    private static Path signature(Path site) {
        return site.resolve("waivers").resolve("dean.yaml.sig");
    }

    @Override
    Stream<Row> rows() {
        return Stream.of(texts(), signatures(), folders()).flatMap(rows -> rows);
    }

    private Stream<Row> texts() {
        return Stream.of(
                other("text: a slip in a key", 13, "there is no key 'maximun_count' here", "carol", "maximum_count",
                        "maximun_count"),
                other("text: an unknown key", 13, "there is no key 'force' here", "carol", "reason:",
                        "force: true\nreason:"),
                other("text: a key twice", 13, "stands here twice", "carol", "reason:", "maximum_count: 500\nreason:"),
                other("text: no reason", 13, COUNTS_NOT, "carol", "the dean asked for it", "\" \""),
                other("text: no end", 13, "'expires' is missing", "carol", "expires: \"2098-12-01T00:00:00Z\"\n", ""),
                other("text: an end that is none", 13, "this is no moment", "carol", "2098-12-01T00:00:00Z", "never"),
                other("text: expired", 13, "It expired at 2026-11-01T00:00:00Z", "carol", "2098-12-01T00:00:00Z",
                        "2026-11-01T00:00:00Z"),
                other("text: for nobody", 13, COUNTS_NOT, "carol", "maximum_count: 1", "maximum_count: 0"),
                other("text: a number in words", 13, COUNTS_NOT, "carol", "maximum_count: 1", "maximum_count: all"),
                other("text: of another tenant", 13, STILL, "carol", Site.SANDBOX_TENANT,
                        "11111111-2222-4333-8444-555555555555"),
                other("text: of every tenant", 13, COUNTS_NOT, "carol", Site.SANDBOX_TENANT, "\"*\""),
                other("text: of every policy", 13, COUNTS_NOT, "carol", "policy: freeze", "policy: \"*\""),
                other("text: of a policy that is not there", 13, "There is no policy freezes.", "carol",
                        "policy: freeze", "policy: freezes"),
                other("text: of another policy", 13, STILL, "carol", "policy: freeze", "policy: cap"),
                other("text: of a policy that cannot be waived", 13, "The policy approvals cannot be waived.", "carol",
                        "policy: freeze", "policy: approvals"),
                other("text: two documents", 13, "begins another", "carol", "reason:", "---\nreason:"),
                other("text: an anchor", 13, "anchors and aliases are not allowed", "carol", "maximum_count: 1",
                        "maximum_count: &most 1"),
                other("text: for more people than the approver saw", 16, "It knows nothing of the waiver", "carol",
                        "maximum_count: 1", "maximum_count: 500"),
                drilled("text: of one account, and two are meant", 13, STILL, (attempt, _) -> attempt.words("mailbox",
                        "remove", "person1@contoso.example", "person2@contoso.example", "--keep-identity", "--execute",
                        "--confirm", "2@contoso.example", "--accept-loss", "licences,mailbox")));
    }

    private Row signedBy(String name, String phrase, String by, String namespace) {
        return drilled("signature: " + name, 13, phrase, (_, site) -> waived(site, "dean", WAIVER, by, namespace));
    }

    private Stream<Row> signatures() {
        return Stream.of(
                drilled("signature: none", 13, "There is no signature dean.yaml.sig beside it.",
                        (_, site) -> Files.delete(signature(site))),
                drilled("signature: an empty one", 13, COUNTS_NOT, (_, site) -> Files.writeString(signature(site), "")),
                drilled("signature: no signature", 13, COUNTS_NOT,
                        (_, site) -> Files.writeString(signature(site), "approved by the dean\n")),
                drilled("signature: too long to be one", 13, "is larger than",
                        (_, site) -> Files.writeString(signature(site), "x".repeat(1 << 17))),
                drilled("signature: of what stood there before", 13, "it was changed after the key",
                        (_, site) -> Forgery.replaced(file(site), "maximum_count: 1", "maximum_count: 500")),
                drilled("signature: of the same with another line end", 13, "it was changed after the key",
                        (_, site) -> Files.writeString(file(site), WAIVER.replace("\n", "\r\n"))),
                drilled("signature: of the approval's request", 13, "was made for the namespace",
                        (attempt, site) -> Files.copy(ApprovalBypassTest.signature(attempt), Files.createDirectories(
                                site.resolve("waivers")).resolve("dean.yaml.sig"),
                                java.nio.file.StandardCopyOption.REPLACE_EXISTING)),
                signedBy("by nobody whom the site knows", "is not an allowed signer", "mallory", Waivers.NAMESPACE),
                signedBy("by whoever types the line", "who asks for it or uses it; another person has to sign.", "me",
                        Waivers.NAMESPACE),
                drilled("signature: by whoever types the line, under another name", 13,
                        "another person has to sign.", (attempt, site) -> {
                            waived(site, "dean", WAIVER, "me", Waivers.NAMESPACE);
                            attempt.with("JAVA_TOOL_OPTIONS", "-Duser.name=somebody").fed("\n");
                        }),
                signedBy("by whoever asks for it", "who asks for it or uses it; another person has to sign.", "dave",
                        Waivers.NAMESPACE),
                signedBy("for approvals", "was made for the namespace", "carol", "approval@shisa.dev"),
                signedBy("for git", "was made for the namespace", "carol", "git"),
                signedBy("for another spelling", "was made for the namespace", "carol", "WAIVER@shisa.dev"),
                drilled("signature: its key is revoked", 13, "is revoked and never counts", (_, site) -> {
                    Files.writeString(site.resolve("revoked"), drill().publicKey("carol") + "\n");
                    Drill.pin(site, FROZEN + "revoked_signers: revoked");
                }),
                drilled("signature: its key may sign for git only", 13, "may not sign for the namespace",
                        (_, site) -> drill().signers(site, drill().line("bob"),
                                "carol@contoso.example namespaces=\"git\" " + drill().publicKey("carol"))),
                drilled("signature: its key may sign no more", 13, "it is asked about",
                        (_, site) -> drill().signers(site, drill().line("bob"),
                                "carol@contoso.example valid-before=\"20260101\" " + drill().publicKey("carol"))));
    }

    private Stream<Row> folders() {
        return Stream.of(
                drilled("folder: emptied", 13, STILL, (_, site) -> {
                    Files.delete(file(site));
                    Files.delete(signature(site));
                }),
                drilled("folder: a signature alone", 13, STILL, (_, site) -> Files.delete(file(site))),
                drilled("folder: left out of the bundle", 13, STILL,
                        (_, site) -> Forgery.replaced(site.resolve("site.yaml"), "waivers: waivers", "contacts: [x]")),
                drilled("folder: not there", 13, "The waivers cannot be read", (_, site) -> {
                    Files.delete(file(site));
                    Files.delete(signature(site));
                    Files.delete(site.resolve("waivers"));
                }),
                drilled("folder: a file named .yml", 13, "is neither NAME.yaml nor its signature",
                        (_, site) -> Files.move(file(site), site.resolve("waivers/dean.yml"))),
                drilled("folder: a file named .YAML", 13, "is neither NAME.yaml nor its signature",
                        (_, site) -> Files.writeString(site.resolve("waivers/more.YAML"), WAIVER)),
                drilled("folder: one more that nobody signed", 13, "There is no signature more.yaml.sig beside it.",
                        (_, site) -> Files.writeString(site.resolve("waivers/more.yaml"), WAIVER)),
                drilled("folder: one more of one's own by the same name", 13, "Another waiver is called dean, too.",
                        (attempt, site) -> {
                            attempt.with("XDG_CONFIG_HOME", attempt.home("config").toString());
                            attempt.file("config/shisa/waivers/dean.yaml", Files.readString(file(site)));
                            attempt.file("config/shisa/waivers/dean.yaml.sig", Files.readString(signature(site)));
                        }),
                drilled("folder: one of one's own, signed by oneself", 13, "another person has to sign.",
                        (attempt, site) -> {
                            waived(site, "dean", WAIVER, "me", Waivers.NAMESPACE);
                            attempt.with("XDG_CONFIG_HOME", attempt.home("config").toString());
                            attempt.file("config/shisa/waivers/own.yaml", WAIVER);
                            attempt.file("config/shisa/waivers/own.yaml.sig", Files.readString(signature(site)));
                        }),
                drilled("folder: a plan that nobody approved", 16, "needs the approval of other people",
                        (attempt, _) -> {
                            try (Stream<Path> files = Files.list(attempt.store().resolve("approvals"))) {
                                for (Path file : files.toList()) {
                                    Files.delete(file);
                                }
                            }
                            attempt.words(applying(plan()));
                        }));
    }
}

package dev.shisa.bypass;

import java.nio.file.Files;
import java.util.stream.Stream;

/** Ways past a second person where the site's own policy asks for two. The line that the rows start from has two. */
class TwoPeopleBypassTest extends DrillTable {

    @Override
    void pinned(Drill before) throws Exception {
        Files.writeString(before.bundle().resolve("rules").resolve("own.yaml"),
                Drill.policy("ticket", "approvals: \"2\""));
    }

    @Override
    void prepare(Stage before) throws Exception {
        super.prepare(before);
        drill().approved(plan(), "carol", "1@contoso.example");
    }

    private Row signers(String name, String phrase, String bob, String carol) {
        return drilled(name, 16, phrase, (_, site) -> drill().signers(site, bob + " " + drill().publicKey("bob"),
                carol + " " + drill().publicKey("carol")));
    }

    @Override
    Stream<Row> rows() {
        String same = "a person counts once";
        return Stream.of(signers("one person with two keys", same, "bob@contoso.example", "bob@contoso.example"),
                signers("one person in small letters and in capitals", same, "bob@contoso.example",
                        "BOB@CONTOSO.EXAMPLE"),
                signers("one person with and without a domain", same, "bob@contoso.example", "bob"),
                signers("one person with a domain before and behind", same, "bob@contoso.example", "CONTOSO\\bob"),
                signers("one person in full-width letters", same, "bob@contoso.example",
                        "\uFF42\uFF4F\uFF42@contoso.example"),
                signers("one person among two names", same, "bob@contoso.example",
                        "carol@contoso.example,bob@contoso.example"),
                signers("one of them for git", "approvals of 2 people", "bob@contoso.example",
                        "carol@contoso.example namespaces=\"git\""),
                signers("one of them is a pattern", "approvals of 2 people", "bob@contoso.example",
                        "c*@contoso.example"),
                signers("one of them is whoever asks", "may be the same person", "bob@contoso.example",
                        Drill.ME + "@contoso.example"),
                drilled("one of them is gone", 16, "approvals of 2 people",
                        (_, site) -> drill().signers(site, drill().line("carol"))),
                drilled("one of them is revoked", 16, "is revoked and never counts", (_, site) -> {
                    Files.writeString(site.resolve("revoked"), drill().publicKey("carol") + "\n");
                    Drill.pin(site, "revoked_signers: revoked");
                }),
                drilled("the policy asks for one since", 16, "It was given for the policies",
                        (_, site) -> Forgery.replaced(site.resolve("rules/own.yaml"), "\"2\"", "\"1\"")),
                drilled("the policy is gone since", 16, "It was given for the policies", (_, site) -> Forgery
                        .replaced(site.resolve("site.yaml"), "policies: rules", "contacts: [x]")),
                drilled("another plan that one person approved", 16, "are not among them",
                        (attempt, _) -> attempt.words(Attempt.removing("person2@contoso.example"))));
    }
}

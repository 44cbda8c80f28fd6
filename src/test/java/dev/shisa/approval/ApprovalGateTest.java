package dev.shisa.approval;

import dev.shisa.policy.Waivers;
import static dev.shisa.approval.Scene.ANNES;
import static dev.shisa.approval.Scene.ANNES_OTHER;
import static dev.shisa.approval.Scene.BERTS;
import static dev.shisa.approval.Scene.NOBODYS;
import static dev.shisa.approval.Scene.ONE;
import static dev.shisa.approval.Scene.STRANGER;
import static dev.shisa.approval.Scene.THREE;
import static dev.shisa.approval.Scene.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.Facet;
import dev.shisa.approval.ApprovalGate.Answer.Granted;
import dev.shisa.approval.ApprovalGate.Answer.Lacking;
import dev.shisa.approval.ApprovalRequest.Requester;
import dev.shisa.approval.ApprovalRequest.Undo;
import dev.shisa.signature.SoftwareKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When an approval counts. Each case differs in one thing from one that does. */
class ApprovalGateTest {
    private static final Instant LATER = Instant.parse("2026-11-30T00:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("2026-12-22T12:00:00Z");

    private static Arguments of(String name, Consumer<Scene> change) {
        return Arguments.of(name, change);
    }

    private static Arguments of(String name, Consumer<Scene> change, String cause) {
        return Arguments.of(name, change, cause);
    }

    private static Granted granted(Scene scene) {
        return assertInstanceOf(Granted.class, scene.judge(), () -> scene.judge().toString());
    }

    private static Lacking lacking(Scene scene) {
        return assertInstanceOf(Lacking.class, scene.judge(), () -> scene.judge().toString());
    }

    static Stream<Arguments> covered() {
        return Stream.of(of("the very plan", scene -> {
        }), of("the resumption of the run", scene -> scene.scope = Wanted.Scope.RESUME),
                of("a subset of the targets", scene -> scene.targets = Set.of(TWO)),
                of("another plan with a subset of the targets", scene -> {
                    scene.plan = "plan-digest-2";
                    scene.targets = Set.of(ONE, THREE);
                }), of("less loss", scene -> scene.loss = Set.of(Facet.LICENCES)),
                of("no loss", scene -> scene.loss = Set.of()), of("less exposure", scene -> scene.exposure = 1),
                of("less evidence", scene -> scene.evidence = Map.of("cloud", "evidence-1")),
                of("fewer waivers", scene -> scene.waivers = Set.of()),
                of("the first moment", scene -> scene.now = scene.notBefore),
                of("the last moment", scene -> scene.now = scene.notAfter.minusNanos(1)),
                of("the undo", scene -> scene.scope = Wanted.Scope.UNDO),
                of("the undo when a run could not begin any more", scene -> {
                    scene.scope = Wanted.Scope.UNDO;
                    scene.now = LATER;
                }), of("the last moment of the undo", scene -> {
                    scene.scope = Wanted.Scope.UNDO;
                    scene.now = TOO_LATE.minusNanos(1);
                }), of("the undo after everything around it changed", scene -> {
                    scene.scope = Wanted.Scope.UNDO;
                    scene.policies = "policies-2";
                    scene.catalog = "catalog-2";
                    scene.evidence = Map.of("cloud", "evidence-9");
                    scene.exposure = 500;
                }), of("somebody else than the requester does it", scene -> scene.wantedBy = Set.of("dora")),
                of("a namesake elsewhere asks",
                        scene -> scene.requester = new Requester("anne@contoso.example", "ae", "")),
                of("a signer's time has not ended",
                        scene -> scene.allowed = "anne@sgu.example valid-after=\"20261122Z\","
                                + "valid-before=\"20261123Z\",namespaces=\"approval@shisa.dev\" " + ANNES.line()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("covered")
    void anApprovalCovers(String name, Consumer<Scene> change) {
        Scene scene = new Scene();
        change.accept(scene);
        scene.signedBy(ANNES);
        ApprovalGate.Approver anne = granted(scene).approvers().getFirst();
        assertEquals(Set.of("anne@sgu.example"), anne.principals(), name);
        assertEquals(ApprovalRequestFile.digest(scene.request()), anne.request());
        assertTrue(anne.fingerprint().startsWith("SHA256:"));
    }

    static Stream<Arguments> notCovered() {
        return Stream.of(
                of("another tenant", scene -> scene.tenant = "tenant-b",
                        "for the tenant 'tenant-a'; wanted is 'tenant-b'"),
                of("another command", scene -> scene.command = "account remove",
                        "for the command 'mailbox remove'; wanted is 'account remove'"),
                of("a changed entry of the catalog", scene -> scene.commandDigest = "entry-2",
                        "for the catalog entry of the command 'entry-1'; wanted is 'entry-2'"),
                of("another choice", scene -> scene.choices = List.of("--discard-identity"),
                        "for the choices '[--keep-identity]'; wanted is '[--discard-identity]'"),
                of("one more choice", scene -> scene.choices = List.of("--keep-identity", "--sku", "x"),
                        "for the choices"),
                of("more loss", scene -> scene.loss = Set.of(Facet.LICENCES, Facet.IDENTITY),
                        "accepts the loss of licences, mailbox; what is wanted also loses identity"),
                of("one more target", scene -> scene.targets = Set.of(ONE, TWO, THREE, STRANGER),
                        "approves 3 accounts; 1 of the 4 wanted are not among them, " + STRANGER),
                of("another plan with another target", scene -> {
                    scene.plan = "plan-digest-2";
                    scene.plans.put("plan-digest-2", Set.of(STRANGER));
                    scene.targets = Set.of(STRANGER);
                }, "1 of the 1 wanted are not among them"),
                of("nobody", scene -> scene.targets = Set.of(), "names no account"),
                of("a plan that is gone", scene -> scene.plans.clear(),
                        "plan plan-digest-1 is not in this store or does not verify"),
                of("a plan that grew", scene -> scene.plans.put("plan-digest-1", Set.of(ONE, TWO, THREE, STRANGER)),
                        "not the 3 that were approved"),
                of("a request that names fewer than it stands for", scene -> {
                    scene.plans.put("plan-digest-1", Set.of(ONE, TWO, THREE, STRANGER));
                    scene.digestOf = Optional.of(Set.of(ONE, TWO, THREE, STRANGER));
                }, "not the 3 that were approved"),
                of("a plan with an exchanged target", scene -> {
                    scene.plans.put("plan-digest-1", Set.of(ONE, TWO, STRANGER));
                    scene.targets = Set.of(STRANGER);
                }, "not the 3 that were approved"),
                of("other policies", scene -> scene.policies = "policies-2",
                        "for the policies 'policies-1'; wanted is 'policies-2'"),
                of("another catalog", scene -> scene.catalog = "catalog-2",
                        "for the catalog 'catalog-1'; wanted is 'catalog-2'"),
                of("new evidence", scene -> scene.evidence = Map.of("cloud", "evidence-9"),
                        "on other evidence than there is now for: cloud."),
                of("evidence for another shape", scene -> scene.evidence = Map.of("synced", "evidence-1"),
                        "on other evidence than there is now for: synced."),
                of("more exposure", scene -> scene.exposure = 3, "an exposure of 2 accounts; wanted are 3"),
                of("another waiver", scene -> scene.waivers = Set.of("waiver-1", "waiver-2"),
                        "nothing of the waiver waiver-2"),
                of("another waiver for the undo", scene -> {
                    scene.scope = Wanted.Scope.UNDO;
                    scene.waivers = Set.of("waiver-2");
                }, "nothing of the waiver waiver-2"),
                of("too early", scene -> scene.now = scene.notBefore.minusNanos(1),
                        "holds from 2026-11-22T10:00:00Z only"),
                of("too late", scene -> scene.now = scene.notAfter,
                        "held until 2026-11-23T10:00:00Z; the service's clock says 2026-11-23T10:00:00Z"),
                of("too late to resume", scene -> {
                    scene.scope = Wanted.Scope.RESUME;
                    scene.now = LATER;
                }, "held until 2026-11-23T10:00:00Z"),
                of("resumed under other policies", scene -> {
                    scene.scope = Wanted.Scope.RESUME;
                    scene.policies = "policies-2";
                }, "for the policies"),
                of("too late to undo", scene -> {
                    scene.scope = Wanted.Scope.UNDO;
                    scene.now = TOO_LATE;
                }, "way back was approved until 2026-12-22T12:00:00Z"),
                of("an undo too early", scene -> {
                    scene.scope = Wanted.Scope.UNDO;
                    scene.now = scene.notBefore.minusNanos(1);
                }, "holds from 2026-11-22T10:00:00Z only"),
                of("an undo of what has none", scene -> {
                    scene.scope = Wanted.Scope.UNDO;
                    scene.undo = Optional.empty();
                }, "approves no way back"),
                of("an undo in another tenant", scene -> {
                    scene.scope = Wanted.Scope.UNDO;
                    scene.tenant = "tenant-b";
                }, "for the tenant"),
                of("an undo of somebody else", scene -> {
                    scene.scope = Wanted.Scope.UNDO;
                    scene.targets = Set.of(STRANGER);
                }, "are not among them"),
                of("an undo that loses something else", scene -> {
                    scene.scope = Wanted.Scope.UNDO;
                    scene.loss = Set.of(Facet.ROLES);
                }, "also loses roles"),
                // who
                of("the requester's principal", scene -> scene.wantedBy = Set.of("anne@sgu.example"),
                        "may be the same person"),
                of("in other letters", scene -> scene.wantedBy = Set.of("ANNE@Sgu.Example"), "may be the same person"),
                of("without domain", scene -> scene.wantedBy = Set.of("dora", "Anne"), "may be the same person"),
                of("with the domain of a machine", scene -> scene.wantedBy = Set.of("SGU\\anne"),
                        "may be the same person"),
                of("in wide letters", scene -> scene.wantedBy = Set.of("ａｎｎｅ"), "may be the same person"),
                of("the requester in the request",
                        scene -> scene.requester = new Requester("Anne@SGU.example", "x", ""),
                        "Anne@SGU.example (user x) asked for, and may be the same person"),
                of("the user in the request", scene -> scene.requester = new Requester("dora", "anne", ""),
                        "dora (user anne) asked for, and may be the same person"),
                of("a principal without domain", scene -> {
                    scene.allowed = "anne " + ANNES.line();
                    scene.wantedBy = Set.of("anne@contoso.example");
                }, "may be the same person"),
                of("the key belongs to the requester, too", scene -> scene.allowed = "anne@sgu.example " + ANNES.line()
                        + "\ncarl@sgu.example " + ANNES.line(), "may be the same person"),
                of("the key was the requester's", scene -> scene.allowed = "anne@sgu.example " + ANNES.line()
                        + "\ncarl@sgu.example valid-before=\"20260101Z\" " + ANNES.line(), "may be the same person"),
                of("nobody does it", scene -> scene.wantedBy = Set.of(), "Nobody is named as doing it"),
                // whether they may
                of("a revoked key", scene -> scene.revoked = ANNES.line(), "is revoked and never counts"),
                of("nobody may sign", scene -> scene.allowed = "", "is not an allowed signer"),
                of("a signer whose time ended", scene -> {
                    scene.allowed = "anne valid-before=\"20261122110000Z\" " + ANNES.line();
                }, "until 2026-11-22T11:00:00Z; it is asked about 2026-11-22T12:00:00Z"),
                of("a signer whose time has not come", scene -> scene.allowed = "anne valid-after=\"20261123Z\" "
                        + ANNES.line(), "from 2026-11-23T00:00:00Z"),
                of("a signer of something else", scene -> scene.allowed = "anne namespaces=\"waiver@shisa.dev\" "
                        + ANNES.line(), "may not sign for the namespace 'approval@shisa.dev'"),
                of("a pattern", scene -> scene.allowed = "*@sgu.example " + ANNES.line(), "does not say who signs"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notCovered")
    void anApprovalDoesNotCover(String name, Consumer<Scene> change, String cause) {
        Scene scene = new Scene();
        change.accept(scene);
        Lacking lacking = lacking(scene.signedBy(ANNES));
        assertEquals(0, lacking.have(), name);
        assertEquals(1, lacking.needed());
        assertEquals(1, lacking.sentences().size());
        String sentence = lacking.sentences().getFirst();
        assertTrue(sentence.contains(cause), () -> "expected '" + cause + "' in: " + sentence);
        assertTrue(sentence.startsWith("The signature number 1 does not count. ") && sentence.endsWith("."), sentence);
    }

    /** The same signatures count when nothing is changed, so each case above fails by its one change. */
    @Test
    void everyDifferenceIsToldAtOnce() {
        Scene scene = new Scene();
        scene.tenant = "tenant-b";
        scene.policies = "policies-2";
        scene.exposure = 9;
        String sentence = lacking(scene.signedBy(ANNES)).sentences().getFirst();
        for (String cause : List.of("tenant-b", "policies-2", "wanted are 9")) {
            assertTrue(sentence.contains(cause), sentence);
        }
    }

    private static void assertRefused(Scene scene, String cause) {
        String sentence = lacking(scene).sentences().getFirst();
        assertTrue(sentence.contains(cause), () -> "expected '" + cause + "' in: " + sentence);
    }

    @Test
    void aSignatureForSomethingElseIsNone() {
        assertRefused(new Scene().signedBy(ANNES, Waivers.NAMESPACE), "for the namespace 'waiver@shisa.dev'");
        assertRefused(new Scene().signedBy(NOBODYS), "is not an allowed signer");
        assertRefused(new Scene().found(new Scene().text(), "nonsense"), "The signature cannot be read");
    }

    @Test
    void anEditedRequestIsNotTheOneThatWasSigned() {
        Scene scene = new Scene();
        String text = scene.text();
        String signature = ANNES.sign(text.getBytes(StandardCharsets.UTF_8), SignatureNamespace.APPROVAL);
        assertRefused(new Scene().found(text.replace("\"exposure\": 2", "\"exposure\": 3"), signature),
                "does not fit the text");
        assertRefused(new Scene().found(text.replace("\n  ", "\n   "), signature),
                "not written in the one way in which requests are written");
        assertRefused(new Scene().found(text + " ", signature), "not written in the one way");
        assertRefused(new Scene().found("", signature), "The approval request cannot be read");
        scene.requestExposure = 1;
        assertRefused(new Scene().found(scene.text(), signature), "does not fit the text");
        granted(new Scene().found(text, signature));
    }

    /** A signer can sign any bytes; what is not a request in its one form is still none. */
    @Test
    void aSignedTextThatIsNoRequestIsNone() {
        String text = new Scene().text().replace("\n  ", "\n\t");
        assertRefused(
                new Scene().found(text,
                        ANNES.sign(text.getBytes(StandardCharsets.UTF_8), SignatureNamespace.APPROVAL)),
                "not written in the one way");
    }

    @Test
    void nobodyNeededIsNobodyAsked() {
        Scene scene = new Scene();
        scene.needed = 0;
        assertEquals(List.of(), granted(scene).approvers());
        scene.signedBy(ANNES).found("nonsense", "nonsense");
        assertEquals(List.of(), granted(scene).approvers());
        scene.wantedBy = Set.of();
        assertEquals(List.of(), granted(scene).approvers());
        scene.needed = -1;
        assertThrows(IllegalArgumentException.class, scene::judge);
    }

    @Test
    void noSignatureIsNoApproval() {
        assertEquals(new Lacking(0, 1, List.of()), lacking(new Scene()));
    }

    private static Scene two(SoftwareKey... keys) {
        Scene scene = new Scene();
        scene.needed = 2;
        for (SoftwareKey key : keys) {
            scene.signedBy(key);
        }
        return scene;
    }

    @Test
    void twoPeopleAreTwoPeople() {
        assertEquals(2, granted(two(ANNES, BERTS)).approvers().size());
        assertEquals(2, granted(two(NOBODYS, ANNES, ANNES, BERTS)).approvers().size());
        Scene different = two(ANNES);
        different.requestExposure = 5;
        assertEquals(2, granted(different.signedBy(BERTS)).approvers().size(), "over requests of different times");
    }

    @Test
    void onePersonTwiceIsOne() {
        for (Scene scene : List.of(two(ANNES, ANNES), two(ANNES, ANNES_OTHER), two(BERTS, NOBODYS))) {
            Lacking lacking = lacking(scene);
            assertEquals(1, lacking.have());
            assertEquals(2, lacking.needed());
            assertEquals(1, lacking.sentences().size());
        }
        assertTrue(lacking(two(ANNES, ANNES_OTHER)).sentences().getFirst().contains("a person counts once"));
        Scene spelled = two(ANNES, BERTS);
        spelled.allowed = "anne@sgu.example " + ANNES.line() + "\nANNE " + BERTS.line();
        assertTrue(lacking(spelled).sentences().getFirst().contains("a person counts once"));
    }

    @Test
    void whoeverSharesANameWithTwoMakesThemOne() {
        for (Scene scene : List.of(two(ANNES, BERTS, ANNES_OTHER), two(ANNES, ANNES_OTHER, BERTS))) {
            scene.allowed = "anne@sgu.example " + ANNES.line() + "\nbert@sgu.example " + BERTS.line()
                    + "\nanne@sgu.example,bert@sgu.example " + ANNES_OTHER.line();
            assertEquals(1, lacking(scene).have());
        }
    }

    @Test
    void oneKeyIsOnePersonUnderWhateverNames() {
        People people = new People();
        for (String name : List.of("anne", "dora")) {
            TreeSet<String> names = new TreeSet<>(Set.of(name));
            people.add(new ApprovalGate.Approver(names, "SHA256:one", "request"), names);
        }
        assertEquals(1, people.count());
    }

    @Test
    void oneOfTwoKeysUnderTheSameKeyIsOneThoughItsNamesDiffer() {
        Scene scene = two(ANNES);
        scene.needed = 2;
        scene.allowed = "anne " + ANNES.line() + "\ndora " + ANNES.line();
        scene.requestExposure = 5;
        assertEquals(1, lacking(scene.signedBy(ANNES)).have());
    }

    @Test
    void anUndoNeedsItsDeadlineOnly() {
        Scene scene = new Scene();
        scene.scope = Wanted.Scope.UNDO;
        scene.undo = Optional.of(new Undo("undo RUN", scene.notAfter.minusSeconds(1)));
        scene.now = scene.notAfter.minusSeconds(1);
        assertRefused(scene.signedBy(ANNES), "way back was approved until");
    }
}

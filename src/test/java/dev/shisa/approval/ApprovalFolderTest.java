package dev.shisa.approval;

import dev.shisa.policy.Waivers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.signature.SoftwareKey;
import dev.shisa.signature.SshKeygen;
import dev.shisa.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests and signatures lie where anybody can verify them, and nobody takes another's place. */
class ApprovalFolderTest {
    @TempDir
    private Path folder;

    private ApprovalFolder approvals() throws IOException {
        return new ApprovalFolder(Store.open(folder.resolve("store")));
    }

    private static String signature(SoftwareKey key, Scene scene, String namespace) {
        return key.sign(scene.text().getBytes(StandardCharsets.UTF_8), namespace);
    }

    private static Path kept(ApprovalFolder.Filing filing) {
        return assertInstanceOf(ApprovalFolder.Filing.Kept.class, filing).file();
    }

    private static void notKept(ApprovalFolder.Filing filing, String because) {
        String reason = assertInstanceOf(ApprovalFolder.Filing.NotKept.class, filing).reason();
        assertTrue(reason.contains(because) && reason.endsWith("."), reason);
    }

    @Test
    void whatIsSignedIsFoundAgainAndCounts() throws Exception {
        Scene scene = new Scene();
        String digest = approvals().save(scene.request());
        assertEquals(new ApprovalFolder.Listing(List.of(), List.of()), approvals().listing());
        kept(approvals().add(digest, signature(Scene.ANNES, scene, SignatureNamespace.APPROVAL)));
        kept(approvals().add(digest, signature(Scene.BERTS, scene, SignatureNamespace.APPROVAL)));
        assertEquals(digest, approvals().save(scene.request()));
        ApprovalFolder.Listing listing = approvals().listing();
        assertEquals(List.of(), listing.strange());
        scene.found.addAll(listing.signed());
        scene.needed = 2;
        assertInstanceOf(ApprovalGate.Answer.Granted.class, scene.judge());
        assertEquals(scene.text(), new String(approvals().request(digest).orElseThrow(), StandardCharsets.UTF_8));
    }

    /** What ARCHITECTURE.md and the class promise to auditors. */
    @Test
    void anAuditorVerifiesWithSshKeygenAlone() throws Exception {
        SshKeygen keygen = new SshKeygen(folder);
        Scene scene = new Scene();
        String digest = approvals().save(scene.request());
        Path key = keygen.generate("ed25519", 256);
        for (String armored : List.of(signature(Scene.BERTS, scene, SignatureNamespace.APPROVAL),
                keygen.sign(key, SignatureNamespace.APPROVAL, scene.text().getBytes(StandardCharsets.UTF_8)))) {
            Path file = kept(approvals().add(digest, armored));
            Path signers = folder.resolve("allowed_signers");
            Files.writeString(signers, scene.allowed + "bert@sgu.example " + SshKeygen.publicKey(key) + "\n");
            byte[] request = Files.readAllBytes(approvals().file(digest));
            String said = keygen.succeed(request, "-Y", "verify", "-f", signers.toString(), "-I", "bert@sgu.example",
                    "-n", "approval@shisa.dev", "-s", file.toString());
            assertTrue(said.startsWith("Good \"approval@shisa.dev\" signature for bert@sgu.example"), said);
            assertTrue(String.valueOf(file.getFileName()).matches(digest + "\\.SHA256-[A-Za-z0-9_-]{43}\\.sig"));
        }
    }

    @Test
    void whatDoesNotFitTheRequestIsNotKept() throws Exception {
        Scene scene = new Scene();
        String digest = approvals().save(scene.request());
        String genuine = signature(Scene.ANNES, scene, SignatureNamespace.APPROVAL);
        notKept(approvals().add("0".repeat(64), genuine), "There is no approval request");
        notKept(approvals().add("../plans/x", genuine), "There is no approval request");
        notKept(approvals().add(digest, "nonsense"), "The signature cannot be read");
        notKept(approvals().add(digest, signature(Scene.ANNES, scene, Waivers.NAMESPACE)),
                "for the namespace 'waiver@shisa.dev'");
        Scene other = new Scene();
        other.requestExposure = 1;
        notKept(approvals().add(digest, signature(Scene.ANNES, other, SignatureNamespace.APPROVAL)),
                "does not fit the request");
        assertEquals(List.of(), approvals().listing().signed());
    }

    @Test
    void theFirstSignatureOfAKeyStays() throws Exception {
        Scene scene = new Scene();
        String digest = approvals().save(scene.request());
        String first = signature(Scene.BERTS, scene, SignatureNamespace.APPROVAL);
        String second = signature(Scene.BERTS, scene, SignatureNamespace.APPROVAL);
        assertFalse(first.equals(second), "an ECDSA signature is another one each time");
        Path file = kept(approvals().add(digest, first));
        assertEquals(file, kept(approvals().add(digest, second)));
        assertEquals(first, Files.readString(file));
    }

    @Test
    void whatIsEditedOnDiskDoesNotCount() throws Exception {
        Scene scene = new Scene();
        String digest = approvals().save(scene.request());
        kept(approvals().add(digest, signature(Scene.ANNES, scene, SignatureNamespace.APPROVAL)));
        Path file = approvals().file(digest);
        Files.writeString(file, Files.readString(file).replace("\"exposure\": 2", "\"exposure\": 7"));
        scene.found.addAll(approvals().listing().signed());
        scene.exposure = 7;
        assertEquals(0, assertInstanceOf(ApprovalGate.Answer.Lacking.class, scene.judge()).have());
        Files.write(file, new byte[]{(byte) 0xff, (byte) 0xfe});
        scene.found.clear();
        scene.found.addAll(approvals().listing().signed());
        assertEquals(0, assertInstanceOf(ApprovalGate.Answer.Lacking.class, scene.judge()).have());
    }

    @Test
    void requestsAreNamedSignedOrNot() throws Exception {
        Scene scene = new Scene();
        Scene other = new Scene();
        other.requestExposure = 1;
        String signed = approvals().save(scene.request());
        Path file = kept(approvals().add(signed, signature(Scene.ANNES, scene, SignatureNamespace.APPROVAL)));
        Files.writeString(file.resolveSibling("notes.json"), "{}");
        assertEquals(List.of(signed), approvals().requests());
        String unsigned = approvals().save(other.request());
        assertEquals(Set.of(signed, unsigned), Set.copyOf(approvals().requests()));
        assertEquals(2, approvals().requests().size());
    }

    @Test
    void theLongestRequestIsReadAndOneByteMoreIsNot() throws Exception {
        String digest = approvals().save(new Scene().request());
        Files.writeString(approvals().file(digest), "x".repeat(1024 * 1024));
        assertEquals(1024 * 1024, approvals().request(digest).orElseThrow().length);
        Files.writeString(approvals().file(digest), "x".repeat(1024 * 1024 + 1));
        assertEquals(Optional.empty(), approvals().request(digest));
    }

    @Test
    void strangeFilesAreTold() throws Exception {
        Scene scene = new Scene();
        String digest = approvals().save(scene.request());
        Path signature = kept(approvals().add(digest, signature(Scene.ANNES, scene, SignatureNamespace.APPROVAL)));
        Path strange = signature.resolveSibling("notes.txt");
        Files.writeString(strange, "x");
        Files.delete(approvals().file(digest));
        ApprovalFolder.Listing listing = approvals().listing();
        assertEquals(List.of(), listing.signed());
        assertEquals(2, listing.strange().size());
        assertTrue(listing.strange().getFirst().contains("has no request beside it"), listing.strange().getFirst());
        assertTrue(listing.strange().getLast().contains("notes.txt"), listing.strange().getLast());
        Files.writeString(approvals().file(digest), "x".repeat(1024 * 1024 + 1));
        assertEquals(List.of(), approvals().listing().signed());
        assertEquals(Optional.empty(), approvals().request(digest));
    }

    @Test
    void nobodyElseCanReadThem() throws Exception {
        String digest = approvals().save(new Scene().request());
        Path file = approvals().file(digest);
        assertEquals("rw-------", permissions(file));
        assertEquals("rwx------", permissions(file.resolveSibling("")));
    }

    private static String permissions(Path file) throws IOException {
        return java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}

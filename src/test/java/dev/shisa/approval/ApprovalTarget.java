package dev.shisa.approval;

import dev.shisa.fuzz.Edits;
import dev.shisa.fuzz.FuzzTarget;
import dev.shisa.fuzz.Oracle;
import dev.shisa.fuzz.Scratch;
import dev.shisa.signature.SshSignature;
import dev.shisa.store.Digest;
import dev.shisa.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A request or its signature as they lie in a store: one of the two is the input, or a change of the valid one. */
public final class ApprovalTarget implements FuzzTarget {
    private static final String FOLDER = "store/approvals/";
    private final byte[] request;
    private final byte[] signature;
    private final String digest;
    private final String fingerprint;
    private final Scratch scratch = new Scratch();
    private final ApprovalFolder folder;

    /** Anne signs the request of the scene. */
    public ApprovalTarget() throws IOException {
        Scene scene = new Scene().signedBy(Scene.ANNES);
        request = scene.text().getBytes(StandardCharsets.UTF_8);
        signature = scene.found.getFirst().signature().getBytes(StandardCharsets.UTF_8);
        digest = Digest.of(request);
        fingerprint = "SHA256-" + "A".repeat(43);
        folder = new ApprovalFolder(Store.open(scratch.folder().resolve("store")));
    }

    @Override
    public String name() {
        return "approval";
    }

    @Override
    public void accept(byte[] input) throws IOException {
        Oracle.holds(isGranted(request, signature), "the valid approval does not count");
        altered(input);
        altered(Edits.apply(request, input));
        signed(input);
        signed(Edits.apply(signature, input));
    }

    private void altered(byte[] other) throws IOException {
        if (isGranted(other, signature)) {
            Oracle.holds(Arrays.equals(request, other), "a request is approved that nobody signed");
        }
    }

    private void signed(byte[] other) throws IOException {
        if (isGranted(request, other)) {
            Oracle.same("another signature counts", body(signature), body(other));
        }
        ApprovalFolder.Filing filing = folder.add(digest, text(other));
        if (filing instanceof ApprovalFolder.Filing.Kept) {
            Oracle.holds(SshSignature.parse(text(other)) instanceof SshSignature.Parsed parsed && parsed.fits(request),
                    "a signature is kept that fits another request");
        }
    }

    private boolean isGranted(byte[] found, byte[] armored) throws IOException {
        scratch.none(FOLDER);
        scratch.file(FOLDER + digest + ".json", found);
        scratch.file(FOLDER + digest + "." + fingerprint + ".sig", armored);
        ApprovalFolder.Listing listing = folder.listing();
        Oracle.holds(listing.signed().size() + listing.strange().size() == 1, "a file is overlooked");
        Scene scene = new Scene();
        scene.found.addAll(listing.signed());
        return scene.judge() instanceof ApprovalGate.Answer.Granted;
    }

    /** What the signature says, however its lines are broken. */
    private static String body(byte[] armored) {
        return text(armored).replaceAll("\\s", "");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

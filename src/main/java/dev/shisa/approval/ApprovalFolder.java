package dev.shisa.approval;

import dev.shisa.signature.SshSignature;
import dev.shisa.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where requests and their signatures lie in the store: {@code approvals/DIGEST.json}, the very bytes that are signed, and beside it
 * {@code approvals/DIGEST.SHA256-….sig} for each key that signed them. Anybody can verify them without this program:
 *
 * <pre>
 * ssh-keygen -Y verify -f allowed_signers -I PRINCIPAL -n approval@shisa.dev -s DIGEST.SHA256-….sig &lt; DIGEST.json
 * </pre>
 */
public final class ApprovalFolder {
    private static final String FOLDER = "approvals";
    private static final long LONGEST = 1024L * 1024L;
    private static final Pattern REQUEST = Pattern.compile("[0-9a-f]{64}\\.json");
    private static final Pattern SIGNATURE = Pattern.compile("([0-9a-f]{64})\\.SHA256-[A-Za-z0-9_-]{43}\\.sig");

    private final Store store;

    /** The folder of that store. */
    public ApprovalFolder(Store store) {
        this.store = store;
    }

    /** What became of a signature. */
    public sealed interface Filing {

        /**
         * It is kept, or was there already.
         *
         * @param file where
         */
        record Kept(Path file) implements Filing {
        }

        /**
         * It is not.
         *
         * @param reason a full sentence
         */
        record NotKept(String reason) implements Filing {
        }
    }

    /**
     * Everything that was found.
     *
     * @param signed requests with their signatures, one entry for each signature, sorted by the name of its file
     * @param strange a full sentence for each file that belongs to nothing
     */
    public record Listing(List<SignedRequest> signed, List<String> strange) {
        public Listing {
            signed = List.copyOf(signed);
            strange = List.copyOf(strange);
        }
    }

    /**
     * Keeps a request.
     *
     * @return its digest
     */
    public String save(ApprovalRequest request) throws IOException {
        String digest = ApprovalRequestFile.digest(request);
        store.write(store.folder(FOLDER).resolve(digest + ".json"), ApprovalRequestFile.write(request));
        return digest;
    }

    /** The bytes of the request with that digest, if they are there; whether they fit the digest is for the reader to say. */
    public Optional<byte[]> request(String digest) throws IOException {
        String name = digest + ".json";
        return REQUEST.matcher(name).matches() ? read(name) : Optional.empty();
    }

    /** Where the request with that digest lies, for whoever signs it. */
    public Path file(String digest) throws IOException {
        return store.folder(FOLDER).resolve(digest + ".json");
    }

    /**
     * Keeps a signature of a request. It must be one over its very bytes, so that nobody can put another's signature out of force by
     * filing something in its place; whether it counts is for the gate to say. The first one of a key stays.
     *
     * @param digest of the request
     * @param armored the signature in text form
     */
    public Filing add(String digest, String armored) throws IOException {
        Optional<byte[]> request = request(digest);
        if (request.isEmpty()) {
            return new Filing.NotKept("There is no approval request " + digest + " in this store.");
        }
        return switch (SshSignature.parse(armored)) {
            case SshSignature.Malformed malformed -> new Filing.NotKept(malformed.reason());
            case SshSignature.Parsed parsed -> add(digest, request.get(), parsed, armored);
        };
    }

    private Filing add(String digest, byte[] request, SshSignature.Parsed parsed, String armored) throws IOException {
        String fingerprint = parsed.key().fingerprint();
        if (!parsed.namespace().equals(SignatureNamespace.APPROVAL)) {
            return new Filing.NotKept("The signature was made for the namespace '" + parsed.namespace()
                    + "'; an approval is signed for '" + SignatureNamespace.APPROVAL + "'.");
        }
        if (!parsed.fits(request)) {
            return new Filing.NotKept("The signature by the key " + fingerprint + " does not fit the request " + digest
                    + "; sign the file as it is.");
        }
        Path file = store.folder(FOLDER).resolve(digest + "." + fileSafe(fingerprint) + ".sig");
        if (!store.disk().isFile(file)) {
            store.write(file, armored.getBytes(StandardCharsets.UTF_8));
        }
        return new Filing.Kept(file);
    }

    /** Slash and plus are not for the names of files. */
    private static String fileSafe(String fingerprint) {
        return fingerprint.replace(':', '-').replace('+', '-').replace('/', '_');
    }

    /** The digests of all requests, signed or not. */
    public List<String> requests() throws IOException {
        return store.names(FOLDER).stream().filter(name -> REQUEST.matcher(name).matches())
                .map(name -> name.substring(0, name.length() - ".json".length())).toList();
    }

    /** All requests that somebody signed. */
    public Listing listing() throws IOException {
        List<SignedRequest> signed = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        for (String name : store.names(FOLDER)) {
            Matcher signature = SIGNATURE.matcher(name);
            if (signature.matches()) {
                Optional<byte[]> request = request(signature.group(1));
                Optional<byte[]> armored = read(name);
                if (request.isPresent() && armored.isPresent()) {
                    signed.add(new SignedRequest(name, text(request.get()), text(armored.get())));
                } else {
                    strange.add("The signature " + name + " has no request beside it, or one of the two is longer than "
                            + LONGEST + " bytes.");
                }
            } else if (!REQUEST.matcher(name).matches()) {
                strange.add("The file " + name + " among the approvals is neither a request nor a signature.");
            }
        }
        return new Listing(signed, strange);
    }

    /** Bytes that are no text become other bytes, which no signature fits. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Optional<byte[]> read(String name) throws IOException {
        Path file = store.root().resolve(FOLDER).resolve(name);
        boolean isShort = store.disk().isFile(file) && store.disk().size(file) <= LONGEST;
        return isShort ? store.read(file) : Optional.empty();
    }
}

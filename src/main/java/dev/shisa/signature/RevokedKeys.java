package dev.shisa.signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keys that never count again, whatever else says that they may sign. A text with one key a line: as in a {@code .pub} file, of any type,
 * or its fingerprint {@code SHA256:…}; {@code #} begins a comment line. ssh-keygen takes the same file behind {@code -r} as long as
 * it holds keys only.
 */
public final class RevokedKeys {
    private static final int LONGEST = 1024 * 1024;
    private static final String BINARY = "SSHKRL";
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    private final Set<String> fingerprints;

    private RevokedKeys(Set<String> fingerprints) {
        this.fingerprints = Set.copyOf(fingerprints);
    }

    /** What a text was found to hold. */
    public sealed interface Reading {

        /**
         * Every line was understood.
         *
         * @param revoked the keys
         */
        record Intact(RevokedKeys revoked) implements Reading {
        }

        /**
         * Something else.
         *
         * @param mistakes a full sentence for each line that is not understood, with its number, at least one
         */
        record Malformed(List<String> mistakes) implements Reading {
            public Malformed {
                mistakes = List.copyOf(mistakes);
            }
        }
    }

    /** No key is revoked. */
    public static RevokedKeys none() {
        return new RevokedKeys(Set.of());
    }

    /** Reads a file's text. */
    public static Reading read(String text) {
        if (text.startsWith(BINARY)) {
            return new Reading.Malformed(List.of("The file is a binary revocation list of OpenSSH, which is not read "
                    + "here; list the keys or their SHA256 fingerprints, one a line."));
        }
        if (text.length() > LONGEST) {
            return new Reading.Malformed(List.of("The file has more than " + LONGEST + " characters."));
        }
        Set<String> fingerprints = new HashSet<>();
        List<String> mistakes = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            String line = lines[at].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                fingerprints.add(fingerprint(line));
            } catch (MalformedException e) {
                mistakes.add("Line " + (at + 1) + " cannot be read: " + e.clause() + ".");
            }
        }
        return mistakes.isEmpty()
                ? new Reading.Intact(new RevokedKeys(fingerprints))
                : new Reading.Malformed(mistakes);
    }

    private static String fingerprint(String line) throws MalformedException {
        if (line.startsWith("SHA256:")) {
            if (!FINGERPRINT.matcher(line).matches()) {
                throw new MalformedException("a fingerprint is SHA256: and 43 characters, and nothing follows it");
            }
            StrictBase64.decode(line.substring("SHA256:".length()) + "=", "the fingerprint");
            return line;
        }
        String[] words = line.split("[ \t]+", 3);
        if (words.length < 2) {
            throw new MalformedException("it is neither a public key nor a SHA256 fingerprint");
        }
        byte[] blob = StrictBase64.decode(words[1], "the text of the key");
        String type = new WireReader(blob).text("key type");
        if (!type.equals(words[0])) {
            throw new MalformedException("the key is announced as '" + words[0] + "' and names itself '" + type + "'");
        }
        return SshPublicKey.fingerprint(blob);
    }

    /** Whether that key is revoked. */
    public boolean has(SshPublicKey key) {
        return fingerprints.contains(key.fingerprint());
    }
}

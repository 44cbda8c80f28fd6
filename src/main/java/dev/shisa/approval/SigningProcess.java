package dev.shisa.approval;

import dev.shisa.signature.SshSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Signs by {@code ssh-keygen -Y sign}, which asks for the passphrase or a touch itself: no private key is ever read here. It has the
 * terminal, and of the environment only what leads to keys, agents and their prompts.
 */
public final class SigningProcess implements RequestSigner {
    /** A hardware key waits for a touch, and its owner may have to find it first. */
    public static final Duration USUAL_LIMIT = Duration.ofMinutes(2);

    private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TERM",
            "SSH_AUTH_SOCK", "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE", "SSH_SK_PROVIDER", "SSH_SK_HELPER", "DISPLAY",
            "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "SystemRoot", "USERPROFILE", "TEMP", "TMP");

    private final String program;
    private final Duration limit;

    /** Signs with the ssh-keygen of the path, within {@link #USUAL_LIMIT}. */
    public SigningProcess() {
        this("ssh-keygen", USUAL_LIMIT);
    }

    /**
     * @param program the program, by name or path
     * @param limit how long it may take; above 0
     */
    public SigningProcess(String program, Duration limit) {
        this.program = program;
        this.limit = limit;
    }

    @Override
    public Signing sign(String key, String namespace, byte[] message) throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("signing");
            Path file = folder.resolve("request.json");
            Path signature = folder.resolve("request.json.sig");
            try {
                Files.write(file, message);
                return sign(key, namespace, message, file, signature);
            } finally {
                Files.deleteIfExists(signature);
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            return new Signing.NotSigned("Nothing could be signed: " + e.getMessage() + ".");
        }
    }

    private Signing sign(String key, String namespace, byte[] message, Path file, Path signature)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program, "-Y", "sign", "-f", key, "-n", namespace));
        command.add(file.toString());
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO()
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Signing.NotSigned(
                        program + " did not end within " + limit.toSeconds() + " s; nothing was signed.");
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0 || !Files.isRegularFile(signature)) {
            return new Signing.NotSigned(program + " ended with " + process.exitValue() + " and signed nothing with "
                    + key + "; what it said stands above.");
        }
        return fitting(Files.readString(signature), namespace, message);
    }

    private Signing fitting(String armored, String namespace, byte[] message) {
        return switch (SshSignature.parse(armored)) {
            case SshSignature.Malformed malformed -> new Signing.NotSigned(malformed.reason());
            case SshSignature.Parsed parsed -> parsed.fits(message) && parsed.namespace().equals(namespace)
                    ? new Signing.Signed(armored)
                    : new Signing.NotSigned("What " + program + " signed is not what it was given.");
        };
    }
}

package dev.shisa.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The real ssh-keygen, working in one folder. Where there is none, tests fail: what nobody else reads proves nothing. */
public final class SshKeygen {
    /** When ssh-keygen looks at signatures here unless told otherwise. */
    public static final String NOON = "20261122120000Z";

    private final Path folder;

    /** Works in that folder. */
    public SshKeygen(Path folder) {
        this.folder = folder;
    }

    /**
     * How a call ended.
     *
     * @param exit its exit status
     * @param text what it printed, both streams
     */
    public record Output(int exit, String text) {
    }

    private static String program() {
        return Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                .map(entry -> Path.of(entry, "ssh-keygen")).filter(Files::isExecutable).findFirst().map(Path::toString)
                .orElseGet(() -> fail("There is no ssh-keygen on the PATH; install openssh-client."));
    }

    /** Calls it with those arguments. */
    public Output run(byte[] input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("TZ", "UTC");
        builder.environment().remove("SSH_AUTH_SOCK");
        Process process = builder.start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input);
        } catch (IOException e) {
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it closed its input and goes on: " + e);
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "ssh-keygen does not end");
        return new Output(process.exitValue(), Files.readString(out, StandardCharsets.ISO_8859_1));
    }

    /** Calls it; it must end well. */
    public String succeed(byte[] input, String... arguments) throws IOException, InterruptedException {
        Output output = run(input, arguments);
        assertEquals(0, output.exit(), output.text());
        return output.text();
    }

    /** Makes a key pair; the public key lies beside it as {@code .pub}. */
    public Path generate(String type, int bits) throws IOException, InterruptedException {
        Path key = folder.resolve(type + bits + "-" + UUID.randomUUID());
        succeed(new byte[0], "-q", "-t", type, "-b", Integer.toString(bits), "-N", "", "-C", "a comment", "-f",
                key.toString());
        return key;
    }

    /** The first two words of the public key. */
    public static String publicKey(Path key) throws IOException {
        String[] words = Files.readString(Path.of(key + ".pub")).split(" ", 3);
        return words[0] + " " + words[1];
    }

    /** Signs a message. */
    public String sign(Path key, String namespace, byte[] message) throws IOException, InterruptedException {
        Path file = folder.resolve("message-" + UUID.randomUUID());
        Files.write(file, message);
        succeed(new byte[0], "-q", "-Y", "sign", "-f", key.toString(), "-n", namespace, file.toString());
        return Files.readString(Path.of(file + ".sig"));
    }

    /** Whether it takes a signature of that principal at {@link #NOON}. */
    public boolean verifies(String allowedSigners, String principal, String namespace, byte[] message, String armored)
            throws IOException, InterruptedException {
        return verify(allowedSigners, principal, namespace, message, armored, NOON).exit() == 0;
    }

    /** Lets it check a signature. */
    public Output verify(String allowedSigners, String principal, String namespace, byte[] message, String armored,
            String at, String... more) throws IOException, InterruptedException {
        Path signers = folder.resolve("signers-" + UUID.randomUUID());
        Path signature = folder.resolve("signature-" + UUID.randomUUID());
        Files.writeString(signers, allowedSigners);
        Files.writeString(signature, armored, StandardCharsets.ISO_8859_1);
        List<String> arguments = new ArrayList<>(List.of("-Y", "verify", "-f", signers.toString(), "-I", principal,
                "-n", namespace, "-s", signature.toString(), "-O", "verify-time=" + at));
        arguments.addAll(List.of(more));
        return run(message, arguments.toArray(String[]::new));
    }
}

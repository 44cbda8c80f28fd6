package dev.shisa.approval;

import dev.shisa.policy.Waivers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.approval.RequestSigner.Signing;
import dev.shisa.signature.SshKeygen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's program signs; what it says it signed is looked at. */
class SigningProcessTest {
    private static final byte[] MESSAGE = new Scene().text().getBytes(StandardCharsets.UTF_8);
    private static final Duration AMPLE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private Path script(String text) throws IOException {
        Path script = folder.resolve("ssh-keygen-" + text.hashCode());
        Files.writeString(script, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    private static String notSigned(Signing signing, String because) {
        String reason = assertInstanceOf(Signing.NotSigned.class, signing).reason();
        assertTrue(reason.contains(because) && reason.endsWith("."), reason);
        return reason;
    }

    private Signing by(String script, Duration limit) throws Exception {
        return new SigningProcess(script(script).toString(), limit).sign("key", SignatureNamespace.APPROVAL, MESSAGE);
    }

    @Test
    void theRealOneSigns() throws Exception {
        SshKeygen keygen = new SshKeygen(folder);
        Path key = keygen.generate("ed25519", 256);
        String armored = assertInstanceOf(Signing.Signed.class,
                new SigningProcess().sign(key.toString(), SignatureNamespace.APPROVAL, MESSAGE)).armored();
        String signers = "anne " + SshKeygen.publicKey(key);
        assertTrue(keygen.verifies(signers, "anne", SignatureNamespace.APPROVAL, MESSAGE, armored));
        Scene scene = new Scene();
        scene.allowed = signers;
        assertInstanceOf(ApprovalGate.Answer.Granted.class, scene.found(scene.text(), armored).judge());
    }

    /** A public key is enough where an agent holds the other half. */
    @Test
    void anAgentSigns() throws Exception {
        SshKeygen keygen = new SshKeygen(folder);
        Path key = keygen.generate("ed25519", 256);
        Path socket = folder.resolve("agent");
        Path ready = folder.resolve("ready");
        Process agent = new ProcessBuilder("ssh-agent", "-a", socket.toString(), script("ssh-add -q " + key + " && mv "
                + key + " " + key + ".away && touch " + ready + " && read line").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            for (int look = 0; look < 600 && agent.isAlive() && !Files.exists(ready); look++) {
                agent.waitFor(50, TimeUnit.MILLISECONDS);
            }
            assertTrue(Files.exists(ready), "the agent took no key");
            Signing signing = new SigningProcess(
                    script("SSH_AUTH_SOCK=" + socket + " exec ssh-keygen \"$@\"").toString(), AMPLE)
                    .sign(key + ".pub", SignatureNamespace.APPROVAL, MESSAGE);
            String armored = assertInstanceOf(Signing.Signed.class, signing).armored();
            assertTrue(keygen.verifies("anne " + SshKeygen.publicKey(key), "anne", SignatureNamespace.APPROVAL, MESSAGE,
                    armored));
        } finally {
            agent.getOutputStream().close();
            assertTrue(agent.waitFor(30, TimeUnit.SECONDS), "the agent does not end");
        }
    }

    @Test
    void aKeyThatIsNotThereSignsNothing() throws Exception {
        notSigned(new SigningProcess().sign(folder.resolve("none").toString(), SignatureNamespace.APPROVAL, MESSAGE),
                "ssh-keygen ended with 255 and signed nothing with " + folder.resolve("none"));
    }

    /** The words, the message, and an environment without what shisa itself knows. */
    @Test
    void itIsToldWhatToSignAndNothingElse() throws Exception {
        Path told = folder.resolve("told");
        notSigned(by("{ echo \"$@\"; env; } > " + told + "; cp \"$7\" " + told + ".message", AMPLE),
                "ended with 0 and signed nothing");
        String text = Files.readString(told);
        assertTrue(text.startsWith("-Y sign -f key -n approval@shisa.dev /"), text);
        assertTrue(text.lines().skip(1).map(line -> line.replaceFirst("=.*", ""))
                .allMatch(name -> name.matches("PWD|_|SHLVL|OLDPWD|PATH|HOME|USER|LOGNAME|LANG|LC_ALL|TERM|SSH_.*|"
                        + "DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_RUNTIME_DIR|TEMP|TMP")),
                text);
        assertEquals(new Scene().text(), Files.readString(Path.of(told + ".message")));
    }

    @Test
    void nothingStaysBehind() throws Exception {
        Path told = folder.resolve("told");
        by("dirname \"$7\" > " + told + "; touch \"$7.sig\"", AMPLE);
        assertFalse(Files.exists(Path.of(Files.readString(told).strip())));
    }

    @Test
    void whatItSignedIsLookedAt() throws Exception {
        notSigned(by("echo nonsense > \"$7.sig\"", AMPLE), "The signature cannot be read");
        Path other = folder.resolve("other.sig");
        Files.writeString(other, Scene.ANNES.sign(new byte[]{1}, SignatureNamespace.APPROVAL));
        notSigned(by("cp " + other + " \"$7.sig\"", AMPLE), "is not what it was given");
        Files.writeString(other, Scene.ANNES.sign(MESSAGE, Waivers.NAMESPACE));
        notSigned(by("cp " + other + " \"$7.sig\" #", AMPLE), "is not what it was given");
        Files.writeString(other, Scene.ANNES.sign(MESSAGE, SignatureNamespace.APPROVAL));
        assertInstanceOf(Signing.Signed.class, by("cp " + other + " \"$7.sig\" ##", AMPLE));
        notSigned(by("cp " + other + " \"$7.sig\"; exit 1", AMPLE), "ended with 1 and signed nothing");
    }

    @Test
    void aProgramThatDoesNotEndIsEnded() throws Exception {
        notSigned(by("exec sleep 6007", Duration.ofSeconds(2)), "did not end within 2 s; nothing was signed");
        ProcessHandle.current().descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("sleep 6007"))
                .forEach(process -> process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    @Test
    void aProgramThatIsNotThereSignsNothing() throws Exception {
        notSigned(new SigningProcess(folder.resolve("none").toString(), AMPLE).sign("key", SignatureNamespace.APPROVAL,
                MESSAGE), "Nothing could be signed: ");
    }
}

package dev.shisa.signature;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;

/** What tests of signatures ask again and again. */
final class Checks {
    static final String NAMESPACE = "approval@shisa.dev";
    static final String ANNE = "anne@sgu.example";
    /** {@link SshKeygen#NOON}. */
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final byte[] MESSAGE = "remove 7331 mailboxes\n".getBytes(StandardCharsets.UTF_8);

    private Checks() {
    }

    static AllowedSigners signers(String text) {
        return assertInstanceOf(AllowedSigners.Reading.Intact.class, AllowedSigners.read(text, ZoneOffset.UTC))
                .signers();
    }

    static SignatureCheck.Result check(byte[] message, String armored, String allowedSigners) {
        return SignatureCheck.check(message, armored, NAMESPACE, signers(allowedSigners), RevokedKeys.none(), NOON);
    }

    static SignatureCheck.Result.Genuine genuine(SignatureCheck.Result result) {
        return assertInstanceOf(SignatureCheck.Result.Genuine.class, result);
    }

    /** It is rejected, in full sentences of which one says that. */
    static String rejected(SignatureCheck.Result result, String because) {
        String reason = assertInstanceOf(SignatureCheck.Result.Rejected.class, result).reason();
        assertTrue(reason.contains(because), () -> "expected '" + because + "' in: " + reason);
        assertTrue(reason.endsWith("."), reason);
        return reason;
    }
}

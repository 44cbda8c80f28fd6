package dev.shisa.signature;

import static dev.shisa.signature.Checks.MESSAGE;
import static dev.shisa.signature.Checks.NAMESPACE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One allowed signers file, asked here and by ssh-keygen. In the tables KEY is the signer's key, OTHER somebody else's, and a vertical bar
 * ends a line; ssh-keygen is asked for anne.
 */
class AllowedSignersAgreementTest {
    private static final SoftwareKey KEY = SoftwareKey.ed25519();
    private static final SoftwareKey OTHER = SoftwareKey.securityEcdsa("ssh:");
    private static final String ARMORED = KEY.sign(MESSAGE, NAMESPACE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private static String file(String table) {
        return table.replace("KEY", KEY.line()).replace("OTHER", OTHER.line()).replace('|', '\n');
    }

    private boolean sshKeygen(String text, Instant at) throws Exception {
        return new SshKeygen(folder).verify(text, "anne", NAMESPACE, MESSAGE, ARMORED, TIME.format(at)).exit() == 0;
    }

    private static boolean here(String text, Instant at) {
        return AllowedSigners.read(text, ZoneOffset.UTC) instanceof AllowedSigners.Reading.Intact intact
                && SignatureCheck.check(MESSAGE, ARMORED, NAMESPACE, intact.signers(), RevokedKeys.none(),
                        at) instanceof SignatureCheck.Result.Genuine genuine
                && genuine.principals().contains("anne");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            // who
            "true; anne KEY", "true; anne KEY a comment # of two parts", "true; bert,anne KEY", "false; bert KEY",
            "false; Anne KEY", "true; \"anne\" KEY", "true; \"bert,anne\" KEY", "true; `  anne   KEY`",
            "true; bert OTHER|anne KEY", "false; anne OTHER", "false; bert KEY|anne OTHER", "true; bert KEY|anne KEY",
            "true; # a comment||   # another|anne KEY|", "false; # anne KEY", "false; ``",
            // what for
            "true; anne namespaces=\"approval@shisa.dev\" KEY", "false; anne namespaces=\"waiver@shisa.dev\" KEY",
            "true; anne namespaces=\"git,approval@shisa.dev\" KEY", "true; anne namespaces=\"*@shisa.dev\" KEY",
            "true; anne namespaces=\"approval@shis?.dev\" KEY", "false; anne namespaces=\"approval@shis?\" KEY",
            "false; anne namespaces=\"*,!approval@shisa.dev\" KEY", "false; anne namespaces=\"!git\" KEY",
            "true; anne namespaces=\"!git,*\" KEY", "false; anne namespaces=\"Approval@shisa.dev\" KEY",
            "true; anne NameSpaces=\"approval@shisa.dev\" KEY", "false; anne namespaces=\"\" KEY",
            "false; anne namespaces=\"approval@shisa.dev \" KEY",
            "true; anne namespaces=\"git\" KEY|anne KEY",
            // when
            "true; anne valid-after=\"20261122120000Z\" KEY", "false; anne valid-after=\"20261122120001Z\" KEY",
            "true; anne valid-after=\"20261122Z\" KEY", "false; anne valid-after=\"20261123Z\" KEY",
            "true; anne valid-after=\"202611221200Z\" KEY", "true; anne valid-after=\"20261122120000\" KEY",
            "true; anne valid-before=\"20261122120001Z\" KEY", "false; anne valid-before=\"20261122115959Z\" KEY",
            "false; anne valid-before=\"20261122Z\" KEY", "true; anne valid-before=\"20261123Z\" KEY",
            "true; anne valid-after=\"20261101Z\",valid-before=\"20261201Z\" KEY",
            "false; anne valid-after=\"20261201Z\",valid-before=\"20261101Z\" KEY",
            "false; anne valid-after=\"2026\" KEY", "false; anne valid-after=\"2026112212\" KEY",
            "false; anne valid-before=\"20261301Z\" KEY", "false; anne valid-before=\"2026-12-01\" KEY",
            "false; anne valid-before=\"19691231Z\" KEY", "false; anne valid-before=20271201 KEY",
            "true; anne valid-before=\"20261201z\" KEY",
            "true; anne valid-before=\"20261101Z\" KEY|anne valid-after=\"20261101Z\" KEY",
            // how it is written
            "false; anne cert-authority KEY", "true; anne cert-authority KEY|anne KEY", "false; anne",
            "false; anne ssh-ed25519", "false; anne colour=\"red\" KEY", "false; anne namespaces=\"git KEY",
            "false; \"anne KEY", "false; anne namespaces=\"approval@shisa.dev\",,cert-authority KEY",
            "false; anne namespaces=\"a\",namespaces=\"approval@shisa.dev\" KEY",
            "false; anne ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIJ2xIcY5mB9l2s4pZ2Z9d0Gk2dXgR2nH1mLQkJ2c3s4t"})
    void bothAnswerAlike(boolean answer, String table) throws Exception {
        String text = file(table);
        assertEquals(answer, here(text, Checks.NOON), "here: " + text);
        assertEquals(answer, sshKeygen(text, Checks.NOON), "ssh-keygen: " + text);
    }

    /** The few places in which ssh-keygen takes what is refused here. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            // A pattern does not say who signed.
            "an* KEY", "anne,!bert KEY", "anne KEY|* KEY",
            // The end itself is not before the end.
            "anne valid-before=\"20261122120000Z\" KEY",
            // What is wrong anywhere makes the whole file void.
            "anne KEY|bert ssh-dss AAAA", "bert nonsense|anne KEY", "anne KEY|bert colour=\"red\" KEY",
            // Dates that no calendar has; ssh-keygen counts on.
            "anne valid-after=\"20260231Z\" KEY",
            // One way to write each thing.
            "an\"ne\" KEY", "anne,,bert KEY", "anne,anne KEY", "anne namespaces=\"approval@shisa.dev,\" KEY",
            "anne valid-before=\"20261201UTC\" KEY"})
    void hereWeAreStricter(String table) throws Exception {
        String text = file(table);
        assertEquals(false, here(text, Checks.NOON), "here: " + text);
        assertEquals(true, sshKeygen(text, Checks.NOON), "ssh-keygen: " + text);
    }

    @Test
    void windowsLineEndsAreTakenByBoth() throws Exception {
        String text = file("# a comment|anne namespaces=\"approval@shisa.dev\" KEY|").replace("\n", "\r\n");
        assertEquals(true, here(text, Checks.NOON));
        assertEquals(true, sshKeygen(text, Checks.NOON));
    }
}

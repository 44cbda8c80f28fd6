package dev.shisa.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Gives the signature in an armored text the name of another algorithm, and leaves everything else as it is. */
final class Relabel {
    private Relabel() {
    }

    static String algorithm(String armored, String from, String to) {
        byte[] bytes = Base64.getMimeDecoder().decode(armored.replaceAll("-----[A-Z ]+-----", ""));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf(new String(SoftwareKey.string(from), StandardCharsets.ISO_8859_1));
        int length = ByteBuffer.wrap(bytes, at - 4, 4).getInt();
        return SoftwareKey.armor(SoftwareKey.join(Arrays.copyOf(bytes, at - 4),
                SoftwareKey.number(length + to.length() - from.length()), SoftwareKey.string(to),
                Arrays.copyOfRange(bytes, at + 4 + from.length(), bytes.length)));
    }
}

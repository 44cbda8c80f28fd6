package dev.shisa.sandbox.state;

import java.util.Base64;

/** The text form of keys and certificates. */
final class Pem {

    private Pem() {
    }

    static String encode(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    /** The content of the first block of that label. */
    static byte[] decode(String label, String text) {
        String begin = "-----BEGIN " + label + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no " + label + " in the file");
        }
        return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to).strip());
    }
}

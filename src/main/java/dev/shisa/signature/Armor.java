package dev.shisa.signature;

/** The lines around a signature in text form. */
final class Armor {
    private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----\n";
    private static final String END = "\n-----END SSH SIGNATURE-----\n";

    private Armor() {
    }

    static byte[] open(String armored) throws MalformedException {
        if (armored.length() > SshSignature.LONGEST) {
            throw new MalformedException("it is longer than " + SshSignature.LONGEST + " characters");
        }
        String text = armored.replace("\r\n", "\n");
        text = text.endsWith("\n") ? text : text + "\n";
        if (!text.startsWith(BEGIN)) {
            throw new MalformedException("it does not begin with the line " + BEGIN.strip());
        }
        if (!text.endsWith(END) || text.length() < BEGIN.length() + END.length()) {
            throw new MalformedException("it does not end with the line " + END.strip());
        }
        String body = text.substring(BEGIN.length(), text.length() - END.length());
        return StrictBase64.decode(body.replace("\n", ""), "what stands between its first and last line");
    }
}

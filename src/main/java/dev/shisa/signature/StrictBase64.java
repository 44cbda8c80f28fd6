package dev.shisa.signature;

import java.util.Base64;

/** Base64 in one form only: the standard alphabet, padded, no bit that says nothing. Two texts never stand for the same bytes. */
final class StrictBase64 {
    private StrictBase64() {
    }

    static byte[] decode(String text, String what) throws MalformedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length > 0 && Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedException(what + " is not base64", e);
        }
        throw new MalformedException(what + " is not base64 as it is written by anybody");
    }
}

package dev.shisa.signature;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the binary form of RFC 4251, section 5, to the last byte. Not safe for several threads. */
final class WireReader {
    private final byte[] bytes;
    private int at;

    WireReader(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** That many bytes. */
    byte[] take(int length, String what) throws MalformedException {
        if (length > bytes.length - at) {
            throw new MalformedException("it ends within its " + what);
        }
        byte[] taken = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return taken;
    }

    /** One byte, 0 to 255. */
    int octet(String what) throws MalformedException {
        return take(1, what)[0] & 0xff;
    }

    /** A number of four bytes. */
    long number(String what) throws MalformedException {
        return ByteBuffer.wrap(take(Integer.BYTES, what)).getInt() & 0xffff_ffffL;
    }

    /** Bytes with their length before them. */
    byte[] string(String what) throws MalformedException {
        long length = number(what);
        if (length > bytes.length) {
            throw new MalformedException("it ends within its " + what);
        }
        return take((int) length, what);
    }

    /** A string that is text without control characters. */
    String text(String what) throws MalformedException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(string(what))).toString();
            if (text.codePoints().anyMatch(WireReader::isHidden)) {
                throw new MalformedException("its " + what + " has a control character");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new MalformedException("its " + what + " is not text", e);
        }
    }

    /** A whole number above 0, written as short as it can be. */
    BigInteger positive(String what) throws MalformedException {
        byte[] written = string(what);
        BigInteger number = written.length == 0 ? BigInteger.ZERO : new BigInteger(written);
        if (number.signum() <= 0 || !Arrays.equals(written, number.toByteArray())) {
            throw new MalformedException("its " + what + " is not a number above 0 in its shortest form");
        }
        return number;
    }

    /** Ends the reading: nothing may be left. */
    void end(String what) throws MalformedException {
        if (at != bytes.length) {
            throw new MalformedException((bytes.length - at) + " bytes stand after the end of its " + what);
        }
    }

    /** Whether a character cannot be seen, or changes how others are seen. */
    static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
                true;
            default -> false;
        };
    }
}

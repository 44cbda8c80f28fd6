package dev.shisa.signature;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the binary form of RFC 4251, section 5. Not safe for several threads. */
final class WireWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    WireWriter raw(byte... some) {
        bytes.writeBytes(some);
        return this;
    }

    WireWriter number(long number) {
        return raw(ByteBuffer.allocate(Integer.BYTES).putInt((int) number).array());
    }

    WireWriter string(byte[] content) {
        return number(content.length).raw(content);
    }

    WireWriter string(String content) {
        return string(content.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}

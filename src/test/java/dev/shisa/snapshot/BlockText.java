package dev.shisa.snapshot;

import io.airlift.compress.v3.zstd.ZstdCompressor;
import io.airlift.compress.v3.zstd.ZstdDecompressor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Files of accounts as text and back, written from the description of the format and not with the code under test. */
public final class BlockText {
    private static final int SKIPPABLE = 0x184D2A50;

    private BlockText() {
    }

    /** One block with that text. */
    public static byte[] compressed(byte[] text) {
        ZstdCompressor compressor = ZstdCompressor.create();
        byte[] frame = new byte[compressor.maxCompressedLength(text.length)];
        int length = compressor.compress(text, 0, text.length, frame, 0, frame.length);
        return ByteBuffer.allocate(16 + length).order(ByteOrder.LITTLE_ENDIAN).putInt(SKIPPABLE).putInt(8)
                .putInt(length).putInt(text.length).put(frame, 0, length).array();
    }

    /** What stands in all blocks. */
    public static byte[] plain(byte[] file) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            if (in.getInt() != SKIPPABLE || in.getInt() != 8) {
                throw new IllegalArgumentException("no block at " + in.position());
            }
            byte[] frame = new byte[in.getInt()];
            byte[] text = new byte[in.getInt()];
            in.get(frame);
            ZstdDecompressor.create().decompress(frame, 0, frame.length, text, 0, text.length);
            plain.writeBytes(text);
        }
        return plain.toByteArray();
    }
}

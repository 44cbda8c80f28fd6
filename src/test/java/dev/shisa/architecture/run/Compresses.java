package dev.shisa.architecture.run;

import io.airlift.compress.v3.zstd.ZstdCompressor;

/** Wrong: compresses. */
final class Compresses {
    ZstdCompressor compressor() {
        return ZstdCompressor.create();
    }
}

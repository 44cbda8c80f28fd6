package dev.shisa.document;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How large the streams of a PDF are once they are unpacked. Asked before a library unpacks them into memory. */
final class PdfStreams {
    private static final byte[] BEGIN = "stream".getBytes(StandardCharsets.US_ASCII);

    private PdfStreams() {
    }

    /** Whether all streams that can be unpacked come to more bytes than these. */
    static boolean exceed(byte[] file, long most) {
        long all = 0;
        Inflater inflater = new Inflater();
        try {
            for (int index = 0; index < file.length && all <= most; index++) {
                if (begins(file, index)) {
                    all += unpacked(inflater, file, index + BEGIN.length, most - all);
                }
            }
        } finally {
            inflater.end();
        }
        return all > most;
    }

    private static boolean begins(byte[] file, int index) {
        if (file[index] != 's' || (index > 0 && file[index - 1] == 'd') || index + BEGIN.length >= file.length) {
            return false;
        }
        for (int offset = 0; offset < BEGIN.length; offset++) {
            if (file[index + offset] != BEGIN[offset]) {
                return false;
            }
        }
        return true;
    }

    private static long unpacked(Inflater inflater, byte[] file, int from, long most) {
        int start = from;
        while (start < file.length && (file[start] == '\r' || file[start] == '\n')) {
            start++;
        }
        inflater.reset();
        inflater.setInput(file, start, file.length - start);
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try {
            int count = inflater.inflate(buffer);
            while (count > 0 && size <= most) {
                size += count;
                count = inflater.inflate(buffer);
            }
        } catch (DataFormatException otherwisePacked) {
            return size;
        }
        return size;
    }
}

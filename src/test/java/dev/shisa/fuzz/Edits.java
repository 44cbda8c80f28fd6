package dev.shisa.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Changes a valid file as a script says, so that what is wrong with it is one small thing amid much that is right. A script is any bytes, four
 * for each change: what is done, where (two bytes, as a share of the length), and with what.
 */
public final class Edits {
    private static final int SIZE = 4;
    private static final int MOST = 64;

    private Edits() {
    }

    /** The file after all changes. */
    public static byte[] apply(byte[] file, byte[] script) {
        byte[] changed = file;
        int changes = Math.min(script.length / SIZE, MOST);
        for (int change = 0; change < changes; change++) {
            changed = once(changed, Arrays.copyOfRange(script, change * SIZE, (change + 1) * SIZE));
        }
        return changed;
    }

    private static byte[] once(byte[] file, byte[] change) {
        int share = ((change[1] & 0xFF) << 8) | (change[2] & 0xFF);
        int at = (int) (((long) share * (file.length + 1)) >> 16);
        int amount = change[3] & 0xFF;
        int end = Math.min(file.length, at + amount);
        byte[] one = {change[3]};
        return switch (change[0] & 7) {
            case 0 -> replaced(file, at, at, one);
            case 1 -> replaced(file, at, Math.min(file.length, at + 1), one);
            case 2 -> flipped(file, at, amount);
            case 3 -> replaced(file, at, end, new byte[0]);
            case 4 -> replaced(file, end, end, Arrays.copyOfRange(file, at, end));
            case 5 -> Arrays.copyOf(file, at);
            case 6 -> withoutLine(file, at);
            default -> replaced(file, file.length, file.length, one);
        };
    }

    private static byte[] flipped(byte[] file, int at, int bits) {
        byte[] flipped = file.clone();
        if (at < flipped.length) {
            flipped[at] ^= (byte) bits;
        }
        return flipped;
    }

    private static byte[] withoutLine(byte[] file, int at) {
        int from = at;
        while (from > 0 && file[from - 1] != '\n') {
            from--;
        }
        int to = at;
        while (to < file.length && file[to] != '\n') {
            to++;
        }
        return replaced(file, from, Math.min(file.length, to + 1), new byte[0]);
    }

    private static byte[] replaced(byte[] file, int from, int to, byte[] with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + with.length);
        out.write(file, 0, from);
        out.writeBytes(with);
        out.write(file, to, file.length - to);
        return out.toByteArray();
    }
}

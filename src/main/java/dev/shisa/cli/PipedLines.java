package dev.shisa.cli;

import dev.shisa.text.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Lines from a pipe or a file, in UTF-8. Their end may be that of Windows. */
final class PipedLines implements LineSource {
    /** Accounts belong into a file that a line names; what is longer than this is no line that somebody wrote. */
    static final int LONGEST = 64 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader in;
    private boolean isFirst = true;

    /** @param in read to its end at most */
    PipedLines(InputStream in) {
        // A decoder of its own refuses what is no UTF-8 instead of putting another character in its place.
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    }

    @Override
    public Next next(int code) {
        try {
            StringBuilder line = new StringBuilder();
            int letter = in.read();
            if (letter < 0) {
                return new Next.End();
            }
            for (; letter >= 0 && letter != '\n'; letter = in.read()) {
                if (line.length() == LONGEST) {
                    return new Next.Unreadable(Text.of("it is longer than {0} characters", LONGEST));
                }
                line.append((char) letter);
            }
            return new Next.Line(plain(line));
        } catch (CharacterCodingException e) {
            return new Next.Unreadable(Text.of("it is not UTF-8"));
        } catch (IOException e) {
            return new Next.Unreadable(Text.verbatim(String.valueOf(e.getMessage())));
        }
    }

    private String plain(StringBuilder line) {
        if (isFirst && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK) {
            line.deleteCharAt(0);
        }
        isFirst = false;
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }

    @Override
    public boolean isTyped() {
        return false;
    }
}

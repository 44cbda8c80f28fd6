package dev.shisa.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How bytes become text: by byte-order mark, then UTF-8, then Windows-31J, always strictly. */
sealed interface Decoding {

    /** The text without its byte-order mark, its lines separated by line feeds, and how it was understood. */
    record Decoded(String text, String encoding, List<String> remarks) implements Decoding {
    }

    /** Why the bytes are no text, as a full sentence. */
    record Refused(String reason) implements Decoding {
    }

    /** The encodings that begin with a mark. UTF-32LE comes first, because its mark begins with that of UTF-16LE. */
    enum Mark {
        UTF_32LE("UTF-32LE", "\u00FF\u00FE\0\0"),
        UTF_32BE("UTF-32BE", "\0\0\u00FE\u00FF"),
        UTF_8("UTF-8", "\u00EF\u00BB\u00BF"),
        UTF_16LE("UTF-16LE", "\u00FF\u00FE"),
        UTF_16BE("UTF-16BE", "\u00FE\u00FF");

        private final String charset;
        /** A character for each byte. */
        private final String bytes;

        Mark(String charset, String bytes) {
            this.charset = charset;
            this.bytes = bytes;
        }

        private boolean begins(byte[] file) {
            for (int index = 0; index < bytes.length(); index++) {
                if (index >= file.length || (file[index] & 0xFF) != bytes.charAt(index)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What ISO-2022-JP switches alphabets with. All its bytes are ASCII, so it would pass as UTF-8. */
    Pattern SHIFTS_OF_ISO_2022_JP = Pattern.compile("\u001B(\\$[@B]|\\([BJI])");

    /** The bytes as text. */
    static Decoding of(byte[] bytes) {
        for (Mark mark : Mark.values()) {
            if (mark.begins(bytes)) {
                return marked(bytes, mark);
            }
        }
        if (contains(bytes, (byte) 0)) {
            return new Refused("The file holds NUL bytes, so it is not text"
                    + " (if it is UTF-16, save it with a byte-order mark, or as UTF-8).");
        }
        Optional<String> utf8 = strictly(bytes, 0, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return checked(utf8.get(), "UTF-8", List.of());
        }
        Optional<String> japanese = strictly(bytes, 0, Charset.forName("windows-31j"));
        return japanese.isPresent()
                ? checked(japanese.get(), "windows-31j",
                        List.of("The bytes are not UTF-8, so they were read as Windows-31J (Shift_JIS)."))
                : new Refused("The bytes are neither UTF-8 nor Windows-31J, and no byte-order mark names"
                        + " another encoding; save the file as UTF-8.");
    }

    private static Decoding marked(byte[] bytes, Mark mark) {
        String name = mark.charset + " with byte-order mark";
        Optional<String> text = strictly(bytes, mark.bytes.length(), Charset.forName(mark.charset));
        return text.isPresent()
                ? checked(text.get(), name, List.of())
                : new Refused("The file begins as " + name + ", but some of its bytes are not; save it as UTF-8.");
    }

    private static Optional<String> strictly(byte[] bytes, int offset, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, bytes.length - offset)).toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    private static Decoding checked(String text, String name, List<String> remarks) {
        if (text.indexOf('\0') >= 0) {
            return new Refused("The file holds NUL characters, so it is not text.");
        }
        if (text.indexOf('\u001B') >= 0 && SHIFTS_OF_ISO_2022_JP.matcher(text).find()) {
            return new Refused("The text is written in ISO-2022-JP, which is not read; save the file as UTF-8.");
        }
        return new Decoded(lineFeeds(text), name, remarks);
    }

    private static String lineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static boolean contains(byte[] bytes, byte sought) {
        for (byte one : bytes) {
            if (one == sought) {
                return true;
            }
        }
        return false;
    }
}

package dev.shisa.sandbox.wire;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A growing JSON text in UTF-8, for answers of which most is known beforehand. Whoever writes sees to it that pieces and
 * values make JSON together; values are written as {@link JsonValues} writes them. Used by one thread.
 */
public final class JsonBuffer {

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private byte[] bytes;
    private int length;

    /** With room for so many bytes; more is made when it is needed. */
    public JsonBuffer(int room) {
        bytes = new byte[room];
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** Makes room for so many bytes more, so that they need not be copied while they come. */
    public void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, Math.min(Integer.MAX_VALUE / 2, bytes.length) * 2));
        }
    }

    /** Something that is JSON already, or a part of it. */
    public JsonBuffer raw(byte[] json) {
        return raw(json, json.length);
    }

    /** The first bytes of something that is JSON already, or a part of it. */
    public JsonBuffer raw(byte[] json, int count) {
        reserve(count);
        System.arraycopy(json, 0, bytes, length, count);
        length += count;
        return this;
    }

    /** One ASCII character. */
    public JsonBuffer raw(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** A value of any kind that {@link JsonValues#write} takes. */
    public JsonBuffer value(@Nullable Object value) {
        return switch (value) {
            case null -> raw(NULL);
            case String text -> text(text);
            case Boolean flag -> raw(flag ? TRUE : FALSE);
            case List<?> list -> list(list);
            default -> raw(JsonValues.bytes(value));
        };
    }

    private JsonBuffer list(List<?> list) {
        raw('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                raw(',');
            }
            value(list.get(i));
        }
        return raw(']');
    }

    private JsonBuffer text(String text) {
        int before = length;
        reserve(text.length() + 2);
        bytes[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character > '~' || character == '"' || character == '\\') {
                length = before;
                return raw(JsonValues.bytes((Object) text));
            }
            bytes[length++] = (byte) character;
        }
        bytes[length++] = '"';
        return this;
    }

    /** A copy of what there is. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}

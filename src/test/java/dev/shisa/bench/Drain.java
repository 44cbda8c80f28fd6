package dev.shisa.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * One connection to a server on this machine, as plain as can be: it asks, counts the bytes of the answer and throws them away. Not
 * thread-safe.
 */
final class Drain implements AutoCloseable {
    private static final int READ_TIMEOUT = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final String headers;
    private final byte[] thrown = new byte[1 << 16];

    /** Connects to the server of that address, to send these headers with each request. */
    Drain(URI server, Map<String, String> headers) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(READ_TIMEOUT);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        StringBuilder lines = new StringBuilder(" HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n");
        headers.forEach((name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
        this.headers = lines.append("\r\n").toString();
    }

    /** Asks for a path with its query and tells how many bytes the body has. */
    long get(String path) throws IOException {
        socket.getOutputStream().write(("GET " + path + headers).getBytes(StandardCharsets.US_ASCII));
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(path + " was answered with " + status);
        }
        long length = -1;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(line.substring("content-length:".length()).strip());
            }
        }
        if (length < 0) {
            throw new IOException(path + " was answered without a length");
        }
        for (long left = length; left > 0;) {
            int read = in.read(thrown, 0, (int) Math.min(left, thrown.length));
            if (read < 0) {
                throw new EOFException(path + " ended " + left + " bytes too soon");
            }
            left -= read;
        }
        return length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended in a header");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

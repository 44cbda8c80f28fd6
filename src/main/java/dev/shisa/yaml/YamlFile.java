package dev.shisa.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A YAML file that a person wrote, opened.
 *
 * @param name what mistakes call it
 * @param document what it says; empty when it cannot be read at all, and then there are findings
 * @param findings its mistakes so far
 * @param digest SHA-256 of its bytes in hexadecimal; empty when the file itself could not be read
 */
public record YamlFile(String name, Optional<JsonNode> document, Findings findings, String digest) {
    private static final int LARGEST = 1 << 20;

    /** Opens a file of at most one MiB. One that cannot be read is a finding, too. */
    public static YamlFile open(Path file, YamlDocument.Plain plain) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in.readNBytes(LARGEST + 1), file.toString(), plain);
        } catch (IOException e) {
            return broken(file.toString(), "the file cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads the bytes of a file.
     *
     * @param name what mistakes call it
     */
    public static YamlFile read(byte[] bytes, String name, YamlDocument.Plain plain) {
        if (bytes.length > LARGEST) {
            return broken(name, "the file is larger than " + LARGEST + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return broken(name, "the file is not UTF-8");
        }
        SourceText source = SourceText.of(name, text);
        Findings findings = new Findings(source);
        return new YamlFile(name, YamlDocument.read(source, findings, plain), findings,
                digest(bytes));
    }

    private static YamlFile broken(String name, String sentence) {
        Findings findings = new Findings(SourceText.of(name, ""));
        findings.at(Position.START, sentence);
        return new YamlFile(name, Optional.empty(), findings, "");
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

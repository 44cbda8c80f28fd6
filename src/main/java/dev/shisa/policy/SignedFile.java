package dev.shisa.policy;

import dev.shisa.signature.SignatureCheck;
import dev.shisa.signature.Signers;
import dev.shisa.yaml.YamlDocument;
import dev.shisa.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A YAML file that somebody signed, with the signature beside it: {@code NAME.yaml} and {@code NAME.yaml.sig}.
 *
 * @param name the file's name without its ending
 * @param file what it says
 * @param signature whose signature it bears, or why that does not count
 */
record SignedFile(String name, YamlFile file, SignatureCheck.Result signature) {
    private static final String ENDING = ".yaml";
    private static final int MOST_FILES = 200;
    private static final int LARGEST = 1 << 16;

    /**
     * The signed files of a folder, by name.
     *
     * @param namespace what the signatures have to be made for
     * @param now when they have to count, by the service's clock
     * @throws IOException when the folder or a file cannot be read, or holds what is none
     */
    static List<SignedFile> in(Path folder, String namespace, Signers signers, Instant now) throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.list(folder)) {
            found = files.sorted().limit(2L * MOST_FILES + 1).toList();
        }
        if (found.size() > 2 * MOST_FILES) {
            throw new IOException("more than " + 2 * MOST_FILES + " files in " + folder);
        }
        List<SignedFile> signed = new ArrayList<>();
        for (Path path : found) {
            String name = String.valueOf(path.getFileName());
            if (name.endsWith(ENDING)) {
                signed.add(read(path, name.substring(0, name.length() - ENDING.length()), namespace, signers, now));
            } else if (!name.endsWith(ENDING + ".sig") && !name.equals("README.md")) {
                throw new IOException(path + " is neither NAME" + ENDING + " nor its signature NAME" + ENDING + ".sig");
            }
        }
        return signed;
    }

    private static SignedFile read(Path path, String name, String namespace, Signers signers, Instant now)
            throws IOException {
        byte[] bytes = bytes(path);
        Path beside = path.resolveSibling(name + ENDING + ".sig");
        SignatureCheck.Result signature = Files.exists(beside)
                ? signers.check(bytes, new String(bytes(beside), StandardCharsets.ISO_8859_1), namespace, now)
                : new SignatureCheck.Result.Rejected("There is no signature " + beside.getFileName() + " beside it.");
        return new SignedFile(name, YamlFile.read(bytes, path.toString(), YamlDocument.Plain.NUMBERS), signature);
    }

    private static byte[] bytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException(path + " is larger than " + LARGEST + " bytes");
            }
            return bytes;
        }
    }
}

package dev.shisa.sandbox.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/**
 * The server's keys: its certificate authority, its certificate, and the key that signs tokens. With a folder they are
 * kept there and read again, so that clients go on trusting a server that was started anew.
 */
public final class Keys {

    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PRIVATE_KEY = "PRIVATE KEY";

    private final Optional<Path> folder;
    private final String authorityPem;
    private final SSLContext tls;

    private Keys(Optional<Path> folder, String authorityPem, SSLContext tls) {
        this.folder = folder;
        this.authorityPem = authorityPem;
        this.tls = tls;
    }

    /** Reads the keys of a folder, or makes them. Without a folder they live as long as this object. */
    public static Keys open(Optional<Path> folder) throws IOException, GeneralSecurityException {
        if (folder.isPresent() && Files.exists(folder.get().resolve("server.key"))) {
            return read(folder.get());
        }
        Authority.Holder root = Authority.root();
        Authority.Holder server = Authority.server(root);
        String authority = Pem.encode(CERTIFICATE, root.certificate().getEncoded());
        if (folder.isPresent()) {
            PrivateFiles.write(folder.get().resolve("ca.key"),
                    Pem.encode(PRIVATE_KEY, root.key().getPrivate().getEncoded()));
            PrivateFiles.write(folder.get().resolve("ca.pem"), authority);
            PrivateFiles.write(folder.get().resolve("server.pem"),
                    Pem.encode(CERTIFICATE, server.certificate().getEncoded()));
            PrivateFiles.write(folder.get().resolve("server.key"),
                    Pem.encode(PRIVATE_KEY, server.key().getPrivate().getEncoded()));
        }
        return new Keys(folder, authority,
                tls(server.key().getPrivate(), server.certificate(), root.certificate()));
    }

    private static Keys read(Path folder) throws IOException, GeneralSecurityException {
        String authority = Files.readString(folder.resolve("ca.pem"));
        PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(
                new PKCS8EncodedKeySpec(Pem.decode(PRIVATE_KEY, Files.readString(folder.resolve("server.key")))));
        SSLContext tls = tls(key, certificate(Files.readString(folder.resolve("server.pem"))), certificate(authority));
        return new Keys(Optional.of(folder), authority, tls);
    }

    private static X509Certificate certificate(String pem) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    private static SSLContext tls(PrivateKey key, X509Certificate server, X509Certificate authority)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[]{new OneKey(key, server, authority)}, null, null);
        return context;
    }

    /** The authority's certificate, for clients to trust. */
    public String authorityPem() {
        return authorityPem;
    }

    public SSLContext tls() {
        return tls;
    }

    /** The RSA key that signs tokens. Making one takes a moment, so this is for when it is first needed. */
    public KeyPair tokenKey() {
        try {
            if (folder.isEmpty()) {
                return freshTokenKey();
            }
            Path file = folder.get().resolve("token.key");
            if (Files.exists(file)) {
                return tokenKey(Files.readString(file));
            }
            KeyPair fresh = freshTokenKey();
            PrivateFiles.write(file, Pem.encode(PRIVATE_KEY, fresh.getPrivate().getEncoded()));
            return fresh;
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("the token key can be neither read nor made", failure);
        }
    }

    private static KeyPair freshTokenKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static KeyPair tokenKey(String pem) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) factory
                .generatePrivate(new PKCS8EncodedKeySpec(Pem.decode(PRIVATE_KEY, pem)));
        return new KeyPair(
                factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key);
    }
}

package dev.shisa.tenant;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The machine's own certificate authorities and those of one more file.
 *
 * @param context makes connections that trust them
 * @param manager says whom they trust
 */
public record TrustAnchors(SSLContext context, X509TrustManager manager) {

    /**
     * Reads the file.
     *
     * @throws IOException when it cannot be read, or holds no certificate
     */
    public static TrustAnchors with(Path pem) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (X509Certificate own : manager(null).getAcceptedIssuers()) {
                store.setCertificateEntry("machine-" + number++, own);
            }
            for (Certificate extra : read(pem)) {
                store.setCertificateEntry("file-" + number++, extra);
            }
            X509TrustManager manager = manager(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{manager}, null);
            return new TrustAnchors(context, manager);
        } catch (GeneralSecurityException e) {
            throw new IOException(pem + " holds no certificates that can be trusted: " + e.getMessage(), e);
        }
    }

    private static Collection<? extends Certificate> read(Path pem) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IOException(pem + " holds no certificate.");
            }
            return certificates;
        }
    }

    private static X509TrustManager manager(@org.jspecify.annotations.Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers()).filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast).findFirst()
                .orElseThrow(() -> new GeneralSecurityException("this machine checks no X.509 certificates"));
    }
}

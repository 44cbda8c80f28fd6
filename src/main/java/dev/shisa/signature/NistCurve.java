package dev.shisa.signature;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;

/** A curve of RFC 5656 with the hash that belongs to it. */
public enum NistCurve {
    /** 256 bits. */
    P256("nistp256", "secp256r1", 32, "SHA256"),
    /** 384 bits. */
    P384("nistp384", "secp384r1", 48, "SHA384"),
    /** 521 bits. */
    P521("nistp521", "secp521r1", 66, "SHA512");

    private static final byte UNCOMPRESSED = 4;

    private final String label;
    private final String standardName;
    private final int fieldBytes;
    private final String hash;

    NistCurve(String label, String standardName, int fieldBytes, String hash) {
        this.label = label;
        this.standardName = standardName;
        this.fieldBytes = fieldBytes;
        this.hash = hash;
    }

    /** The name in keys, such as {@code nistp256}. */
    public String label() {
        return label;
    }

    static Optional<NistCurve> parse(String label) {
        return Arrays.stream(values()).filter(curve -> curve.label.equals(label)).findFirst();
    }

    /** The name of the signature algorithm in the JDK. */
    String algorithm() {
        return hash + "withECDSAinP1363Format";
    }

    /** The two numbers of a signature as the JDK wants them. */
    byte[] signature(BigInteger r, BigInteger s) throws MalformedException {
        BigInteger order = parameters().getOrder();
        if (r.compareTo(order) >= 0 || s.compareTo(order) >= 0) {
            throw new MalformedException("its signature has a number outside the curve's order");
        }
        byte[] both = new byte[2 * fieldBytes];
        put(r, both, fieldBytes);
        put(s, both, 2 * fieldBytes);
        return both;
    }

    private static void put(BigInteger number, byte[] target, int end) {
        byte[] written = number.toByteArray();
        int from = written[0] == 0 ? 1 : 0;
        System.arraycopy(written, from, target, end - (written.length - from), written.length - from);
    }

    /** The public key at that point, which must be written whole and lie on the curve. */
    PublicKey key(byte[] point) throws MalformedException {
        if (point.length != 1 + 2 * fieldBytes || point[0] != UNCOMPRESSED) {
            throw new MalformedException("its point is not written in the uncompressed form of " + label);
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + fieldBytes));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + fieldBytes, point.length));
        ECParameterSpec parameters = parameters();
        BigInteger p = ((ECFieldFp) parameters.getCurve().getField()).getP();
        BigInteger right = x.pow(3).add(parameters.getCurve().getA().multiply(x)).add(parameters.getCurve().getB());
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || y.pow(2).subtract(right).mod(p).signum() != 0) {
            throw new MalformedException("its point does not lie on " + label);
        }
        try {
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), parameters));
        } catch (GeneralSecurityException e) {
            throw new MalformedException("its point is refused: " + e.getMessage(), e);
        }
    }

    private ECParameterSpec parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(standardName));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows " + standardName, e);
        }
    }
}

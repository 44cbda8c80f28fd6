package dev.shisa.approval;

/** Lets somebody sign with a key that stays where it is. */
@FunctionalInterface
public interface RequestSigner {

    /** What came of it. */
    sealed interface Signing {

        /**
         * It was signed.
         *
         * @param armored the signature in text form; it fits the message
         */
        record Signed(String armored) implements Signing {
        }

        /**
         * It was not.
         *
         * @param reason a full sentence
         */
        record NotSigned(String reason) implements Signing {
        }
    }

    /**
     * Has a message signed.
     *
     * @param key path of the key file: a private key, or a public key whose private key an agent or a security key holds
     * @param namespace what it is signed for
     * @throws InterruptedException when the thread is asked to stop while it waits
     */
    Signing sign(String key, String namespace, byte[] message) throws InterruptedException;
}

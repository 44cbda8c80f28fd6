package dev.shisa.signature;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who may sign what, and when: the file that git and ssh-keygen call ALLOWED SIGNERS. For example
 *
 * <pre>
 * # who approves
 * anne@sgu.example namespaces="approval@shisa.dev,waiver@shisa.dev",valid-before="20270101Z" ssh-ed25519 AAAA… Anne
 * "bert@sgu.example,b@sgu.example" sk-ssh-ed25519@openssh.com AAAA… Bert's security key
 * </pre>
 *
 * Read more strictly than ssh-keygen does: one malformed line and the file says nothing at all.
 */
public final class AllowedSigners {
    private static final int LONGEST = 1024 * 1024;

    private final List<AllowedSigner> signers;

    private AllowedSigners(List<AllowedSigner> signers) {
        this.signers = List.copyOf(signers);
    }

    /** What a text was found to hold. */
    public sealed interface Reading {

        /**
         * Every line was understood.
         *
         * @param signers who may sign; nobody when the text has no line but comments
         */
        record Intact(AllowedSigners signers) implements Reading {
        }

        /**
         * Something else.
         *
         * @param mistakes a full sentence for each line that is not understood, with its number, at least one
         */
        record Malformed(List<String> mistakes) implements Reading {
            public Malformed {
                mistakes = List.copyOf(mistakes);
            }
        }
    }

    /** Nobody may sign anything. */
    public static AllowedSigners none() {
        return new AllowedSigners(List.of());
    }

    /**
     * Reads a file's text.
     *
     * @param zone in which times without Z are meant; ssh-keygen takes that of the system
     */
    public static Reading read(String text, ZoneId zone) {
        if (text.length() > LONGEST) {
            return new Reading.Malformed(List.of("The file has more than " + LONGEST + " characters."));
        }
        List<AllowedSigner> signers = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            try {
                new SignerLine(lines[at], at + 1, zone).read().ifPresent(signers::add);
            } catch (MalformedException e) {
                mistakes.add("Line " + (at + 1) + " cannot be read: " + e.clause() + ".");
            }
        }
        return mistakes.isEmpty()
                ? new Reading.Intact(new AllowedSigners(signers))
                : new Reading.Malformed(mistakes);
    }

    /** Everybody who is named, patterns as they stand. */
    public SortedSet<String> principals() {
        TreeSet<String> principals = new TreeSet<>();
        signers.forEach(signer -> principals.addAll(signer.principals()));
        return Collections.unmodifiableSortedSet(principals);
    }

    /** The lines on which a key stands, in the order of the file. */
    List<AllowedSigner> lines(SshPublicKey key) {
        return signers.stream().filter(signer -> signer.key().base64().equals(key.base64())).toList();
    }
}

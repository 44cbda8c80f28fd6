package dev.shisa.signature;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads one line of an allowed signers file from left to right. Used once, by one thread. */
final class SignerLine {
    private static final char QUOTE = '"';

    private final String line;
    private final int number;
    private final ZoneId zone;
    private int at;

    private boolean isAuthority;
    private Optional<PatternList> namespaces = Optional.empty();
    private Optional<Instant> validAfter = Optional.empty();
    private Optional<Instant> validBefore = Optional.empty();

    /**
     * @param line without its line feed; a carriage return at its end belongs to the line feed
     */
    SignerLine(String line, int number, ZoneId zone) {
        this.line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        this.number = number;
        this.zone = zone;
    }

    /** The signer of the line; empty when it is blank or a comment. */
    Optional<AllowedSigner> read() throws MalformedException {
        skipBlanks();
        if (isAtEnd() || line.charAt(at) == '#') {
            return Optional.empty();
        }
        if (line.codePoints().anyMatch(point -> point != '\t' && WireReader.isHidden(point))) {
            throw new MalformedException("it has a character that cannot be seen");
        }
        PatternList principals = principals();
        String word = word("its key is missing");
        if (isOptions(word)) {
            at -= word.length();
            options();
            word = word("its key is missing");
        }
        SshPublicKey key = KeyReader.read(word, word("its key has a type and no text"));
        return Optional.of(new AllowedSigner(number, names(principals), principals.hasPattern(), isAuthority,
                namespaces, validAfter, validBefore, key));
    }

    private PatternList principals() throws MalformedException {
        String text = line.charAt(at) == QUOTE ? quoted() : word("nobody is named");
        if (text.indexOf(QUOTE) >= 0) {
            throw new MalformedException("a quotation mark stands within its principals; put it around all of them");
        }
        if (!isAtEnd() && !isBlank()) {
            throw new MalformedException("no blank follows its principals");
        }
        PatternList principals = PatternList.read(text, "its list of principals");
        if (principals.words().stream().anyMatch(word -> !word.equals(word.strip()))) {
            throw new MalformedException("a principal begins or ends with a blank");
        }
        return principals;
    }

    private static SortedSet<String> names(PatternList principals) throws MalformedException {
        SortedSet<String> names = new TreeSet<>(principals.words());
        if (names.size() != principals.words().size()) {
            throw new MalformedException("it names a principal twice");
        }
        return names;
    }

    /** A word that is no option is read as the type of a key, so that what is wrong with it can be said. */
    private static boolean isOptions(String word) {
        return word.indexOf('=') >= 0 || word.indexOf(',') >= 0 || word.indexOf(QUOTE) >= 0
                || word.equalsIgnoreCase("cert-authority");
    }

    private void options() throws MalformedException {
        boolean isMore = true;
        while (isMore) {
            option();
            isMore = !isAtEnd() && line.charAt(at) == ',';
            if (isMore) {
                at++;
            } else if (!isAtEnd() && !isBlank()) {
                throw new MalformedException("no comma or blank follows an option");
            }
        }
        if (validAfter.isPresent() && validBefore.isPresent() && !validAfter.get().isBefore(validBefore.get())) {
            throw new MalformedException("it is never valid: valid-after is not before valid-before");
        }
    }

    private void option() throws MalformedException {
        int from = at;
        while (!isAtEnd() && !isBlank() && line.charAt(at) != '=' && line.charAt(at) != ',') {
            at++;
        }
        String name = line.substring(from, at).toLowerCase(Locale.ROOT);
        switch (name) {
            case "cert-authority" -> {
                refuseTwice(isAuthority, name);
                isAuthority = true;
            }
            case "namespaces" -> {
                refuseTwice(namespaces.isPresent(), name);
                namespaces = Optional.of(PatternList.read(value(name), "its list of namespaces"));
            }
            case "valid-after" -> {
                refuseTwice(validAfter.isPresent(), name);
                validAfter = Optional.of(Stamp.read(value(name), zone).getLast());
            }
            case "valid-before" -> {
                refuseTwice(validBefore.isPresent(), name);
                validBefore = Optional.of(Stamp.read(value(name), zone).getFirst());
            }
            default -> throw new MalformedException("the option '" + name + "' is not known");
        }
    }

    private static void refuseTwice(boolean isThere, String name) throws MalformedException {
        if (isThere) {
            throw new MalformedException("the option '" + name + "' stands there twice");
        }
    }

    private String value(String name) throws MalformedException {
        if (isAtEnd() || line.charAt(at) != '=' || at + 1 >= line.length() || line.charAt(at + 1) != QUOTE) {
            throw new MalformedException("the option '" + name + "' has no value in quotation marks");
        }
        at++;
        return quoted();
    }

    /** What stands between this quotation mark and the next. */
    private String quoted() throws MalformedException {
        int end = line.indexOf(QUOTE, at + 1);
        if (end < 0) {
            throw new MalformedException("a quotation mark is not closed");
        }
        String text = line.substring(at + 1, end);
        at = end + 1;
        return text;
    }

    /** What stands from here to the next blank. */
    private String word(String missing) throws MalformedException {
        skipBlanks();
        int from = at;
        while (!isAtEnd() && !isBlank()) {
            at++;
        }
        if (from == at) {
            throw new MalformedException(missing);
        }
        return line.substring(from, at);
    }

    private void skipBlanks() {
        while (!isAtEnd() && isBlank()) {
            at++;
        }
    }

    private boolean isBlank() {
        return line.charAt(at) == ' ' || line.charAt(at) == '\t';
    }

    private boolean isAtEnd() {
        return at >= line.length();
    }
}

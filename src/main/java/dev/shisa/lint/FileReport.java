package dev.shisa.lint;

import java.util.List;

/** What became of a file. */
public sealed interface FileReport {
    /** As it was named. */
    String file();

    /**
     * It was read.
     *
     * @param encoding how its characters were written
     * @param findings in the order of the file, without those that somebody suppressed
     * @param commands everything in it that takes something away, in the order of the file
     * @param suppressed how many findings somebody suppressed
     * @param lines the file's lines
     * @param remarks full sentences on how it was read
     */
    record Read(String file, String encoding, List<Finding> findings, List<FoundCommand> commands, int suppressed,
            List<String> lines, List<String> remarks) implements FileReport {
        public Read {
            findings = List.copyOf(findings);
            commands = List.copyOf(commands);
            lines = List.copyOf(lines);
            remarks = List.copyOf(remarks);
        }

        /** How many findings are of that severity. */
        public long count(Severity severity) {
            return findings.stream().filter(finding -> finding.rule().severity() == severity).count();
        }

        /** How many are of that rule. */
        public long count(Rule rule) {
            return findings.stream().filter(finding -> finding.rule() == rule).count();
        }
    }

    /**
     * It was not.
     *
     * @param reason a full sentence
     */
    record Unreadable(String file, String reason) implements FileReport {
    }
}

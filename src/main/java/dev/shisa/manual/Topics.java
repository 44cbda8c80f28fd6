package dev.shisa.manual;

import dev.shisa.diag.ExitStatus;
import dev.shisa.manual.Topic.Entry;
import dev.shisa.manual.Topic.Paragraph;
import dev.shisa.manual.Topic.Part;
import dev.shisa.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The topics of the help. */
public final class Topics {
    private static final List<Topic> ALL = List.of(exitCodes(), words(), recovery(), environment());

    private Topics() {
    }

    /** Every topic, in the order in which they are listed. */
    public static List<Topic> all() {
        return ALL;
    }

    /** The topic of that name. */
    public static Optional<Topic> of(String name) {
        return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    private static Topic exitCodes() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Paragraph(
                Text.of("The numbers never change their meaning. Treat a number that you do not know as failure.")));
        Arrays.stream(ExitStatus.values()).map(status -> entry(Integer.toString(status.code()),
                Text.word(status.meaning()))).forEach(parts::add);
        parts.add(new Paragraph(Text.of(
                "Before the first write everything that refuses is shown at once; the code is the first of 2, 20, 24, 23, 11, 21, 4, 12, 13, 15, 14, 16, 18. After it: 22, else 20, else 17 if targets remain, else 19, else 3, else 0.")));
        return new Topic("exit-codes", Text.of("What the exit codes mean"), parts);
    }

    private static Topic words() {
        return new Topic("words", Text.of("What the words of shisa mean"), List.of(
                entry("tenant", Text.of("One Microsoft 365 organisation. A profile says how to reach it.")),
                entry("account", Text.of("One principal, known by its object id; names only find it.")),
                entry("facet", Text.of("One watched aspect of an account, such as identity, mailbox or licences.")),
                entry("snapshot", Text.of("All accounts with the facets that a listing tells, proved complete.")),
                entry("command",
                        Text.of("An entry of the catalog: what is written, what changes, what brings it back.")),
                entry("choice", Text.of("A decision that a command demands and for which it has no default.")),
                entry("contract",
                        Text.of("All declared changes of a command. What it does not name is declared unchanged.")),
                entry("loss", Text.of("The harmful part of the contract, in facets: what --accept-loss must name.")),
                entry("target", Text.of("An account that a plan will change, with the fingerprint of how it looked.")),
                entry("shape", Text.of("The properties that decide how a command behaves on an account.")),
                entry("plan", Text.of("An immutable file: command, choices, targets, counts, loss, snapshot, expiry.")),
                entry("rehearsal",
                        Text.of("The command on a test account, there and back. Its record is the evidence.")),
                entry("exposure", Text.of(
                        "Accounts written and not yet judged: how many people can be harmed before anybody looks again.")),
                entry("wave", Text.of("Targets that are done together.")),
                entry("gate", Text.of("The look after a wave: passed, failed or inconclusive.")),
                entry("sentinel", Text.of("An account that is never touched and is read at every gate.")),
                entry("keepsake",
                        Text.of("What an account takes with it, written down before the account is written.")),
                entry("journal", Text.of("The run's record; every intent is on disk before its request leaves.")),
                entry("collateral", Text.of("A harmful change on an account that was not touched.")),
                entry("extra", Text.of("An undeclared change on an account that was written.")),
                entry("provisional", Text.of("A bulk run that nobody has verified a day later.")),
                entry("closed tenant", Text.of(
                        "No new run until the last one that ended badly or stopped is undone, closed with a reason, or has gone on to its end.")),
                entry("halt", Text.of("An order from elsewhere that nothing more is sent.")),
                entry("conflict", Text.of("An account that an undo cannot bring back by itself, and why."))));
    }

    private static Topic recovery() {
        return new Topic("recovery", Text.of("What to do after a halt, a crash or a violation"), List.of(
                new Paragraph(Text.of(
                        "Look before you do anything: nothing is written by the first two lines, whatever happened.")),
                entry("shisa run list",
                        Text.of("Which runs are open. An open run closes the tenant for every other run.")),
                entry("shisa run show RUN",
                        Text.of("How it stands by its journal, why it stopped, and the line that goes on.")),
                entry(Text.of("To stop a run now"), Text.of(
                        "shisa halt RUN --reason TEXT, or --all for every run of the store. What is on the wire is still answered; nothing more is sent until shisa halt RUN --clear --reason TEXT.")),
                entry(Text.of("After a halt or a pause (17)"), Text.of(
                        "Remove what stopped it; the report names it. Clear the halt if there is one. Then shisa run resume RUN: it looks at every written account first, shows what it found, and wants the remaining count confirmed.")),
                entry(Text.of("After a crash, a kill or a power cut"), Text.of(
                        "shisa run show RUN says interrupted. Nothing is lost: each intent was on disk before its request left. shisa run resume RUN asks the service what became of it; no account is written twice without having been seen to be unwritten. A rehearsal is only brought back and ended.")),
                entry(Text.of("After a violation (22)"), Text.of(
                        "Do not go on. shisa run report RUN names every account that lost what it should have kept, and who did it where the audit log says so. shisa undo RUN shows what comes back; with --execute it is brought back, through the same waves and gates.")),
                entry(Text.of("What an undo does not bring back"), Text.of(
                        "shisa run report RUN --keepsake prints, for each account, the request or the cmdlet that puts each part back by hand. The undo is promised until a day; shisa run show RUN tells which.")),
                entry(Text.of("A run that nobody wants to go on with or bring back"), Text.of(
                        "shisa run close RUN --reason TEXT. What it left stays as it is, and the tenant is open again.")),
                entry(Text.of("A journal or audit log that does not verify (20)"), Text.of(
                        "Keep the files as they are and find out who changed them: shisa audit verify. Nothing new is begun until a person has settled it. undo and halt still work on an audit log that does not verify.")),
                entry(Text.of("The tenant is closed, or another process works on it (11)"), Text.of(
                        "The refusal names the run or the process. Resume, undo or close that run, or wait with --lock-timeout SECONDS."))));
    }

    private static Topic environment() {
        return new Topic("environment", Text.of("Variables and folders"), List.of(
                new Paragraph(Text.of(
                        "Only what says where and how to look can stand in the environment. Any other variable that begins with SHISA_ is refused (2).")),
                entry("SHISA_TENANT", Text.of("The tenant, as --tenant.")),
                entry("SHISA_STORE", Text.of("The store, as --store.")),
                entry("SHISA_OUTPUT", Text.of("The form of the output, as -o.")),
                entry("SHISA_LANG",
                        Text.of("The language, as --lang. Without it LC_ALL, LC_MESSAGES and LANG decide.")),
                entry("SHISA_NO_INPUT", Text.of("Never ask, as --no-input.")),
                entry("SHISA_NO_COLOR", Text.of("No colour, as --no-color.")),
                entry("SHISA_SITE", Text.of("The folder of the site bundle; for a sandbox tenant only.")),
                entry("SHISA_READER_CLIENT_ID, SHISA_READER_CLIENT_SECRET", Text.of("The application that reads.")),
                entry("SHISA_WRITER_CLIENT_ID, SHISA_WRITER_CLIENT_SECRET", Text.of("The application that writes.")),
                entry(Text.of("store"), Text.of(
                        "${XDG_DATA_HOME:-$HOME/.local/share}/shisa, on Windows %LOCALAPPDATA%\\shisa: plans, runs, evidence, snapshots, approvals, the audit log.")),
                entry(Text.of("configuration"), Text.of(
                        "${XDG_CONFIG_HOME:-$HOME/.config}/shisa, on Windows %APPDATA%\\shisa: tenants.yaml with the profiles, and waivers.")),
                entry(Text.of("the machine's site bundle"),
                        Text.of("/etc/shisa, on Windows %ProgramData%\\shisa: what the owners of a tenant pin."))));
    }

    private static Entry entry(String term, Text meaning) {
        return new Entry(Text.verbatim(term), meaning);
    }

    private static Entry entry(Text term, Text meaning) {
        return new Entry(term, meaning);
    }
}

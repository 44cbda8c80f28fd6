package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.diag.ExitStatus;
import dev.shisa.powershell.PowerShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What stands in docs/ci and docs/runbooks for others to take over. */
class AutomationTest {
    private static final Path RUNBOOK = Path.of("docs/runbooks/remove-mailboxes.sh");

    @TempDir
    private Path folder = Path.of("");

    private int bash(List<String> words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("bash"));
        line.addAll(words);
        Process process = new ProcessBuilder(line).redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile()).start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it ends");
        return process.exitValue();
    }

    /** The runbook with a program in the place of shisa that ends with that code. */
    private String said(int code) throws IOException, InterruptedException {
        Path program = Files.writeString(folder.resolve("shisa"), "#!/bin/sh\nexit " + code + "\n");
        assertTrue(program.toFile().setExecutable(true));
        assertEquals(code, bash(List.of("-c", "PATH='" + folder + "':\"$PATH\" bash " + RUNBOOK
                + " accounts.txt 1@sgu.example")));
        return Files.readString(folder.resolve("out"));
    }

    @Test
    void theRunbookSaysSomethingOfItsOwnAboutEachExitCode() throws Exception {
        for (ExitStatus status : ExitStatus.values()) {
            if (status != ExitStatus.INTERNAL_ERROR) {
                String said = said(status.code());
                assertTrue(!said.isBlank() && !said.contains("A failure"), status + ": " + said);
            }
        }
        assertTrue(said(77).contains("A failure (exit code 77)"));
    }

    private static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(Files.readString(Path.of("docs/ci", file)));
    }

    private List<String> steps(JsonNode steps, String member) {
        List<String> scripts = new ArrayList<>();
        steps.forEach(step -> step.path(member).asStringOpt().ifPresent(scripts::add));
        return scripts;
    }

    /** Carries out the lines of a pipeline that call this program, and lets bash read all of them. */
    private void carriesOut(List<String> steps) throws IOException, InterruptedException {
        Pattern shisa = Pattern.compile("^\\./shisa (.*)$", Pattern.MULTILINE);
        TreeSet<String> run = new TreeSet<>();
        for (String step : steps) {
            assertEquals(0, bash(List.of("-n", "-c", step)), step);
            Matcher line = shisa.matcher(step);
            while (line.find()) {
                List<String> words = new ArrayList<>(List.of(line.group(1).replace(" smoke.", " " + folder + "/smoke.")
                        .split(" ")));
                run.add(words.getFirst());
                Shell.embedded(folder).run(words.toArray(String[]::new)).exits(0);
            }
        }
        assertEquals(new TreeSet<>(List.of("catalog", "smoke")), run);
        assertTrue(Files.size(folder.resolve("smoke.xml")) > 0);
    }

    @Test
    void theStepsOfTheWorkflowAreCommandLinesThatThisBuildKnows() throws Exception {
        carriesOut(steps(yaml("github-actions.yml").path("jobs").path("smoke").path("steps"), "run"));
    }

    @Test
    void theStepsOfThePipelineAreToo() throws Exception {
        carriesOut(steps(yaml("azure-pipelines.yml").path("jobs").get(0).path("steps"), "bash"));
    }

    @Test
    void theLineOfTheCrontabIsUnderstood() throws Exception {
        String line = Files.readAllLines(Path.of("docs/ci/crontab")).stream().filter(one -> !one.startsWith("#"))
                .findFirst().orElseThrow().replaceFirst("^(\\S+ ){5}", "");
        assertEquals(0, bash(List.of("-n", "-c", line)), line);
        List<String> words = List.of(line.replaceFirst("^shisa ", "").replaceFirst(" >.*", "")
                .replace("\"$HOME/smoke.xml\"", folder + "/smoke.xml").split(" "));
        Shell.embedded(folder).raw(words).exits(2).tells("staging");
    }

    /** No PowerShell is at hand; the reader of the linter is, and the numbers are held to the exit codes. */
    @Test
    void theRunbookForPowerShellCanBeReadAndKnowsEveryExitCode() throws Exception {
        String text = Files.readString(Path.of("docs/runbooks/Remove-Mailboxes.ps1"));
        assertEquals(List.of(), PowerShell.parse(text).problems());
        TreeSet<Integer> known = new TreeSet<>();
        Matcher branch = Pattern.compile("^    (?:(\\d+)|\\{ \\$_ -in ([\\d, ]+) \\}) \\{", Pattern.MULTILINE)
                .matcher(text);
        while (branch.find()) {
            Pattern.compile("\\d+").matcher(branch.group()).results()
                    .forEach(code -> known.add(Integer.valueOf(code.group())));
        }
        TreeSet<Integer> all = new TreeSet<>();
        Arrays.stream(ExitStatus.values()).filter(status -> status != ExitStatus.INTERNAL_ERROR)
                .forEach(status -> all.add(status.code()));
        assertEquals(all, known);
    }

    @Test
    void aWrapperIsToldWhetherAnOptionIsKnown() {
        Shell shell = Shell.embedded(folder);
        shell.json("catalog", "check-option", "mailbox", "remove", "keep-identity").exits(0);
        shell.json("catalog", "check-option", "smoke", "junit").exits(0);
        shell.json("catalog", "check-option", "tenant").exits(0);
        shell.json("catalog", "check-option", "mailbox", "remove", "keep-identities").exits(2);
        shell.json("catalog", "check-option", "mailbox", "shred", "keep-identity").exits(2);
    }
}

package dev.shisa.bench;

import dev.shisa.sandbox.SandboxRefused;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A smoke check of a tenant that does something else than it is told, from the first written account on: which of them are red. */
final class SmokeMisbehaviours {
    private static final List<String> KINDS = List.of("identity-lost", "new-mailbox", "address-lost",
            "other-account-hit", "password-reset", "nothing-done");

    private SmokeMisbehaviours() {
    }

    public static void main(String[] arguments) throws IOException, SandboxRefused {
        Settings settings = Settings.read(arguments, Set.of("seed", "kind"), Set.of());
        List<String> kinds = settings.text("kind").map(text -> Arrays.asList(text.split(","))).orElse(KINDS);
        System.out.printf(Locale.ROOT, "%-18s %5s %6s %5s %8s%n", "misbehaviour", "exit", "green", "red", "skipped");
        int red = 0;
        for (String kind : kinds) {
            try (BenchTenant tenant = BenchTenant.serve(settings.text("seed").orElse("small"), Optional.empty())) {
                tenant.faults("[{\"misbehave\":\"" + kind + "\",\"from\":1}]");
                Terminal.Ended ended = tenant.terminal().type("smoke");
                System.out.printf(Locale.ROOT, "%-18s %5d %6d %5d %8d%n", kind, ended.code(), count(ended, "green"),
                        count(ended, "red"), count(ended, "skipped"));
                red += ended.code() == 14 ? 1 : 0;
            }
        }
        System.out.println("red " + red + " of " + kinds.size());
        System.exit(red == kinds.size() ? 0 : 1);
    }

    private static long count(Terminal.Ended ended, String result) {
        return ended.lines().stream().filter(line -> line.path("type").asString("").equals("check"))
                .filter(line -> line.path("result").asString("").equals(result)).count();
    }
}

package dev.shisa.bench;

import dev.shisa.sandbox.SandboxRefused;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A tenant that does something else than it is told, from the k-th written account on: who is harmed, and who is told of it. */
final class Misbehaviours {
    private static final List<String> KINDS = List.of("identity-lost", "new-mailbox", "address-lost",
            "other-account-hit", "password-reset", "nothing-done");
    private static final List<String> FROM = List.of("1", "2", "11", "60", "500");

    private Misbehaviours() {
    }

    public static void main(String[] arguments) throws IOException, SandboxRefused {
        Settings settings = Settings.read(arguments, Set.of("targets", "seed", "kind", "k"), Set.of());
        System.out.println(MisbehaviourCase.Row.HEAD);
        int cases = 0;
        int violations = 0;
        for (String kind : list(settings, "kind", KINDS)) {
            for (String from : list(settings, "k", FROM)) {
                MisbehaviourCase.Row row = new MisbehaviourCase(kind, Integer.parseInt(from),
                        settings.text("seed").orElse("sgu"), settings.number("targets", 700)).play();
                System.out.println(row.line());
                row.violations().stream().limit(5).forEach(violation -> System.out.println("    " + violation));
                cases++;
                violations += row.violations().size();
            }
        }
        System.out.println("cases " + cases + ", violations " + violations);
        System.exit(violations == 0 ? 0 : 1);
    }

    private static List<String> list(Settings settings, String name, List<String> usual) {
        return settings.text(name).map(text -> Arrays.asList(text.split(","))).orElse(usual);
    }
}

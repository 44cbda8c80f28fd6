package dev.shisa;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The package table of ARCHITECTURE.md as rules, each with its reason. The root is handed in, so that a wrong tree can be tried as well. */
final class Architecture {
    /** A package imports only from packages before it. */
    static final List<String> ROWS = List.of("text", "diag", "account", "yaml", "signature", "catalog", "judge",
            "store",
            "keepsake",
            "tenant",
            "site", "graph",
            "exchange", "snapshot", "plan", "evidence", "policy", "approval", "journal", "execute", "rehearsal", "run",
            "audit", "report", "operation", "document", "powershell", "lint", "sandbox", "notify", "manual", "cli");

    /** Why a package sees less than all rows above it, and which ones it sees. */
    private static final Map<String, Set<String>> NARROW = Map.ofEntries(entry("judge", "text", "account", "catalog"),
            entry("store"), entry("keepsake", "text", "account", "catalog", "store"),
            entry("exchange", "text", "diag", "account", "keepsake", "tenant", "site"), entry("sandbox"),
            entry("lint", "diag", "account", "yaml", "catalog", "document", "powershell"), entry("yaml"),
            entry("audit", "store"), entry("signature"), entry("document"), entry("powershell"),
            entry("notify", "text", "yaml", "site"), entry("manual", "diag", "text"));

    private static final Map<String, Set<String>> BLIND = Map.of("graph", Set.of("exchange"), "exchange",
            Set.of("graph"));

    private final String root;
    private final Map<String, ArchRule> rules = new LinkedHashMap<>();

    private Architecture(String root) {
        this.root = root;
    }

    /** Every rule by its name. */
    static Map<String, ArchRule> rules(String root) {
        Architecture architecture = new Architecture(root);
        architecture.rows();
        architecture.sandboxIsAlone();
        architecture.libraries();
        architecture.writing();
        architecture.purity();
        architecture.surroundings();
        return Map.copyOf(architecture.rules);
    }

    private void rows() {
        for (String row : ROWS) {
            List<String> forbidden = new ArrayList<>();
            ROWS.stream().filter(other -> !other.equals(row) && !maySee(row, other)).map(this::tree)
                    .forEach(forbidden::add);
            if (!forbidden.isEmpty()) {
                add("row " + row, noClasses().that().resideInAPackage(tree(row)).should().dependOnClassesThat()
                        .resideInAnyPackage(forbidden.toArray(String[]::new))
                        .because("what is below can change without " + row + " noticing, and what " + row
                                + " says does not depend on who asks"));
            }
        }
    }

    private static Map.Entry<String, Set<String>> entry(String row, String... seen) {
        return Map.entry(row, Set.of(seen));
    }

    private static boolean maySee(String row, String other) {
        if (NARROW.containsKey(row)) {
            return NARROW.get(row).contains(other);
        }
        return ROWS.indexOf(other) < ROWS.indexOf(row) && !BLIND.getOrDefault(row, Set.of()).contains(other);
    }

    private void sandboxIsAlone() {
        add("nobody sees the sandbox", noClasses().that().resideOutsideOfPackages(tree("sandbox"), tree("cli")).should()
                .dependOnClassesThat().resideInAPackage(tree("sandbox"))
                .because("program and simulated tenant meet on the wire, so they cannot share a misunderstanding"));
        add("store knows no domain", noClasses().that().resideInAPackage(tree("store")).should()
                .dependOnClassesThat(resideOutsideOfPackages("java..", "tools.jackson..", "com.fasterxml.jackson..",
                        "org.jspecify..", tree("store")))
                .because("what is kept on disk must be readable whatever becomes of the domain's types"));
    }

    private void libraries() {
        library("graph", "the SDK retries, hides bodies and signs in by itself, so one package alone has to know how",
                "com.microsoft..", "com.azure..", "okhttp3..", "okio..", "com.netflix..");
        library("cli", "what is typed and what is drawn is decided at the edge", "picocli..", "org.jline..");
        library("sandbox", "the product opens no port and makes no certificate", "org.eclipse.jetty..",
                "org.bouncycastle..");
        library("snapshot", "only snapshots are large enough to be compressed", "io.airlift..");
        library("yaml", "what is wrong with a file is said in one voice", "com.networknt..", "org.snakeyaml..");
        library("document",
                "readers of formats that others own fail in their own ways, and one package has to bound them",
                "org.commonmark..", "org.jsoup..", "org.apache.poi..", "org.apache.pdfbox..", "org.apache.fontbox..",
                "org.apache.xmlbeans..", "org.openxmlformats..");
        library("policy", "an expression that decides is evaluated in one place", "dev.cel..");
    }

    private void library(String owner, String why, String... packages) {
        add("libraries of " + owner, noClasses().that().resideOutsideOfPackage(tree(owner)).should()
                .dependOnClassesThat().resideInAnyPackage(packages).because(why));
    }

    private void writing() {
        String writer = root + ".tenant.TenantWriter";
        add("one place writes",
                noClasses().that().resideOutsideOfPackages(tree("execute"), tree("tenant"), tree("graph")).should()
                        .callMethodWhere(new CallOf("a write to the tenant", writer, Set.of("apply")))
                        .because("nobody else has a durable intent in hand when a request leaves"));
        add("few hold a writer",
                noClasses().that()
                        .resideOutsideOfPackages(tree("operation"), tree("rehearsal"), tree("run"), tree("execute"),
                                tree("tenant"), tree("graph"))
                        .should().dependOnClassesThat().haveFullyQualifiedName(writer)
                        .because("whoever never sees a writer cannot write by mistake"));
    }

    private void purity() {
        DescribedPredicate<JavaClass> pure = resideInAnyPackage(tree("account"), tree("catalog"), tree("judge"),
                tree("keepsake"), tree("plan"), tree("evidence"), tree("journal"), tree("signature"), tree("approval"),
                tree("document"))
                .and(isNot(root + ".catalog.CatalogLoader", root + ".journal.Journal",
                        root + ".keepsake.KeepsakeLog", root + ".approval.ApprovalFolder",
                        root + ".approval.SigningProcess"));
        add("pure packages touch no file and no network",
                noClasses().that(pure).should().dependOnClassesThat().resideInAnyPackage("java.nio.file..",
                        "java.nio.channels..", "java.net..")
                        .because("the same values must always give the same answer"));
        add("pure packages ask no clock", noClasses().that(pure).should()
                .callMethodWhere(new CallOf("a clock", "java.", Set.of("now", "currentTimeMillis", "nanoTime",
                        "systemUTC", "systemDefaultZone", "tick")))
                .because("time is handed in, else a judgement could not be made again"));
    }

    private void surroundings() {
        add("names say something", noClasses().should().haveSimpleNameEndingWith("Util").orShould()
                .haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameEndingWith("Helper").orShould()
                .haveSimpleNameEndingWith("Helpers").orShould().haveSimpleNameEndingWith("Manager").orShould()
                .haveSimpleNameEndingWith("Data").orShould().haveSimpleNameEndingWith("Common")
                .because("a class with such a name has no reason of its own to change"));
        add("one way to log", noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..")
                .because("what one logger leaves out for secrecy another would print"));
        add("only the edge prints", noClasses().that().resideOutsideOfPackage(tree("cli")).should()
                .accessField(System.class, "out").orShould().accessField(System.class, "err")
                .because("stdout carries data that other programs read"));
        add("only clocks sleep",
                noClasses().that(resideOutsideOfPackages(tree("sandbox"))
                        .and(isNot(root + ".execute.Timer", root + ".tenant.Waiter"))).should()
                        .callMethodWhere(new CallOf("a sleep", "java.lang.Thread", Set.of("sleep")))
                        .because("a wait that a test cannot move is a wait that nobody tests"));
    }

    private void add(String name, ArchRule rule) {
        rules.put(name, rule.allowEmptyShould(true));
    }

    private String tree(String row) {
        return root + "." + row + "..";
    }

    /** Not one of these classes, nor one nested in them. */
    private static DescribedPredicate<JavaClass> isNot(String... names) {
        return DescribedPredicate.describe("are not " + List.of(names),
                type -> List.of(names).stream()
                        .noneMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + "$")));
    }

    /** A call of one of these methods on a type whose name begins so. */
    private static final class CallOf extends DescribedPredicate<JavaCall<?>> {
        private final String owner;
        private final Set<String> methods;

        CallOf(String what, String owner, Set<String> methods) {
            super(what);
            this.owner = owner;
            this.methods = methods;
        }

        @Override
        public boolean test(JavaCall<?> call) {
            return methods.contains(call.getName())
                    && (call.getTargetOwner().getName().startsWith(owner) || call.getTargetOwner()
                            .getAllRawInterfaces().stream().anyMatch(type -> type.getName().equals(owner)));
        }
    }
}

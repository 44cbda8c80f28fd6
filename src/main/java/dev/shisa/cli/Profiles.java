package dev.shisa.cli;

import dev.shisa.text.Text;
import dev.shisa.plan.Visible;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.graph.ClientCredential;
import dev.shisa.graph.GraphConnection;
import dev.shisa.site.Site;
import dev.shisa.store.SealedObject;
import dev.shisa.yaml.SchemaCheck;
import dev.shisa.yaml.YamlDocument;
import dev.shisa.yaml.YamlFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tenants by name, from {@code tenants.yaml} in the configuration folder. No secret stands in it. For example
 *
 * <pre>
 * format_version: "1.0"
 * tenants:
 *   contoso:
 *     tenant_id: 11111111-2222-4333-8444-555555555555
 *     graph: https://graph.microsoft.com/v1.0
 *     login: https://login.microsoftonline.com
 * </pre>
 */
final class Profiles {
    private final Environment environment;

    Profiles(Environment environment) {
        this.environment = environment;
    }

    /** The names of all profiles. */
    List<String> names() throws RefusedException {
        List<String> names = new ArrayList<>();
        read().ifPresent(tenants -> names.addAll(tenants.propertyNames()));
        return names;
    }

    /**
     * The tenant a command line means.
     *
     * @param asked what {@code --tenant} says, if anything
     */
    TenantChoice choose(Optional<String> asked) throws RefusedException {
        if (asked.isEmpty()) {
            if (!names().isEmpty()) {
                throw usage(Text.of("There are tenant profiles, so the tenant has to be named."),
                        Text.of("Say --tenant with one of: {0}.", choices()));
            }
            return new TenantChoice.Embedded();
        }
        if (asked.get().equals("sandbox")) {
            return new TenantChoice.Embedded();
        }
        return asked.get().startsWith("https://") || asked.get().startsWith("http://")
                ? served(asked.get())
                : named(asked.get());
    }

    /** Why that name means no tenant at all; empty where it may mean one, or where nobody can tell because the file cannot be read. */
    Optional<Diagnostic> unknown(String asked) {
        try {
            boolean other = asked.equals("sandbox") || asked.startsWith("https://") || asked.startsWith("http://");
            return other || names().contains(asked) ? Optional.empty() : Optional.of(unknownName(asked));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private Diagnostic unknownName(String name) throws RefusedException {
        return Diagnostic
                .refusal(ExitStatus.USAGE,
                        Text.of("There is no tenant profile named {0}.{1}", Visible.escape(name), Visible.hint(name)))
                .remedy(Text.of("Write it into {0}, or name one of: {1}.", file(), choices()));
    }

    private String choices() throws RefusedException {
        List<String> choices = new ArrayList<>(List.of("sandbox"));
        choices.addAll(names());
        return String.join(", ", choices);
    }

    private TenantChoice named(String name) throws RefusedException {
        Optional<JsonNode> profile = read().map(tenants -> tenants.path(name)).filter(JsonNode::isObject);
        if (profile.isEmpty()) {
            throw new RefusedException(unknownName(name));
        }
        JsonNode node = profile.get();
        try {
            return new TenantChoice.Reached(
                    new GraphConnection(URI.create(text(node, "graph")), URI.create(text(node, "login")),
                            text(node, "tenant_id"), credential("READER"), credential("WRITER"), Optional.empty()));
        } catch (IllegalArgumentException | JacksonException e) {
            throw usage(Text.of("The profile {0} cannot be used: {1}", name, String.valueOf(e.getMessage())),
                    Text.of("Mend it in {0}.", file()));
        }
    }

    private ClientCredential credential(String role) throws RefusedException {
        String id = "SHISA_" + role + "_CLIENT_ID";
        String secret = "SHISA_" + role + "_CLIENT_SECRET";
        if (environment.get(id).isEmpty() || environment.get(secret).isEmpty()) {
            throw usage(Text.of("The {0} has no credential.", role.toLowerCase(Locale.ROOT)),
                    Text.of("Set {0} and {1}.", id, secret));
        }
        return new ClientCredential(environment.get(id).get(), environment.get(secret).get());
    }

    /** A served sandbox tenant: its descriptor lies in the state folder of the person who serves it. */
    private TenantChoice served(String address) throws RefusedException {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw usage(Text.of("This is not an address: {0}", address), Text.of("Write https://127.0.0.1:PORT."));
        }
        if (!Site.isLoopback(uri)) {
            throw usage(Text.of("Only a served sandbox on this machine needs no profile."),
                    Text.of("Write a profile into {0}.", file()));
        }
        Path descriptor = environment.stateFolder().resolve("sandboxes").resolve(uri.getPort() + ".json");
        try {
            GraphConnection connection = connection(Files.readString(descriptor));
            if (!Site.isSandbox(connection.tenantId(), connection.graph()) || !Site.isLoopback(connection.login())) {
                throw new IllegalArgumentException("it tells of no sandbox tenant on this machine");
            }
            return new TenantChoice.Reached(connection);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new RefusedException(
                    Diagnostic.refusal(ExitStatus.UNREACHABLE, Text.of("No sandbox tenant is served at {0}.", address))
                            .contrast(Text.of("its descriptor at {0}", descriptor),
                                    Text.verbatim(String.valueOf(e.getMessage())))
                            .remedy(Text.of("Serve one: shisa sandbox serve --port {0}.", uri.getPort())));
        }
    }

    /** The connection that a sandbox's descriptor tells. */
    static GraphConnection connection(String descriptor) {
        JsonNode node = JsonMapper.builder().build().readTree(descriptor);
        return new GraphConnection(URI.create(text(node, "graph")), URI.create(text(node, "login")),
                text(node, "tenant_id"),
                credential(node.required("reader")), credential(node.required("writer")),
                Optional.of(Path.of(text(node, "ca"))));
    }

    private static ClientCredential credential(JsonNode node) {
        return new ClientCredential(text(node, "client_id"), text(node, "client_secret"));
    }

    /** All profiles; none where there is no file. A file of which nobody can say that it is not there is read, and refused when that fails. */
    private Optional<JsonNode> read() throws RefusedException {
        if (Files.notExists(file())) {
            return Optional.empty();
        }
        YamlFile opened = YamlFile.open(file(), YamlDocument.Plain.TEXTS);
        opened.document()
                .ifPresent(root -> SchemaCheck.check(root, opened.findings(), Profiles.class, "tenants.schema.json"));
        if (!opened.findings().isEmpty()) {
            throw new RefusedException(opened.findings().sorted().stream()
                    .map(mistake -> Diagnostic
                            .refusal(ExitStatus.USAGE,
                                    Text.of("The list of tenants has a mistake: {0}", mistake.render()))
                            .remedy(Text.of("Mend {0}.", file())))
                    .toList());
        }
        return opened.document().map(root -> root.path("tenants"));
    }

    private Path file() {
        return environment.configurationFolder().resolve("tenants.yaml");
    }

    private static String text(JsonNode node, String member) {
        return SealedObject.text(node.required(member));
    }

    private static RefusedException usage(Text summary, Text remedy) {
        return new RefusedException(Diagnostic.refusal(ExitStatus.USAGE, summary).remedy(remedy));
    }
}

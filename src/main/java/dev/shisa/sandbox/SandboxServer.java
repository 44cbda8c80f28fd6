package dev.shisa.sandbox;

import dev.shisa.sandbox.audit.AuditPolicy;
import dev.shisa.sandbox.control.ControlService;
import dev.shisa.sandbox.control.RequestLog;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.DirectoryContent;
import dev.shisa.sandbox.exchange.ExchangeService;
import dev.shisa.sandbox.fault.FaultDesk;
import dev.shisa.sandbox.graph.GraphService;
import dev.shisa.sandbox.life.LifeSettings;
import dev.shisa.sandbox.login.Application;
import dev.shisa.sandbox.login.Audiences;
import dev.shisa.sandbox.login.LoginService;
import dev.shisa.sandbox.login.Tokens;
import dev.shisa.sandbox.state.PrivateFiles;
import dev.shisa.sandbox.state.StateRefused;
import dev.shisa.sandbox.wire.Asked;
import dev.shisa.sandbox.wire.HttpFront;
import dev.shisa.sandbox.wire.Reply;
import dev.shisa.sandbox.wire.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A running sandbox tenant: the wire protocols of Microsoft Graph and Exchange Online on the loopback interface, with sign-in. It listens from
 * {@link #start} to {@link #close}. Thread-safe.
 */
public final class SandboxServer implements AutoCloseable {

    /** The one tenant id of all seeds. */
    public static final String TENANT_ID = "5a15a000-c0de-4a7e-8000-00000000feed";

    private final Tenant tenant;
    private final HttpFront front;
    private final SandboxDescriptor descriptor;
    private final Path descriptorFile;
    private final Optional<Path> authorityFolder;

    private SandboxServer(Tenant tenant, HttpFront front, SandboxDescriptor descriptor, Path descriptorFile,
            Optional<Path> authorityFolder) {
        this.tenant = tenant;
        this.front = front;
        this.descriptor = descriptor;
        this.descriptorFile = descriptorFile;
        this.authorityFolder = authorityFolder;
    }

    /**
     * Starts a tenant; it answers when this returns.
     *
     * @throws SandboxRefused when the state is held by another process or damaged, or the port is taken
     */
    public static SandboxServer start(SandboxSettings settings) throws SandboxRefused {
        Tenant tenant = null;
        HttpFront front = null;
        try {
            tenant = Tenant.open(settings);
            Dispatch dispatch = new Dispatch();
            front = new HttpFront(tenant.keys().tls(), settings.port(), settings.plain(), dispatch,
                    tenant.directory().clock()::now);
            front.start();
            dispatch.to(services(tenant, front, settings));
            return describe(tenant, front, settings);
        } catch (StateRefused refused) {
            release(tenant, front);
            throw new SandboxRefused(String.valueOf(refused.getMessage()), refused);
        } catch (IOException | GeneralSecurityException failure) {
            release(tenant, front);
            throw new SandboxRefused("The sandbox could not be started: " + failure.getMessage(), failure);
        }
    }

    private static void release(@Nullable Tenant tenant, @Nullable HttpFront front) {
        if (front != null) {
            front.close();
        }
        if (tenant != null) {
            tenant.close();
        }
    }

    private static Services services(Tenant tenant, HttpFront front, SandboxSettings settings) {
        Directory directory = tenant.directory();
        Audiences audiences = new Audiences(front.securePort(), front.plainPort());
        Tokens tokens = new Tokens(TENANT_ID, tenant.credentials().all(), directory.clock(),
                tenant.keys()::tokenKey);
        FaultDesk faults = new FaultDesk(settings.faults(), directory.content().users().size());
        RequestLog log = new RequestLog();
        DirectoryContent content = directory.content();
        return new Services(
                new LoginService(TENANT_ID, Set.of(content.defaultDomain(), content.initialDomain()), tokens,
                        audiences, directory.clock()),
                new ControlService(directory, log, faults, tenant::advance),
                new GraphService(directory, TENANT_ID, tokens, audiences.graph(), faults, log, audit(settings),
                        front::pause),
                new ExchangeService(directory, TENANT_ID, tokens, audiences.exchange(), faults, front::pause));
    }

    private static AuditPolicy audit(SandboxSettings settings) {
        return settings.life().map(LifeSettings::audit)
                .map(audit -> new AuditPolicy(audit.delay(), audit.silent())).orElse(AuditPolicy.PROMPT);
    }

    private static SandboxServer describe(Tenant tenant, HttpFront front, SandboxSettings settings)
            throws IOException {
        String origin = "https://127.0.0.1:" + front.securePort();
        PrivateFiles.folder(settings.descriptorFolder());
        Optional<Path> own = settings.state().isPresent()
                ? Optional.empty()
                : Optional.of(settings.descriptorFolder().resolve(String.valueOf(front.securePort())));
        Path authority = settings.state().or(() -> own).orElseThrow().resolve("ca.pem").toAbsolutePath();
        if (own.isPresent()) {
            PrivateFiles.folder(own.get());
            PrivateFiles.write(authority, tenant.keys().authorityPem());
        }
        Optional<URI> plain = front.plainPort() == 0
                ? Optional.empty()
                : Optional.of(URI.create("http://127.0.0.1:" + front.plainPort() + "/v1.0"));
        SandboxDescriptor descriptor = new SandboxDescriptor(URI.create(origin + "/v1.0"), URI.create(origin),
                authority, TENANT_ID, client(tenant.credentials().everything()),
                client(tenant.credentials().reader()), client(tenant.credentials().writer()), plain);
        Path file = settings.descriptorFolder().resolve(front.securePort() + ".json");
        PrivateFiles.write(file, descriptor.toJson() + "\n");
        return new SandboxServer(tenant, front, descriptor, file, own);
    }

    private static SandboxDescriptor.Client client(Application application) {
        return new SandboxDescriptor.Client(application.clientId(), application.clientSecret());
    }

    /** How to reach this tenant. */
    public SandboxDescriptor descriptor() {
        return descriptor;
    }

    /** Stops listening, gives the state folder free and takes the descriptor away. */
    @Override
    public void close() {
        front.close();
        tenant.close();
        try {
            Files.deleteIfExists(descriptorFile);
            if (authorityFolder.isPresent()) {
                Files.deleteIfExists(descriptor.authority());
                Files.deleteIfExists(authorityFolder.get());
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException("the descriptor " + descriptorFile + " could not be removed",
                    failure);
        }
    }

    /** The four services behind one port. */
    private record Services(LoginService login, ControlService control, GraphService graph, ExchangeService exchange) {
    }

    /** Sends each request to its service. The services know their port, so they come after it. */
    private static final class Dispatch implements Service {

        private volatile @Nullable Services services;

        void to(Services ready) {
            services = ready;
        }

        @Override
        public Reply answer(Asked asked) {
            Services ready = services;
            if (ready == null) {
                return new Reply.Cut();
            }
            if (asked.rawPath().startsWith("/sandbox/")) {
                return ready.control().answer(asked);
            }
            if (ExchangeService.owns(asked.rawPath())) {
                return ready.exchange().answer(asked);
            }
            return LoginService.owns(asked.rawPath()) ? ready.login().answer(asked) : ready.graph().answer(asked);
        }
    }
}

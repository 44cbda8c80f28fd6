package dev.shisa.graph;

import dev.shisa.text.Text;
import dev.shisa.tenant.SignIn;
import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.ClientSecretCredentialBuilder;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Signs in with a client secret through azure-identity. The credential caches its tokens for good, so a token that the service refused is
 * only got rid of together with the credential object.
 */
final class AzureSignIn implements SignIn {
    private static final Set<String> MICROSOFT = Set.of("login.microsoftonline.com", "login.microsoftonline.us",
            "login.chinacloudapi.cn", "login.partner.microsoftonline.cn");
    private static final Pattern CODE = Pattern.compile("AADSTS\\d+");
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final GraphConnection connection;
    private final ClientCredential application;
    private final OkHttpClient client;
    private final String scope;
    private @Nullable TokenCredential credential;
    private @Nullable AccessToken token;

    /** Signs in for Graph. */
    AzureSignIn(GraphConnection connection, ClientCredential application, OkHttpClient client) {
        this(connection, application, client,
                connection.graph().getScheme() + "://" + connection.graph().getAuthority() + "/.default");
    }

    /** Signs in for the resource of that scope. */
    AzureSignIn(GraphConnection connection, ClientCredential application, OkHttpClient client, String scope) {
        this.connection = connection;
        this.application = application;
        this.client = client;
        this.scope = scope;
    }

    @Override
    public synchronized String token() throws TenantFailure {
        AccessToken held = token;
        if (held == null
                || held.getExpiresAt().isBefore(OffsetDateTime.now(held.getExpiresAt().getOffset()).plus(MARGIN))) {
            held = fetch();
            token = held;
        }
        return held.getToken();
    }

    @Override
    public synchronized void forget(String refused) {
        if (token != null && token.getToken().equals(refused)) {
            token = null;
            credential = null;
        }
    }

    private AccessToken fetch() throws TenantFailure {
        TokenCredential held = credential;
        if (held == null) {
            held = build();
            credential = held;
        }
        try {
            AccessToken fetched = held.getTokenSync(new TokenRequestContext().addScopes(scope));
            if (fetched == null || fetched.getToken() == null || fetched.getToken().isBlank()) {
                throw new TenantFailure(Reason.MALFORMED, Text.of("The sign-in gave an empty token."));
            }
            return fetched;
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    private TokenCredential build() {
        ClientSecretCredentialBuilder builder = new ClientSecretCredentialBuilder().tenantId(connection.tenantId())
                .clientId(application.clientId()).clientSecret(application.secret())
                .authorityHost(connection.login().toString())
                .retryOptions(new RetryOptions(new FixedDelayOptions(2, Duration.ofMillis(500))))
                .httpClient(new OkHttpAsyncHttpClientBuilder(client).build());
        if (!MICROSOFT.contains(connection.login().getHost().toLowerCase(Locale.ROOT))) {
            builder.disableInstanceDiscovery();
        }
        return builder.build();
    }

    /** The exceptions' own texts are long and carry whole answers, so only the service's code goes into the sentence. */
    private TenantFailure failure(RuntimeException fault) {
        String application = "The sign-in of application " + this.application.clientId() + " at " + connection.login();
        Optional<String> code = Optional.empty();
        boolean noAnswer = false;
        boolean refused = false;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            Matcher matcher = CODE.matcher(String.valueOf(cause.getMessage()));
            code = code.isEmpty() && matcher.find() ? Optional.of(matcher.group()) : code;
            noAnswer |= cause instanceof IOException;
            refused |= cause instanceof ClientAuthenticationException;
        }
        if (code.isPresent()) {
            return new TenantFailure(Reason.SIGN_IN_REFUSED,
                    Text.of("{0} was refused ({1}).", application, code.get()));
        }
        if (refused && !noAnswer) {
            return new TenantFailure(Reason.SIGN_IN_REFUSED, Text.of("{0} was refused.", application));
        }
        return new TenantFailure(Reason.UNREACHABLE,
                Text.of("{0} got no answer that can be used ({1}).", application, rootName(fault)));
    }

    private static String rootName(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}

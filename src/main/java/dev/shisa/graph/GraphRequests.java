package dev.shisa.graph;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestHeaders;
import com.microsoft.kiota.RequestInformation;
import dev.shisa.account.AccountId;
import dev.shisa.catalog.WireCall;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** The requests of this adapter, made by the SDK's builders. Each call makes a new one. */
final class GraphRequests {
    private static final int LARGEST_PAGE = 999;
    /** The SDK's builder says graph.user, which only services know that know the SDK. */
    private static final String DELETED_USERS = "/directory/deletedItems/microsoft.graph.user";
    private static final String REFERENCE = "\"@odata.id\":\"";
    private static final String[] ONLY_ID = {"id"};

    private final GraphServiceClient client;
    private final URI base;

    GraphRequests(GraphServiceClient client, URI base) {
        this.client = client;
        this.base = base;
    }

    RequestInformation organization() {
        return client.organization().toGetRequestInformation(r -> {
            if (r.queryParameters != null) {
                r.queryParameters.select = new String[]{"id", "verifiedDomains"};
            }
        });
    }

    RequestInformation subscribedSkus() {
        return client.subscribedSkus().toGetRequestInformation();
    }

    RequestInformation users(String[] select, Optional<String> filter) {
        return client.users().toGetRequestInformation(r -> {
            eventual(r.headers);
            if (r.queryParameters != null) {
                r.queryParameters.select = select;
                r.queryParameters.top = LARGEST_PAGE;
                r.queryParameters.count = true;
                filter.ifPresent(f -> r.queryParameters.filter = f);
            }
        });
    }

    RequestInformation matching(String filter) {
        return users(ONLY_ID, Optional.of(filter));
    }

    RequestInformation user(AccountId id) {
        return client.users().byUserId(id.value()).toGetRequestInformation(r -> {
            if (r.queryParameters != null) {
                r.queryParameters.select = UserProperties.forUser();
            }
        });
    }

    RequestInformation userCount() {
        return client.users().count().toGetRequestInformation(r -> eventual(r.headers));
    }

    RequestInformation deletedUsers() {
        return follow(base + DELETED_USERS + "?$count=true&$top=" + LARGEST_PAGE + "&$select="
                + String.join(",", UserProperties.forDeletedUser()));
    }

    RequestInformation deletedUserCount() {
        RequestInformation request = follow(base + DELETED_USERS + "/$count");
        request.headers.remove("Accept");
        request.headers.tryAdd("Accept", "text/plain");
        return request;
    }

    RequestInformation deletedUser(AccountId id) {
        return client.directory().deletedItems().byDirectoryObjectId(id.value()).toGetRequestInformation(r -> {
            if (r.queryParameters != null) {
                r.queryParameters.select = UserProperties.forDeletedUser();
            }
        });
    }

    /** The SDK's builder has no parameter for a delta token, so this address is written out. */
    RequestInformation deltaFromNow() {
        return follow(base + "/users/delta?$deltatoken=latest&$select=" + String.join(",", UserProperties.forUser()));
    }

    RequestInformation roleAssignments() {
        return client.roleManagement().directory().roleAssignments().toGetRequestInformation();
    }

    RequestInformation roleEligibilities() {
        return client.roleManagement().directory().roleEligibilitySchedules().toGetRequestInformation();
    }

    RequestInformation audits(Instant since) {
        return client.auditLogs().directoryAudits().toGetRequestInformation(r -> {
            if (r.queryParameters != null) {
                r.queryParameters.filter = "activityDateTime ge " + since;
                r.queryParameters.top = LARGEST_PAGE;
            }
        });
    }

    RequestInformation health() {
        return client.admin().serviceAnnouncement().healthOverviews().toGetRequestInformation();
    }

    RequestInformation transitiveMembers(String groupId) {
        return follow(base + "/groups/" + groupId + "/transitiveMembers?$select=id&$top=" + LARGEST_PAGE);
    }

    RequestInformation owners(String groupId) {
        return follow(base + "/groups/" + groupId + "/owners?$select=id&$top=" + LARGEST_PAGE);
    }

    /** A link of the service, to the letter. */
    RequestInformation follow(String link) {
        RequestInformation request = client.users().withUrl(link).toGetRequestInformation();
        eventual(request.headers);
        return request;
    }

    RequestInformation batch(byte[] body) {
        RequestInformation request = at(HttpMethod.POST, "/$batch");
        request.setStreamContent(new ByteArrayInputStream(body), "application/json");
        request.headers.tryAdd("Accept", "application/json");
        return request;
    }

    /** The body of a write. A reference to another object stands in it without the address of the service, which the service wants to see. */
    Optional<byte[]> body(WireCall call) {
        return call.body().map(body -> call.path().endsWith("/$ref") ? body.replace(REFERENCE, REFERENCE + base) : body)
                .map(body -> body.getBytes(StandardCharsets.UTF_8));
    }

    /** A request of the catalog, or of a way back. */
    RequestInformation write(HttpMethod method, String path, Optional<byte[]> body) {
        RequestInformation request = at(method, path);
        request.headers.tryAdd("Accept", "application/json");
        body.ifPresent(b -> request.setStreamContent(new ByteArrayInputStream(b), "application/json"));
        return request;
    }

    private RequestInformation at(HttpMethod method, String path) {
        RequestInformation request = new RequestInformation();
        request.httpMethod = method;
        request.setUri(URI.create(base + path));
        return request;
    }

    private static void eventual(RequestHeaders headers) {
        headers.tryAdd("ConsistencyLevel", "eventual");
    }
}

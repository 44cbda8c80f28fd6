package dev.shisa.sandbox.exchange;

import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.JsonValues;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of InvokeCommand. */
final class ExchangeReplies {

    private static final String JSON = "application/json;odata.metadata=minimal;odata.streaming=true";
    private static final int NOTHING = 512;

    private ExchangeReplies() {
    }

    static Answer page(String address, Invocation call, Page page) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("@odata.context", address.substring(0, address.lastIndexOf('/'))
                + "/$metadata#Collection(Exchange.GenericHashTable)");
        warnings(body, page.warnings());
        page.next().ifPresent(token -> body.put("@odata.nextLink", next(address, call, token)));
        body.put("value", page.rows());
        return Answer.of(200, JSON, JsonValues.bytes(body));
    }

    private static String next(String address, Invocation call, String token) {
        String select = call.selected().isEmpty()
                ? ""
                : "$select=" + URLEncoder.encode(String.join(",", call.selected()), StandardCharsets.UTF_8) + "&";
        return address + "?" + select + "$skiptoken=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    private static void warnings(Map<String, @Nullable Object> body, List<String> warnings) {
        body.put("adminapi.warnings@odata.type", "#Collection(String)");
        body.put("@adminapi.warnings", warnings);
    }

    static Answer problem(ExchangeProblem problem) {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("message", "Error executing cmdlet");
        inner.put("type", "Microsoft.Exchange.Admin.OData.Core.ODataServiceException");
        inner.put("stacktrace", "");
        inner.put("internalexception", Map.of("message", problem.text(), "type", problem.type(), "stacktrace", ""));
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", problem.code());
        error.put("message", "Error executing cmdlet");
        error.put("details", List.of(Map.of("code", "Client", "target", "", "message", problem.detail())));
        error.put("innererror", inner);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("error", error);
        warnings(body, List.of());
        return Answer.of(problem.status(), JSON, JsonValues.bytes(body));
    }

    /** What comes instead of an explanation when a cmdlet is unknown or not allowed: NUL bytes that claim to be compressed. */
    static Answer forbidden() {
        return Answer.of(403, "application/json", new byte[NOTHING]).with("Content-Encoding", "gzip");
    }
}

package dev.shisa.sandbox.control;

import dev.shisa.sandbox.directory.Assignment;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.RoleAssignment;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.fault.FaultDesk;
import dev.shisa.sandbox.fault.Faults;
import dev.shisa.sandbox.fault.FaultsRefused;
import dev.shisa.sandbox.wire.Answer;
import dev.shisa.sandbox.wire.Asked;
import dev.shisa.sandbox.wire.JsonValues;
import dev.shisa.sandbox.wire.Reply;
import dev.shisa.sandbox.wire.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What is not Graph: the request log, the server's own truth, faults and the clock, under {@code /sandbox}. No token,
 * because the server listens on loopback only. Thread-safe.
 */
public final class ControlService implements Service {

    private final Directory directory;
    private final RequestLog log;
    private final FaultDesk faults;
    private final ClockKeeper clockKeeper;

    /** Moves the clock, and remembers that it was moved. */
    @FunctionalInterface
    public interface ClockKeeper {
        void advance(Duration by);
    }

    public ControlService(Directory directory, RequestLog log, FaultDesk faults, ClockKeeper clockKeeper) {
        this.directory = directory;
        this.log = log;
        this.faults = faults;
        this.clockKeeper = clockKeeper;
    }

    @Override
    public Reply answer(Asked asked) {
        directory.expire();
        return switch (asked.method() + " " + asked.rawPath()) {
            case "GET /sandbox/requests" -> requests(asked);
            case "GET /sandbox/accounts" -> accounts();
            case "PUT /sandbox/faults" -> replaceFaults(asked);
            case "POST /sandbox/clock" -> advance(asked);
            default -> wrong(404, "the sandbox has no " + asked.method() + " " + asked.rawPath());
        };
    }

    private Reply requests(Asked asked) {
        long after = 0;
        if (!asked.query().isEmpty()) {
            if (!asked.query().matches("after=\\d{1,18}")) {
                return wrong(400, "the only parameter is after=N");
            }
            after = Long.parseLong(asked.query().substring("after=".length()));
        }
        List<RequestLog.Line> lines = log.after(after);
        return new Reply.Streamed(200, Answer.JSON_LINES, out -> {
            for (RequestLog.Line line : lines) {
                append(out, request(line));
            }
        });
    }

    private static Map<String, Object> request(RequestLog.Line line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("n", line.n());
        fields.put("at", line.at());
        fields.put("method", line.method());
        fields.put("path", line.path());
        put(fields, "account", line.account());
        put(fields, "client_request_id", line.clientRequestId());
        put(fields, "app", line.app());
        fields.put("status", line.status());
        fields.put("applied", line.applied());
        return fields;
    }

    @SuppressWarnings("NullAway")
    private static void put(Map<String, Object> fields, String name, @org.jspecify.annotations.Nullable Object value) {
        fields.put(name, value);
    }

    private Reply accounts() {
        TreeMap<String, User> all = new TreeMap<>(directory.active());
        all.putAll(directory.deleted());
        all.putAll(directory.purged());
        return new Reply.Streamed(200, Answer.JSON_LINES, out -> {
            for (User user : all.values()) {
                append(out, account(user));
            }
        });
    }

    private Map<String, Object> account(User user) {
        Mailbox mailbox = user.mailbox();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", user.id());
        fields.put("userPrincipalName", user.principalName());
        fields.put("identity", user.identity().label());
        fields.put("enabled", user.enabled());
        fields.put("mailbox", mailbox == null ? "none" : mailbox.state().label());
        put(fields, "mailboxGuid", mailbox == null ? null : mailbox.guid());
        fields.put("licences", user.assignments().stream().map(Assignment::skuId).distinct().sorted().toList());
        fields.put("addresses", user.texts(UserField.PROXY_ADDRESSES));
        fields.put("roles", roles(user));
        fields.put("groups", user.texts(UserField.GROUPS).stream().sorted().toList());
        put(fields, "passwordChangedAt", user.text(UserField.PASSWORD_CHANGED));
        return fields;
    }

    private List<String> roles(User user) {
        return directory.roles().stream().filter(role -> !role.eligible() && holds(user, role))
                .map(role -> role.role().displayName()).distinct().sorted().toList();
    }

    private boolean holds(User user, RoleAssignment role) {
        if (role.principal().equals(user.id())) {
            return true;
        }
        Group group = directory.groups().get(role.principal());
        return group != null && user.texts(UserField.GROUPS).contains(group.id());
    }

    private Answer replaceFaults(Asked asked) {
        try {
            faults.replace(Faults.parse(new String(asked.body(), StandardCharsets.UTF_8)));
            return Answer.empty(204);
        } catch (FaultsRefused refused) {
            return wrong(400, String.valueOf(refused.getMessage()));
        }
    }

    private Answer advance(Asked asked) {
        try {
            JsonNode body = JsonValues.read(asked.body());
            Duration by = Duration.parse(body.path("advance").asString(""));
            clockKeeper.advance(by);
            directory.expire();
            return Answer.of(200, Answer.JSON, JsonValues.bytes(Map.of("now", directory.clock().stamp())));
        } catch (JacksonException | DateTimeException | IllegalArgumentException malformed) {
            return wrong(400, "the body must be {\"advance\": \"PT24H\"}, a duration forward");
        }
    }

    private static Answer wrong(int status, String message) {
        return Answer.of(status, Answer.JSON, JsonValues.bytes(Map.of("error", message)));
    }

    private static void append(OutputStream out, Map<String, Object> fields) throws IOException {
        out.write(JsonValues.bytes(fields));
        out.write('\n');
    }
}

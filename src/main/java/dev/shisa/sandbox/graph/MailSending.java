package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.wire.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code POST /users/{id}/sendMail}: the mail is taken and goes nowhere. Of a message it knows what a plain mail needs and refuses the rest. */
final class MailSending {
    private static final Set<String> ARGUMENTS = Set.of("message", "saveToSentItems");
    private static final Set<String> MESSAGE = Set.of("subject", "body", "toRecipients");
    private static final Set<String> BODY = Set.of("contentType", "content");
    private static final Set<String> RECIPIENT = Set.of("emailAddress");
    private static final Set<String> ADDRESS = Set.of("name", "address");
    private static final Set<String> TYPES = Set.of("text", "html");

    private final Directory directory;

    MailSending(Directory directory) {
        this.directory = directory;
    }

    void offerOn(Routes routes) {
        routes.offer("POST", "users/{user}/sendMail", Permissions.SEND_MAIL, this::send);
    }

    private Answer send(GraphCall call) {
        JsonNode arguments = call.json(false);
        known(arguments, ARGUMENTS, "microsoft.graph.sendMail");
        JsonNode save = arguments.path("saveToSentItems");
        if (!save.isMissingNode() && !save.isBoolean()) {
            throw unreadable("Cannot convert the value of 'saveToSentItems' to the expected type 'Edm.Boolean'.");
        }
        JsonNode message = object(arguments, "message");
        known(message, MESSAGE, "microsoft.graph.message");
        if (message.has("body")) {
            JsonNode body = object(message, "body");
            known(body, BODY, "microsoft.graph.itemBody");
            String type = body.path("contentType").asString("text").toLowerCase(Locale.ROOT);
            if (!TYPES.contains(type)) {
                throw unreadable("Requested value for 'microsoft.graph.bodyType' was not found.");
            }
        }
        sender(call);
        recipients(message);
        return Answer.empty(202);
    }

    /** A mailbox sends mail, and not an account. */
    private void sender(GraphCall call) {
        String key = call.parameter("user");
        User user = directory.find(key);
        if (user == null) {
            throw GraphProblem.of(404, "ErrorInvalidUser", "The requested user '" + key + "' is invalid.");
        }
        call.concerns(user.id());
        Mailbox mailbox = user.mailbox();
        if (mailbox == null || !mailbox.present()) {
            throw GraphProblem.of(404, "MailboxNotEnabledForRESTAPI",
                    "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
        }
    }

    private static void recipients(JsonNode message) {
        JsonNode recipients = message.path("toRecipients");
        if (!recipients.isArray() || recipients.isEmpty()) {
            throw unsendable("A message can't be sent because it contains no recipients.");
        }
        for (JsonNode recipient : recipients) {
            known(recipient, RECIPIENT, "microsoft.graph.recipient");
            JsonNode address = object(recipient, "emailAddress");
            known(address, ADDRESS, "microsoft.graph.emailAddress");
            String name = address.path("address").asString("");
            if (!name.matches("[^\\s@,;]+@[^\\s@,;]+")) {
                throw unsendable("Recipient '" + name + "' is not resolved. All recipients must be resolved before a "
                        + "message can be submitted.");
            }
        }
    }

    private static JsonNode object(JsonNode parent, String member) {
        JsonNode object = parent.path(member);
        if (!object.isObject()) {
            throw unreadable("An object was expected as the value of '" + member + "'.");
        }
        return object;
    }

    private static void known(JsonNode object, Set<String> members, String type) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!members.contains(member.getKey())) {
                throw unreadable("The property '" + member.getKey() + "' does not exist on type '" + type
                        + "'. Make sure to only use property names that are defined by the type.");
            }
        }
    }

    private static GraphProblem unreadable(String text) {
        return GraphProblem.of(400, "RequestBodyRead", text);
    }

    private static GraphProblem unsendable(String text) {
        return GraphProblem.of(400, "ErrorInvalidRecipients", "At least one recipient is not valid., " + text);
    }
}

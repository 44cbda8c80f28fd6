package dev.shisa.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail on the wire, as Microsoft's reference for {@code sendMail} has it. */
final class MailSendingTest extends ServedTenant {
    private static final String TO = "\"toRecipients\":[{\"emailAddress\":{\"address\":\"desk@contoso.example\"}}]";
    private static final String MAIL = mail(
            "\"subject\":\"s\",\"body\":{\"contentType\":\"Text\",\"content\":\"t\"}," + TO);

    private static String mail(String message) {
        return "{\"message\":{" + message + "},\"saveToSentItems\":true}";
    }

    private static void refused(SandboxClient.Reply reply, int status, String code) {
        assertEquals(status, reply.status(), reply.body());
        assertEquals(code, reply.errorCode());
    }

    @Test
    void aMailIsTakenWithoutAWord() throws Exception {
        for (String user : new String[]{person(1), "person1@contoso.example"}) {
            SandboxClient.Reply reply = client().post("/users/" + user + "/sendMail", MAIL);
            assertEquals(202, reply.status(), reply.body());
            assertEquals("", reply.body());
        }
        assertEquals(202, client().post("/users/" + person(1) + "/sendMail", "{\"message\":{" + TO + "}}").status());
    }

    @Test
    void theWriterMaySendAndTheReaderMayNot() throws Exception {
        String path = "/users/" + person(1) + "/sendMail";
        assertEquals(202, client().as(server().descriptor().writer()).post(path, MAIL).status());
        refused(client().as(server().descriptor().reader()).post(path, MAIL), 403, "Authorization_RequestDenied");
        assertEquals(405, client().get(path).status());
    }

    @Test
    void whoHasNoMailboxSendsNone() throws Exception {
        refused(client().post("/users/nobody@contoso.example/sendMail", MAIL), 404, "ErrorInvalidUser");
        refused(client().post("/users/none1@contoso.example/sendMail", MAIL), 404, "MailboxNotEnabledForRESTAPI");
        String gone = person(2);
        assertEquals(204, client().delete("/users/" + gone).status());
        refused(client().post("/users/" + gone + "/sendMail", MAIL), 404, "ErrorInvalidUser");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"'{\"message\":{\"to\":[]}}';RequestBodyRead", "'{}';RequestBodyRead",
            "'{\"message\":{\"toRecipients\":[]}}';ErrorInvalidRecipients", "'{\"message\":{}}';ErrorInvalidRecipients",
            "'{\"message\":{},\"save\":true}';RequestBodyRead",
            "'{\"message\":{},\"saveToSentItems\":\"true\"}';RequestBodyRead",
            "'{\"message\":{\"body\":{\"contentType\":\"pdf\"}}}';RequestBodyRead",
            "'{\"message\":{\"body\":{\"text\":\"x\"}}}';RequestBodyRead",
            "'{\"message\":{\"toRecipients\":[{\"address\":\"a@b.example\"}]}}';RequestBodyRead",
            "'{\"message\":{\"toRecipients\":[{\"emailAddress\":{\"mail\":\"a@b.example\"}}]}}';RequestBodyRead",
            "'{\"message\":{\"toRecipients\":[{\"emailAddress\":{\"address\":\"a@b.example; c@d.example\"}}]}}';"
                    + "ErrorInvalidRecipients",
            "'[]';BadRequest", "'';BadRequest"})
    void whatIsNoMailIsRefused(String body, String code) throws Exception {
        refused(client().post("/users/" + person(1) + "/sendMail", body), 400, code);
    }
}

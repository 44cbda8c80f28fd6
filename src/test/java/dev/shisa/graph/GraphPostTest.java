package dev.shisa.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.graph.StubGraph.Reply;
import dev.shisa.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** One mail is one request of the writer's application, and whatever is not 202 is no mail. */
class GraphPostTest {
    private final StubGraph stub = new StubGraph();

    @AfterEach
    void close() {
        stub.close();
    }

    private Optional<String> send() {
        return stub.post().send("o'neil@contoso.example", List.of("a@contoso.example", "b@contoso.example"), "subject",
                "one\ntwo").map(Text::toString);
    }

    @Test
    void aMailIsSentAsMicrosoftDocumentsIt() {
        stub.answers(_ -> new Reply(202, Map.of(), ""));
        assertEquals(Optional.empty(), send());
        StubGraph.Asked asked = stub.asked().getFirst();
        assertEquals("POST", asked.method());
        assertEquals("/v1.0/users/o'neil@contoso.example/sendMail", asked.path());
        assertEquals("Bearer writer-token-1", asked.header("Authorization"));
        JsonMapper json = JsonMapper.builder().build();
        assertEquals(json.readTree("""
                {"message":{"subject":"subject","body":{"contentType":"Text","content":"one\\ntwo"},
                "toRecipients":[{"emailAddress":{"address":"a@contoso.example"}},
                {"emailAddress":{"address":"b@contoso.example"}}]},"saveToSentItems":true}"""),
                json.readTree(asked.body()));
        assertEquals(0, stub.tenant().writeCalls());
    }

    @ParameterizedTest
    @CsvSource({"200, it was answered with 200", "403, it was answered with 403 ErrorAccessDenied",
            "404, it was answered with 404 ErrorInvalidUser", "500, it was answered with 500",
            "503, there was no answer (IOException)", "307, it was answered with 307",
            "0, there was no answer (IOException)"})
    void whateverElseIsAnsweredIsAFailureAndSentOnce(int status, String why) {
        String code = Map.of(403, "ErrorAccessDenied", 404, "ErrorInvalidUser").getOrDefault(status, "");
        stub.answers(_ -> new Reply(status, Map.of("Retry-After", "0", "Location", stub.base() + "/users/a/sendMail"),
                code.isEmpty() ? "" : "{\"error\":{\"code\":\"" + code + "\",\"message\":\"of a@contoso.example\"}}"));
        assertEquals(Optional.of(why), send());
        assertEquals(1, stub.asked().size());
    }

    @Test
    void aTokenThatIsRefusedIsForgotten() {
        stub.answersInTurn(Reply.json(401, "{}"), new Reply(202, Map.of(), ""));
        assertEquals(Optional.of("it was answered with 401"), send());
        assertEquals(Optional.empty(), send());
        assertEquals("Bearer writer-token-2", stub.asked().getLast().header("Authorization"));
    }
}

package dev.shisa.sandbox.fault;

import java.time.Duration;
import java.nio.charset.StandardCharsets;
import dev.shisa.sandbox.wire.Reply;
import dev.shisa.sandbox.wire.Answer;
/** Answers whose body is not what it was. */
public final class SpoiltAnswers {

    private static final byte[] GATEWAY_PAGE = ("<!DOCTYPE html><html><head><title>Bad gateway</title></head><body>"
            + "<h1>Bad gateway</h1><p>Our services aren't available right now.</p></body></html>")
            .getBytes(StandardCharsets.UTF_8);

    private SpoiltAnswers() {
    }

    /** The reply with another body; one without a body only breaks off. */
    public static Reply spoil(Reply reply, Effect.Content content) {
        if (!(reply instanceof Answer answer)) {
            return reply;
        }
        if (content != Effect.Content.CUT && answer.body().length == 0) {
            return answer;
        }
        return switch (content) {
            case EMPTY -> answer.withBody(answer.contentType(), new byte[0]);
            case NUL -> answer.withBody(answer.contentType(), new byte[answer.body().length]);
            case HTML -> answer.withBody("text/html; charset=utf-8", GATEWAY_PAGE);
            case CUT -> breakOff(answer, Duration.ZERO);
        };
    }

    /** The reply's headers and half of its body, then nothing for that long (machine time), then a cut. */
    public static Reply breakOff(Reply reply, Duration silence) {
        return reply instanceof Answer answer ? new Reply.Broken(answer, silence) : reply;
    }
}

package dev.shisa.notify;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A notice as programs read it, always in English. For example
 *
 * <pre>
 * {"format_version":"1.0","program":"shisa","event":"gate","at":"2026-11-22T01:00:00Z","run":"run-1","kind_of_run":"run",
 *  "command":"mailbox remove","domain":"sgu.example","kind":"sandbox","status":"running","exit_code":null,
 *  "targets":7331,"done":11,"failed":0,"unsettled":0,"reason":"gate 2 passed","next":null}
 * </pre>
 */
final class NoticeJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NoticeJson() {
    }

    static String write(Notice notice) {
        ObjectNode node = JSON.createObjectNode().put("format_version", "1.0").put("program", "shisa")
                .put("event", notice.event().label()).put("at", notice.at().toString());
        Notice.Subject run = notice.run();
        node.put("run", run.name()).put("kind_of_run", run.sort()).put("command", run.command())
                .put("domain", run.domain()).put("kind", run.kind().label()).put("status", notice.status())
                .put("exit_code", notice.exit().orElse(null));
        Notice.Standing standing = notice.standing();
        node.put("targets", standing.targets()).put("done", standing.done()).put("failed", standing.failed())
                .put("unsettled", standing.unsettled()).put("reason", notice.reason().orElse(null))
                .put("next", notice.next().orElse(null));
        return JSON.writeValueAsString(node);
    }
}

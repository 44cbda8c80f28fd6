package dev.shisa.graph;

import dev.shisa.keepsake.Counterparts;
import dev.shisa.keepsake.Link;
import dev.shisa.tenant.TenantFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the other ends of ties stand now: one read for a group, two for a person. Safe for several threads. */
final class CounterpartReader {
    private final Batch batch;

    CounterpartReader(Batch batch) {
        this.batch = batch;
    }

    Counterparts of(Collection<Link> links) throws TenantFailure {
        Map<String, Link> there = new HashMap<>();
        Map<String, Link> managers = new HashMap<>();
        List<Question> questions = new ArrayList<>();
        for (Link link : links) {
            switch (link.kind()) {
                case GROUP, DYNAMIC_GROUP, SYNCED_GROUP, MAIL_GROUP, ROLE_GROUP -> questions.add(
                        new Question("/groups/" + link.id() + "?$select=" + LinkDecoder.GROUP, "group", link, there));
                case PERSON, SYNCED_PERSON -> {
                    questions.add(new Question("/users/" + link.id() + "?$select=" + LinkDecoder.PERSON, "user", link,
                            there));
                    questions.add(new Question("/users/" + link.id() + "/manager?$select=" + LinkDecoder.PERSON, "user",
                            link, managers));
                }
                default -> there.put(link.id(), link);
            }
        }
        for (int from = 0; from < questions.size(); from += Batch.LARGEST) {
            ask(questions.subList(from, Math.min(questions.size(), from + Batch.LARGEST)));
        }
        return new Counterparts(there, managers);
    }

    /**
     * One read.
     *
     * @param url what is asked for
     * @param type what a single object of that set is, which Graph does not say of it
     * @param link the end that it is about
     * @param answers where what was found belongs
     */
    private record Question(String url, String type, Link link, Map<String, Link> answers) {
    }

    private void ask(List<Question> questions) throws TenantFailure {
        List<Batch.Part> parts = batch.ask(questions.stream().map(Question::url).toList());
        for (int i = 0; i < parts.size(); i++) {
            Batch.Part part = parts.get(i);
            Question question = questions.get(i);
            if (part.status() == 404) {
                continue;
            }
            if (!part.isSuccess()) {
                throw part.failure();
            }
            question.answers().put(question.link().id(), LinkDecoder.link(part.body(), question.type(), part.batch()));
        }
    }
}

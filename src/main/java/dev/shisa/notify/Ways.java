package dev.shisa.notify;

import java.util.Locale;
import java.util.function.Function;

/** How each sort of hook is told. */
public final class Ways implements Function<Hook, Notifier> {
    private final Locale locale;
    private final Postbox postbox;

    /**
     * The ways of this process.
     *
     * @param locale the language of what people read
     * @param postbox sends mail
     */
    public Ways(Locale locale, Postbox postbox) {
        this.locale = locale;
        this.postbox = postbox;
    }

    @Override
    public Notifier apply(Hook hook) {
        return switch (hook) {
            case Hook.Command command -> new CommandNotifier(command.command());
            case Hook.Webhook webhook -> new WebhookNotifier(webhook.address(),
                    switch (webhook.format()) {
                        case JSON -> NoticeJson::write;
                        case ADAPTIVE_CARD -> notice -> AdaptiveCard.write(notice, locale);
                    });
            case Hook.Mail mail -> notice -> {
                Wording wording = new Wording(notice, locale);
                return postbox.send(mail.from(), mail.to(), "shisa: " + wording.headline(), wording.lines());
            };
        };
    }
}

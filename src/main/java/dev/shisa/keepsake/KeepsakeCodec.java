package dev.shisa.keepsake;

import dev.shisa.account.AccountId;
import dev.shisa.account.LicenceCodec;
import dev.shisa.account.StrictObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keepsakes as JSON objects on one line. For example
 *
 * <pre>
 * {"account":"1f0e…","name":"a@contoso.example","read_at":"2026-11-22T07:00:00Z",
 *  "licences":{"read":[{"sku":"6fd2…","disabled_plans":[],"mailbox_plans":["efb8…"],"direct":true,"groups":[]}]},
 *  "memberships":{"read":[{"id":"77aa…","name":"Staff","kind":"group"}]},"ownerships":{"read":[]},
 *  "manager":{"nothing":"no manager"},"reports":{"read":[{"id":"90b1…","name":"B","kind":"person"}]},
 *  "app_roles":{"read":[{"resource":"5c3d…","resource_name":"Wiki","role":"0000…"}]},
 *  "mailbox":{"read":{"forwarding_smtp_address":"smtp:x@contoso.example","deliver_and_forward":true,
 *   "send_on_behalf":[],"hidden":false,"quotas":{"warning":"98 GB (…)","send":"99 GB (…)","send_receive":"100 GB (…)"}}},
 *  "access":{"read":[{"who":"b@contoso.example","right":"FullAccess","denied":false}]},
 *  "send_as":{"unreadable":"Get-RecipientPermission was answered with 403"}}
 * </pre>
 *
 * A part has exactly one of {@code read}, {@code nothing} and {@code unreadable}. Equal keepsakes give equal texts. Safe for several threads.
 */
public final class KeepsakeCodec {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private KeepsakeCodec() {
    }

    /** The keepsake as a text on one line. */
    public static String write(Keepsake keepsake) {
        ObjectNode node = NODES.objectNode().put("account", keepsake.account().value()).put("name", keepsake.name())
                .put("read_at", keepsake.readAt().toString());
        node.set("licences", part(keepsake.licences(), list -> all(list, LicenceCodec::write)));
        node.set("memberships", part(keepsake.memberships(), list -> all(list, KeepsakeCodec::link)));
        node.set("ownerships", part(keepsake.ownerships(), list -> all(list, KeepsakeCodec::link)));
        node.set("manager", part(keepsake.manager(), KeepsakeCodec::link));
        node.set("reports", part(keepsake.reports(), list -> all(list, KeepsakeCodec::link)));
        node.set("app_roles", part(keepsake.appRoles(), list -> all(list, KeepsakeCodec::appRole)));
        node.set("mailbox", part(keepsake.mailbox(), KeepsakeCodec::mailbox));
        node.set("access", part(keepsake.access(), list -> all(list, KeepsakeCodec::grant)));
        node.set("send_as", part(keepsake.sendAs(), list -> all(list, KeepsakeCodec::grant)));
        return JSON.writeValueAsString(node);
    }

    /**
     * The keepsake that was written so.
     *
     * @throws IllegalArgumentException with a sentence, when it is not one to the last field
     */
    public static Keepsake read(String text) {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("A keepsake is not JSON: " + e.getOriginalMessage(), e);
        }
        StrictObject object = new StrictObject(node, "a keepsake");
        Keepsake keepsake = new Keepsake(new AccountId(object.text("account")), object.text("name"),
                object.instant("read_at"), part(object, "licences", list -> all(list, LicenceCodec::read)),
                part(object, "memberships", list -> all(list, KeepsakeCodec::readLink)),
                part(object, "ownerships", list -> all(list, KeepsakeCodec::readLink)),
                part(object, "manager", KeepsakeCodec::readLink),
                part(object, "reports", list -> all(list, KeepsakeCodec::readLink)),
                part(object, "app_roles", list -> all(list, KeepsakeCodec::readAppRole)),
                part(object, "mailbox", KeepsakeCodec::readMailbox),
                part(object, "access", list -> all(list, KeepsakeCodec::readGrant)),
                part(object, "send_as", list -> all(list, KeepsakeCodec::readGrant)));
        object.end();
        return keepsake;
    }

    private static <T> ObjectNode part(Part<T> part, Function<T, JsonNode> form) {
        ObjectNode node = NODES.objectNode();
        switch (part) {
            case Part.Read<T> read -> node.set("read", form.apply(read.read()));
            case Part.Nothing<T> nothing -> node.put("nothing", nothing.why());
            case Part.Unreadable<T> unreadable -> node.put("unreadable", unreadable.why());
        }
        return node;
    }

    private static <T> Part<T> part(StrictObject keepsake, String field, Function<JsonNode, T> form) {
        StrictObject object = keepsake.object(field);
        Part<T> part;
        if (object.has("nothing")) {
            part = new Part.Nothing<>(object.text("nothing"));
        } else if (object.has("unreadable")) {
            part = new Part.Unreadable<>(object.text("unreadable"));
        } else {
            part = new Part.Read<>(form.apply(object.node("read")));
        }
        object.end();
        return part;
    }

    private static <T> ArrayNode all(Collection<T> values, Function<T, JsonNode> form) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(form.apply(value)));
        return array;
    }

    private static <T> List<T> all(JsonNode node, Function<JsonNode, T> form) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("A list of a keepsake is not a list.");
        }
        List<T> values = new ArrayList<>();
        for (JsonNode item : node) {
            T value = form.apply(item);
            if (values.contains(value)) {
                throw new IllegalArgumentException("A list of a keepsake holds " + item + " twice.");
            }
            values.add(value);
        }
        return values;
    }

    private static ArrayNode texts(Collection<String> values) {
        return all(values, NODES::stringNode);
    }

    private static String readText(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException("A list of a keepsake holds something that is not a text.");
        }
        return node.asString();
    }

    private static ObjectNode link(Link link) {
        return NODES.objectNode().put("id", link.id()).put("name", link.name()).put("kind", link.kind().label());
    }

    private static Link readLink(JsonNode node) {
        StrictObject object = new StrictObject(node, "a link");
        String label = object.text("kind");
        Link.Kind kind = Arrays.stream(Link.Kind.values()).filter(one -> one.label().equals(label)).findFirst()
                .orElseThrow(() -> object.wrong("kind", "a kind of object"));
        Link link = new Link(new AccountId(object.text("id")).value(), object.text("name"), kind);
        object.end();
        return link;
    }

    private static ObjectNode appRole(AppRole role) {
        return NODES.objectNode().put("resource", role.resource()).put("resource_name", role.resourceName())
                .put("role", role.role());
    }

    private static AppRole readAppRole(JsonNode node) {
        StrictObject object = new StrictObject(node, "a role of an application");
        AppRole role = new AppRole(new AccountId(object.text("resource")).value(), object.text("resource_name"),
                new AccountId(object.text("role")).value());
        object.end();
        return role;
    }

    private static ObjectNode grant(Grant grant) {
        return NODES.objectNode().put("who", grant.who()).put("right", grant.right()).put("denied", grant.denied());
    }

    private static Grant readGrant(JsonNode node) {
        StrictObject object = new StrictObject(node, "a right on a mailbox");
        Grant grant = new Grant(object.text("who"), object.text("right"), object.flag("denied"));
        object.end();
        return grant;
    }

    private static ObjectNode mailbox(MailboxSettings settings) {
        ObjectNode node = NODES.objectNode();
        settings.forwardingAddress().ifPresent(address -> node.put("forwarding_address", address));
        settings.forwardingSmtpAddress().ifPresent(address -> node.put("forwarding_smtp_address", address));
        node.put("deliver_and_forward", settings.deliverAndForward());
        node.set("send_on_behalf", texts(settings.sendOnBehalf()));
        node.put("hidden", settings.hidden());
        node.putObject("quotas").put("warning", settings.quotas().warning()).put("send", settings.quotas().send())
                .put("send_receive", settings.quotas().sendReceive());
        return node;
    }

    private static MailboxSettings readMailbox(JsonNode node) {
        StrictObject object = new StrictObject(node, "a mailbox");
        StrictObject quotas = object.object("quotas");
        Optional<String> forwarding = object.optionalText("forwarding_address");
        MailboxSettings settings = new MailboxSettings(forwarding, object.optionalText("forwarding_smtp_address"),
                object.flag("deliver_and_forward"), all(object.node("send_on_behalf"), KeepsakeCodec::readText),
                object.flag("hidden"), new MailboxSettings.Quotas(quotas.text("warning"), quotas.text("send"),
                        quotas.text("send_receive")));
        quotas.end();
        object.end();
        return settings;
    }
}

package dev.shisa.account;

import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Password;
import dev.shisa.account.FacetValue.Profile;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.FacetValue.Visibility;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/** Facet values as JSON. The facet decides the form, so the form does not repeat it. */
final class FacetValueCodec {
    private static final JsonMapper JSON = new JsonMapper();

    private FacetValueCodec() {
    }

    static JsonNode write(FacetValue value) {
        try (TokenBuffer buffer = TokenBuffer.forGeneration()) {
            write(value, buffer);
            return JSON.readTree(buffer.asParser());
        }
    }

    static void write(FacetValue value, JsonGenerator out) {
        switch (value) {
            case Identity identity -> out.writeString(identity.describe());
            case Enabled enabled -> out.writeBoolean(enabled.enabled());
            case Mailbox mailbox -> mailbox(mailbox, out);
            case Archive archive -> out.writeBoolean(archive.present());
            case Visibility visibility -> out.writeString(visibility.describe());
            case Holds holds -> texts(holds.holds(), out);
            case Licences licences -> licences(licences, out);
            case Addresses addresses -> addresses(addresses, out);
            case Roles roles -> texts(roles.roles(), out);
            case Groups groups -> groups(groups, out);
            case Password password -> password(password, out);
            case Profile profile -> out.writeString(profile.digest());
        }
    }

    private static void addresses(Addresses addresses, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("upn", addresses.userPrincipalName());
        out.writeStringProperty("mail", addresses.mail());
        out.writeName("proxies");
        texts(addresses.proxies(), out);
        out.writeEndObject();
    }

    private static void groups(Groups groups, JsonGenerator out) {
        out.writeStartObject();
        out.writeName("member_of");
        texts(groups.memberOf(), out);
        out.writeName("owns");
        texts(groups.owns(), out);
        out.writeEndObject();
    }

    static FacetValue read(Facet facet, JsonNode node) {
        String what = "the value of facet " + facet.label();
        return switch (facet) {
            case IDENTITY -> identity(text(node, what), what);
            case ENABLED -> new Enabled(flag(node, what));
            case MAILBOX -> readMailbox(new StrictObject(node, what));
            case ARCHIVE -> new Archive(flag(node, what));
            case VISIBILITY -> visibility(text(node, what), what);
            case HOLDS -> new Holds(StrictObject.texts(node, what));
            case LICENCES -> readLicences(node, what);
            case ADDRESSES -> readAddresses(new StrictObject(node, what));
            case ROLES -> new Roles(StrictObject.texts(node, what));
            case GROUPS -> readGroups(new StrictObject(node, what));
            case PASSWORD -> readPassword(new StrictObject(node, what));
            case PROFILE -> new Profile(text(node, what));
        };
    }

    private static void mailbox(Mailbox mailbox, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("state", mailbox.state().label());
        mailbox.guid().ifPresent(guid -> out.writeStringProperty("guid", guid));
        out.writeEndObject();
    }

    private static Mailbox readMailbox(StrictObject object) {
        String label = object.text("state");
        for (Mailbox.State state : Mailbox.State.values()) {
            if (state.label().equals(label)) {
                Mailbox mailbox = new Mailbox(state, object.optionalText("guid"));
                object.end();
                return mailbox;
            }
        }
        throw object.wrong("state", "a state of a mailbox");
    }

    private static void licences(Licences licences, JsonGenerator out) {
        out.writeStartArray();
        licences.licences().forEach(licence -> LicenceCodec.write(licence, out));
        out.writeEndArray();
    }

    private static Licences readLicences(JsonNode node, String what) {
        if (!node.isArray()) {
            throw new IllegalArgumentException(what + " is not a list.");
        }
        SortedSet<Licence> licences = new TreeSet<>();
        for (JsonNode item : node) {
            Licence licence = LicenceCodec.read(item);
            if (!licences.add(licence)) {
                throw new IllegalArgumentException(what + " holds the licence " + licence.sku() + " twice.");
            }
        }
        return new Licences(licences);
    }

    private static Addresses readAddresses(StrictObject object) {
        Addresses addresses = new Addresses(object.text("upn"), object.text("mail"), object.texts("proxies"));
        object.end();
        return addresses;
    }

    private static Groups readGroups(StrictObject object) {
        Groups groups = new Groups(object.texts("member_of"), object.texts("owns"));
        object.end();
        return groups;
    }

    private static void password(Password password, JsonGenerator out) {
        out.writeStartObject();
        password.changed().ifPresent(at -> out.writeStringProperty("changed", at.toString()));
        out.writeEndObject();
    }

    private static Password readPassword(StrictObject object) {
        Password password = new Password(object.optionalInstant("changed"));
        object.end();
        return password;
    }

    private static Identity identity(String text, String what) {
        for (Identity identity : Identity.values()) {
            if (identity.describe().equals(text)) {
                return identity;
            }
        }
        throw new IllegalArgumentException(what + " is not an identity: " + text);
    }

    private static Visibility visibility(String text, String what) {
        return switch (text) {
            case "hidden" -> new Visibility(true);
            case "visible" -> new Visibility(false);
            default -> throw new IllegalArgumentException(what + " is neither hidden nor visible: " + text);
        };
    }

    private static String text(JsonNode node, String what) {
        if (!node.isString()) {
            throw new IllegalArgumentException(what + " is not a text.");
        }
        return node.asString();
    }

    private static boolean flag(JsonNode node, String what) {
        if (!node.isBoolean()) {
            throw new IllegalArgumentException(what + " is neither true nor false.");
        }
        return node.booleanValue();
    }

    static void texts(Collection<String> values, JsonGenerator out) {
        out.writeStartArray();
        values.forEach(out::writeString);
        out.writeEndArray();
    }
}

package dev.shisa.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ObservationCodecTest {
    private final JsonMapper mapper = new JsonMapper();

    @Test
    void whatIsWrittenIsReadBackEqual() {
        RandomObservations observations = new RandomObservations(7331);
        for (int i = 0; i < Cases.MANY; i++) {
            Observation before = observations.next();
            String text = mapper.writeValueAsString(ObservationCodec.write(before));
            Observation after = ObservationCodec.read(mapper.readTree(text));
            assertEquals(before, after);
            assertEquals(text, mapper.writeValueAsString(ObservationCodec.write(after)),
                    "the order of fields is stable");
        }
    }

    @Test
    void nothingThatIsNotUnderstoodIsSkipped() {
        refuses("{}", "an observation has no field 'id'.");
        refuses("[]", "an observation is not a JSON object.");
        refuses(with(
                "\"enabled\":{\"value\":true,\"source\":\"s\",\"read_at\":\"2012-04-01T00:00:00Z\",\"sure\":true}"),
                "an observation.facets.enabled has a field 'sure' that is not understood.");
        refuses(with("\"aura\":{\"unseen\":\"x\"}"),
                "an observation.facets has a field 'aura' that is not understood.");
        refuses(with("\"enabled\":{\"value\":\"true\",\"source\":\"s\",\"read_at\":\"2012-04-01T00:00:00Z\"}"),
                "the value of facet enabled is neither true nor false.");
        refuses(with("\"identity\":{\"value\":\"ACTIVE\",\"source\":\"s\",\"read_at\":\"2012-04-01T00:00:00Z\"}"),
                "the value of facet identity is not an identity: ACTIVE");
        refuses(with("\"roles\":{\"value\":[\"a\",\"a\"],\"source\":\"s\",\"read_at\":\"2012-04-01T00:00:00Z\"}"),
                "the value of facet roles holds 'a' twice.");
        refuses(with(
                "\"password\":{\"value\":{\"changed\":\"yesterday\"},\"source\":\"s\",\"read_at\":\"2012-04-01T00:00:00Z\"}"),
                "the value of facet password.changed is not a point in time.");
        refuses(with("\"enabled\":{\"value\":true,\"unseen\":\"x\"}"),
                "an observation.facets.enabled has a field 'value' that is not understood.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/traits", "/facets", "/facets/mailbox", "/facets/mailbox/value",
            "/facets/licences/value/0",
            "/facets/addresses/value", "/facets/groups/value", "/facets/password/value"})
    void aFieldNobodyKnowsIsRefusedWhereverItStands(String place) {
        ObjectNode node = ObservationCodec.write(AnAccount.number(1).seen());
        assertEquals(AnAccount.number(1).seen(), ObservationCodec.read(node));
        ((ObjectNode) node.at(place)).put("sure", true);
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> ObservationCodec.read(node)).getMessage());
        assertTrue(message.endsWith(" has a field 'sure' that is not understood."), message);
    }

    @Test
    void aLicenceThatIsThereTwiceIsRefused() {
        ObjectNode node = ObservationCodec.write(AnAccount.number(1).seen());
        ArrayNode licences = (ArrayNode) node.at("/facets/licences/value");
        licences.add(licences.get(0).deepCopy());
        assertEquals("the value of facet licences holds the licence " + AnAccount.SKU + " twice.",
                assertThrows(IllegalArgumentException.class, () -> ObservationCodec.read(node)).getMessage());
    }

    @Test
    void aKindNobodyKnowsIsRefused() {
        ObjectNode node = ObservationCodec.write(new RandomObservations(2).next());
        node.putObject("traits").put("upn", "a").put("display_name", "").put("kind", "robot").put("synced", false)
                .put("management_restricted", false);
        assertEquals("an observation.traits.kind is not a kind of account.",
                assertThrows(IllegalArgumentException.class, () -> ObservationCodec.read(node)).getMessage());
    }

    @Test
    void aConditionNobodyKnowsIsRefused() {
        ObjectNode node = ObservationCodec.write(AnAccount.number(1).with(Traits.Condition.PENDING_MIGRATION).seen());
        assertEquals("[\"pending-migration\"]", node.path("traits").path("conditions").toString());
        ((ObjectNode) node.path("traits")).putArray("conditions").add("haunted");
        assertEquals("an observation.traits.conditions is not a list of conditions of a mailbox.",
                assertThrows(IllegalArgumentException.class, () -> ObservationCodec.read(node)).getMessage());
    }

    private static String with(String facet) {
        return "{\"id\":\"00000000-0000-4000-8000-000000000001\",\"facets\":{" + facet + "}}";
    }

    private void refuses(String text, String sentence) {
        IllegalArgumentException fault = assertThrows(IllegalArgumentException.class,
                () -> ObservationCodec.read(mapper.readTree(text)));
        assertEquals(sentence, fault.getMessage());
    }
}

package dev.shisa.keepsake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.catalog.WireCall;
import dev.shisa.keepsake.Link.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way back ties and never cuts, and takes nobody's later decision away. */
class RestitutionTest {
    private static final Link HEAD = AKeepsake.link(2, "Head", Kind.PERSON);
    private static final Link OTHER = AKeepsake.link(9, "Other", Kind.PERSON);
    private static final Link JUNIOR = AKeepsake.link(3, "Junior", Kind.PERSON);
    private static final Link STAFF = AKeepsake.link(11, "Staff", Kind.GROUP);
    private static final Link CHOIR = AKeepsake.link(13, "Choir", Kind.GROUP);
    private static final Keepsake BARE = AKeepsake.bare(AKeepsake.ID);

    private static Keepsake tied(List<Link> groups, List<Link> owned, Part<Link> manager, List<Link> reports,
            List<AppRole> roles) {
        return AKeepsake.of(AKeepsake.ID, new Part.Read<>(groups), new Part.Read<>(owned), manager,
                new Part.Read<>(reports), new Part.Read<>(roles));
    }

    private static Keepsake tied() {
        return tied(List.of(STAFF), List.of(CHOIR), new Part.Read<>(HEAD), List.of(JUNIOR),
                List.of(AKeepsake.role(21)));
    }

    private static Counterparts all(Link... links) {
        return new Counterparts(Arrays.stream(links)
                .collect(Collectors.toMap(Link::id, link -> link)), Map.of());
    }

    private static List<String> calls(Keepsake before, Keepsake now, Counterparts others) {
        return new Restitution(before).open(now, others).stream().map(WireCall::describe).toList();
    }

    @Test
    void everythingThatIsFreeIsTiedAgain() {
        Counterparts there = all(HEAD, STAFF, CHOIR, JUNIOR);
        String me = AKeepsake.ID.value();
        assertEquals(List.of("PUT /users/" + me + "/manager/$ref", "POST /groups/" + STAFF.id() + "/members/$ref",
                "POST /groups/" + CHOIR.id() + "/owners/$ref", "POST /users/" + me + "/appRoleAssignments",
                "PUT /users/" + JUNIOR.id() + "/manager/$ref"), calls(tied(), BARE, there));
        assertEquals(Optional.of("{\"@odata.id\":\"/directoryObjects/" + HEAD.id() + "\"}"),
                new Restitution(tied()).open(BARE, there).getFirst().body());
        assertEquals(List.of(HEAD, STAFF, CHOIR, JUNIOR), new Restitution(tied()).missing(BARE));
    }

    @Test
    void whatIsThereIsNotTiedTwiceAndWhatWasAddedStays() {
        Keepsake more = tied(List.of(STAFF, AKeepsake.link(14, "New", Kind.GROUP)), List.of(CHOIR),
                new Part.Read<>(HEAD), List.of(JUNIOR, OTHER), List.of(AKeepsake.role(21), AKeepsake.role(22)));
        assertEquals(List.of(), calls(tied(), more, all()));
        assertEquals(List.of(), new Restitution(tied()).left(more, all()));
        assertEquals(List.of(), calls(BARE, more, all()));
    }

    @Test
    void aLaterDecisionOfSomebodyElseStaysAndIsNamed() {
        Keepsake now = tied(List.of(STAFF), List.of(CHOIR), new Part.Read<>(OTHER), List.of(),
                List.of(AKeepsake.role(21)));
        Counterparts others = new Counterparts(Map.of(JUNIOR.id(), JUNIOR), Map.of(JUNIOR.id(), OTHER));
        assertEquals(List.of(), calls(tied(), now, others));
        List<String> left = new Restitution(tied()).left(now, others);
        assertEquals(2, left.size(), left::toString);
        assertTrue(left.stream().allMatch(sentence -> sentence.endsWith("that was decided since and stays")),
                left::toString);
    }

    @Test
    void whoIsGoneIsNotAskedForAndNamed() {
        assertEquals(List.of("POST /users/" + AKeepsake.ID + "/appRoleAssignments"), calls(tied(), BARE, all()));
        List<String> left = new Restitution(tied()).left(BARE, all());
        assertEquals(5, left.size(), left::toString);
        assertTrue(left.stream().anyMatch(s -> s.contains("Staff") && s.endsWith("does not exist any more")),
                left::toString);
        assertTrue(left.stream().anyMatch(s -> s.contains("Junior") && s.endsWith("who is gone")), left::toString);
    }

    @ParameterizedTest
    @EnumSource(names = {"DYNAMIC_GROUP", "SYNCED_GROUP", "MAIL_GROUP", "ROLE_GROUP"})
    void groupsThatAreNotOursAreLeftWithTheirReasonWhetherTheyWereSoBeforeOrAreNow(Kind kind) {
        Link then = AKeepsake.link(12, "All", kind);
        Link now = AKeepsake.link(12, "All", Kind.GROUP);
        for (Link before : List.of(then, now)) {
            Keepsake was = tied(List.of(before), List.of(), new Part.Nothing<>("no manager"), List.of(), List.of());
            Link is = before.equals(then) ? now : then;
            assertEquals(List.of(), calls(was, BARE, all(is)));
            assertEquals(1, new Restitution(was).left(BARE, all(is)).size());
        }
        Keepsake was = tied(List.of(then), List.of(), new Part.Nothing<>("no manager"), List.of(), List.of());
        String left = new Restitution(was).left(BARE, all(then)).getFirst();
        assertTrue(left.contains(" any more, i"), left);
    }

    @Test
    void whatCannotBeReadIsNotTiedAndNamed() {
        Keepsake unread = Keepsake.unreadable(AKeepsake.ID, "a", AKeepsake.AT, "no right");
        assertEquals(List.of(), calls(tied(), unread, all(HEAD, STAFF, CHOIR, JUNIOR)));
        assertEquals(5, new Restitution(tied()).left(unread, all()).size());
        assertEquals(List.of(), calls(unread, BARE, all()));
        assertEquals(List.of(), new Restitution(unread).left(BARE, all()));
    }

    @Test
    void theNumberOfRequestsIsBounded() {
        List<Link> many = IntStream.range(100, 100 + 2 * Restitution.MOST_STEPS)
                .mapToObj(number -> AKeepsake.link(number, "g" + number, Kind.GROUP)).toList();
        Keepsake was = tied(many, List.of(), new Part.Nothing<>("no manager"), List.of(), List.of());
        Counterparts others = all(many.toArray(Link[]::new));
        assertEquals(Restitution.MOST_STEPS, calls(was, BARE, others).size());
        assertEquals(2 * Restitution.MOST_STEPS, new Restitution(was).left(BARE, others).size());
    }
}

package dev.shisa.rehearsal;

import static dev.shisa.account.AnAccount.id;
import static dev.shisa.account.AnAccount.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.AnAccount;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.account.Shape;
import dev.shisa.catalog.Decision;
import dev.shisa.diag.ExitStatus;
import dev.shisa.execute.Bench;
import dev.shisa.site.Site;
import dev.shisa.text.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rehearsal account stands for a shape only when it has all that is at stake there. */
class StageTest {
    private static final Decision KEEP = Bench.keepIdentity();
    private static final Set<Facet> WATCHED = EnumSet.allOf(Facet.class);
    private static final Set<Facet> HELD = EnumSet.of(Facet.MAILBOX, Facet.GROUPS);
    private static final String SHAPE = Shape.of(number(1).seen(), KEEP.command().shapedBy()).label();

    private static AnAccount rehearsal(int number) {
        return number(number).named("rehearsal-" + number + "@sgu.example");
    }

    private static Stage set(AnAccount... candidates) {
        return Stage.set(Map.of(SHAPE, HELD), Stream.of(candidates).map(AnAccount::seen).toList(), KEEP,
                Optional.empty(), Site.sandbox(), WATCHED);
    }

    private static List<AccountId> ids(Stage stage) {
        return stage.scenes().values().stream().map(scene -> scene.account().id()).toList();
    }

    /** The account is in the state that the command takes away, so the command itself has to come first. */
    @Test
    void aRestoringCommandIsPreparedByTheOneItBringsBack() {
        Decision restore = Bench.decision("mailbox restore");
        String shape = Shape.of(number(1).with(Mailbox.of(Mailbox.State.GONE)).seen(), restore.command().shapedBy())
                .label();
        List<Observation> intact = List.of(rehearsal(1).seen());
        Stage bare = Stage.set(Map.of(shape, Set.of()), intact, restore, Optional.empty(), Site.sandbox(), WATCHED);
        assertEquals(List.of(), ids(bare));
        Stage prepared = Stage.set(Map.of(shape, Set.of()), intact, restore, Optional.of(KEEP), Site.sandbox(),
                WATCHED);
        assertEquals(List.of(id(1)), ids(prepared));
        assertEquals(List.of(Optional.of(KEEP)),
                prepared.scenes().values().stream().map(Stage.Scene::preparation).toList());
    }

    @Test
    void theFirstByNameThatHasAllOfItIsTaken() {
        AnAccount bare = rehearsal(1).with(new Groups(AnAccount.set(), AnAccount.set()));
        assertEquals(List.of(id(2)), ids(set(rehearsal(3), bare, rehearsal(2))));
        assertEquals(List.of(), set(rehearsal(3), bare, rehearsal(2)).refusals());
    }

    @Test
    void anAccountThatLacksSomethingRefusesTheShapeByName() {
        Stage stage = set(rehearsal(1).with(new Groups(AnAccount.set(), AnAccount.set())));
        assertEquals(List.of(), ids(stage));
        assertEquals(ExitStatus.REHEARSAL, stage.refusals().getFirst().status());
        assertTrue(stage.refusals().getFirst().found().map(Text::toString).orElse("").contains("has nothing in groups"),
                () -> stage.refusals().toString());
    }

    @Test
    void anAccountThatIsNotListedOrOfAnotherShapeOrProtectedByNatureIsNotTouched() {
        for (AnAccount wrong : List.of(number(1), rehearsal(1).synced(), rehearsal(1).restricted(),
                rehearsal(1).with(new Roles(AnAccount.set("assigned:x"))), rehearsal(1).unseen(Facet.ROLES),
                rehearsal(1).with(Mailbox.of(Mailbox.State.GONE)), rehearsal(1).deleted())) {
            Stage stage = set(wrong);
            assertEquals(List.of(), ids(stage), () -> wrong.seen().toString());
            assertEquals("No rehearsal account has the shape " + SHAPE + ".",
                    stage.refusals().getFirst().summary().toString());
        }
    }
}

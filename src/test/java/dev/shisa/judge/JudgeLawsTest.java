package dev.shisa.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.Cases;
import dev.shisa.account.AccountId;
import dev.shisa.account.AnAccount;
import dev.shisa.account.Facet;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Contract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The laws of the judge, on random scenes. */
class JudgeLawsTest {
    private static final List<Facet> FACETS = List.of(Facet.values());

    private record Place(AccountId account, Facet facet) {
        static Place of(Finding finding) {
            return new Place(finding.account(), finding.facet());
        }
    }

    private static boolean isJudged(Scene scene, AccountId account, Facet facet) {
        Observation before = scene.before().get(account);
        return scene.watched().contains(facet) && (scene.attempted().containsKey(account)
                || (before != null && before.readings().containsKey(facet)));
    }

    @Test
    void theScenesAreWorthJudging() {
        Map<Verdict, AtomicInteger> verdicts = new EnumMap<>(Verdict.class);
        Set<Outcome> outcomes = new HashSet<>();
        Cases.check(random -> {
            Judgement judgement = Judge.judge(Scenes.any(random));
            verdicts.computeIfAbsent(judgement.verdict(), _ -> new AtomicInteger()).incrementAndGet();
            outcomes.addAll(judgement.counts().keySet());
        });
        assertEquals(Set.of(Outcome.values()), outcomes);
        for (Verdict verdict : Verdict.values()) {
            assertTrue(verdicts.getOrDefault(verdict, new AtomicInteger()).get() > Cases.MANY / 20,
                    "too few scenes end " + verdict + ": " + verdicts);
        }
    }

    @Test
    void eachWatchedFacetOfAnAccountHasExactlyOneOutcomeAndTheCountsAddUp() {
        Cases.check(random -> {
            Scene scene = Scenes.any(random);
            Judgement judgement = Judge.judge(scene);
            Set<AccountId> accounts = new HashSet<>(scene.before().keySet());
            accounts.addAll(scene.attempted().keySet());
            long judged = accounts.stream().mapToLong(account -> FACETS.stream()
                    .filter(facet -> isJudged(scene, account, facet)).count()).sum();
            Set<Place> places = judgement.notable().stream().map(Place::of).collect(Collectors.toSet());

            assertEquals(judged, judgement.counts().values().stream().mapToLong(Long::longValue).sum());
            assertEquals(judgement.notable().size(), places.size(), "two outcomes for one facet of one account");
            assertTrue(places.stream().allMatch(place -> isJudged(scene, place.account(), place.facet())));
            for (Outcome outcome : Outcome.values()) {
                assertEquals(outcome == Outcome.UNCHANGED ? 0 : judgement.count(outcome),
                        judgement.findings(outcome).size(), outcome.label());
            }
        });
    }

    @Test
    void aStateAgainstItselfWithNothingAttemptedPasses() {
        Cases.check(random -> {
            Map<AccountId, Observation> state = Scenes.readable(random);
            Judgement judgement = Judge.judge(new Scene(Scenes.contract(random), Map.of(), state, state, AnAccount.NOON,
                    Scenes.watched(random), Baseline.still(), Scenes.attribution(random.nextInt(4))));
            assertEquals(Verdict.PASSED, judgement.verdict(), judgement.notable()::toString);
        });
    }

    @Test
    void lookingAwayNeverTurnsANonPassIntoAPass() {
        Cases.check(random -> {
            Scene scene = Scenes.any(random);
            Verdict verdict = Judge.judge(scene).verdict();
            if (verdict == Verdict.PASSED) {
                return;
            }
            for (AccountId account : scene.before().keySet()) {
                for (Facet facet : FACETS) {
                    assertNotEquals(Verdict.PASSED, Judge.judge(blind(scene, account, facet, true)).verdict(),
                            () -> verdict + " passes when " + facet + " of " + account + " was not seen before");
                    assertNotEquals(Verdict.PASSED, Judge.judge(blind(scene, account, facet, false)).verdict(),
                            () -> verdict + " passes when " + facet + " of " + account + " is not seen after");
                }
            }
            Scene dim = scene;
            for (int times = random.nextInt(6); times > 0; times--) {
                dim = blind(dim, AnAccount.id(1 + random.nextInt(4)),
                        FACETS.get(random.nextInt(FACETS.size())), random.nextBoolean());
            }
            assertNotEquals(Verdict.PASSED, Judge.judge(dim).verdict());
        });
    }

    @Test
    void anAccountThatIsMissingAfterwardsNeverTurnsANonPassIntoAPass() {
        Cases.check(random -> {
            Scene scene = Scenes.any(random);
            if (Judge.judge(scene).verdict() != Verdict.PASSED) {
                for (AccountId account : scene.before().keySet()) {
                    Map<AccountId, Observation> after = new HashMap<>(scene.after());
                    after.remove(account);
                    assertNotEquals(Verdict.PASSED,
                            Judge.judge(with(scene, scene.contract(), scene.before(), after)).verdict());
                }
            }
        });
    }

    @Test
    void theOrderOfTheAccountsDoesNotMatter() {
        Cases.check(random -> {
            Scene scene = Scenes.any(random);
            Scene other = new Scene(scene.contract(), shuffled(scene.attempted(), random),
                    shuffled(scene.before(), random), shuffled(scene.after(), random), scene.now(),
                    new HashSet<>(scene.watched()), scene.baseline(), scene.attribution());
            assertEquals(Judge.judge(scene), Judge.judge(other));
        });
    }

    @Test
    void aWiderContractNeverAddsAnExtra() {
        Cases.check(random -> {
            Scene scene = Scenes.any(random);
            Contract wider = Scenes.wider(scene.contract(), random);
            Set<Place> narrow = extras(scene);
            Set<Place> wide = extras(with(scene, wider, scene.before(), scene.after()));
            assertTrue(narrow.containsAll(wide), () -> wide + " under " + wider + ", " + narrow + " under "
                    + scene.contract());
        });
    }

    @Test
    void whatIsImpliedHangsOnAFacetThatIsJudgedItself() {
        Cases.check(random -> {
            Scene scene = Scenes.any(random);
            for (Finding implied : Judge.judge(scene).findings(Outcome.IMPLIED)) {
                assertTrue(FACETS.stream()
                        .anyMatch(above -> above.dominates().contains(implied.facet())
                                && isJudged(scene, implied.account(), above)),
                        () -> implied.facet() + " is implied by what nobody judges");
            }
        });
    }

    private static Set<Place> extras(Scene scene) {
        return Judge.judge(scene).findings(Outcome.EXTRA).stream().map(Place::of).collect(Collectors.toSet());
    }

    private static Scene with(Scene scene, Contract contract, Map<AccountId, Observation> before,
            Map<AccountId, Observation> after) {
        return new Scene(contract, scene.attempted(), before, after, scene.now(), scene.watched(), scene.baseline(),
                scene.attribution());
    }

    private static Scene blind(Scene scene, AccountId account, Facet facet, boolean inBefore) {
        Map<AccountId, Observation> before = new LinkedHashMap<>(scene.before());
        Map<AccountId, Observation> after = new LinkedHashMap<>(scene.after());
        (inBefore ? before : after).computeIfPresent(account, (_, seen) -> blind(seen, facet));
        return with(scene, scene.contract(), before, after);
    }

    private static Observation blind(Observation account, Facet facet) {
        Map<Facet, Reading> readings = new EnumMap<>(Facet.class);
        readings.putAll(account.readings());
        readings.computeIfPresent(facet, (_, _) -> new Reading.Unseen("looked away"));
        return new Observation(account.id(), account.traits(), readings);
    }

    private static <V> Map<AccountId, V> shuffled(Map<AccountId, V> map, Random random) {
        List<Map.Entry<AccountId, V>> entries = new ArrayList<>(map.entrySet());
        Collections.shuffle(entries, random);
        Map<AccountId, V> shuffled = new LinkedHashMap<>();
        entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
        return shuffled;
    }
}

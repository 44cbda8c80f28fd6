package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.catalog.CatalogLoader;
import dev.shisa.catalog.LoadedCatalog;
import dev.shisa.manual.CommandForm;
import dev.shisa.manual.ValueForm;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered, by the words before the cursor and the one at it, on the tree of the shipped catalog. */
class OffersTest {
    private static final CommandForm PROGRAM = program();

    private static final Offers.Names NAMES = new Offers.Names() {
        @Override
        public List<String> stored(ValueForm.Kind kind) {
            return List.of(kind.name().toLowerCase(Locale.ROOT) + "-1", kind.name().toLowerCase(Locale.ROOT) + "-2");
        }

        @Override
        public List<String> accounts(String begun) {
            return begun.length() < 2 ? List.of() : List.of("person1@x.example", "person2@x.example");
        }

        @Override
        public List<String> files(String begun, boolean foldersOnly) {
            return foldersOnly ? List.of("folder/") : List.of("file.txt", "folder/", "my file");
        }
    };

    private static CommandForm program() {
        PrintStream nobody = new PrintStream(PrintStream.nullOutputStream());
        return CommandForms.of(new Desk(List.of(), new GlobalOptions(new Environment(Map.of(), Path.of("nowhere"))),
                ((LoadedCatalog.Loaded) CatalogLoader.shipped()).catalog(), nobody, nobody, () -> Surface.PIPE,
                new Interruptions()));
    }

    private static Set<String> offered(String line) {
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ", -1)));
        String begun = words.removeLast();
        Set<String> offered = new TreeSet<>();
        new Offers(PROGRAM, Locale.ENGLISH, NAMES).at(words, begun).forEach(offer -> offered.add(offer.word()));
        return offered;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", ignoreLeadingAndTrailingWhitespace = false, value = {
            // nouns and verbs
            "mailbox re|remove,restore", "mailbox RE|remove,restore", "shisa mailbox re|remove,restore", "qu|quit",
            "mailbox qu|-", "she|-", "nothing re|-",
            // options of the command, once each, and none behind the end of the options
            "mailbox remove --keep|--keep-identity", "mailbox restore --keep|-", "run show --l|--lang,--lock-timeout",
            "mailbox remove --all --al|-", "mailbox remove -- --al|-", "plan list -o json --out|-",
            // words and names that an option takes, and no verbs among them
            "plan list --lang |en,ja", "plan list --lang=|--lang=en,--lang=ja", "plan list -o j|json",
            "--tenant plan plan |list,show", "mailbox remove --reason |-", "plan list --store fo|folder/",
            "mailbox remove --from fi|file.txt",
            // names of the store
            "apply plan|plan-1,plan-2", "apply my|my file", "undo |run-1,run-2", "undo run-1 run|-",
            "snapshot diff snapshot-1 |snapshot-1,snapshot-2", "snapshot diff a b |-",
            // accounts, as many as are typed
            "mailbox remove pe|person1@x.example,person2@x.example",
            "mailbox remove --all person1@x.example pers|person1@x.example,person2@x.example", "mailbox remove p|-",
            "account show PER|person1@x.example,person2@x.example"})
    void theTable(String line, String offers) {
        // Behind a word that takes nothing more its options are offered; that is looked at below.
        Set<String> found = offered(line);
        found.removeIf(word -> line.endsWith(" ") && word.startsWith("-") && !line.endsWith("--"));
        assertEquals(offers == null ? Set.of() : new TreeSet<>(Arrays.asList(offers.split(","))), found);
    }

    @Test
    void whereNothingElseMayStandOptionsAreOffered() {
        assertTrue(offered("mailbox remove ").containsAll(Set.of("--all", "--keep-identity", "--execute")));
        assertFalse(offered("mailbox remove --all ").contains("--all"));
        assertEquals(Set.of(), offered("mailbox remove --reason "));
    }

    @Test
    void theFirstWordIsANounOrLeaves() {
        assertTrue(offered("").containsAll(Set.of("mailbox", "plan", "undo", "exit", "quit")));
        assertFalse(offered("").contains("shell"));
    }

    @Test
    void offersAreExplainedAndFoldersGoOn() {
        List<Offers.Offer> remove = new Offers(PROGRAM, Locale.ENGLISH, NAMES).at(List.of("mailbox"), "rem");
        assertEquals("Take the mailbox from an account.", remove.getFirst().meaning());
        List<Offers.Offer> paths = new Offers(PROGRAM, Locale.ENGLISH, NAMES).at(List.of("apply"), "fo");
        assertEquals(List.of(new Offers.Offer("folder/", "", false)), paths);
    }
}

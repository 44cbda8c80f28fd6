package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refusals in the language of the operator; programs are told the English, whatever the language. */
class SpokenRefusalTest extends Scene {

    @BeforeEach
    void serve() {
        serve("small");
    }

    @Test
    void whatWasNotConfirmedIsSaidInJapanese() {
        Result refused = inJapanese("mailbox", "remove", "--all", "--keep-identity", "--execute", "--confirm",
                "23@contoso.example", "--accept-loss", "mailbox", "--expect-count", "22").exits(15);
        refused.tells("拒否 (15): 対象は 24 アカウントですが、--expect-count は 22 です。",
                "対処: policies/limits.yaml のポリシー expected-count による判断です。",
                "拒否 (18): 確認の内容が計画と一致しません。", "前提: --confirm 23@contoso.example",
                "実際: 計画は --confirm 24@contoso.example", "対処: 別の数を指定する前に、計画をもう一度確認してください。",
                "--accept-loss licences,mailbox");
        assertTrue(!refused.talk().contains("refused (") && !refused.talk().contains("believed:"), refused.talk());
    }

    @Test
    void whoIsNotThereIsNamedInJapanese() {
        inJapanese("mailbox", "remove", "nobody@contoso.example", "--keep-identity").exits(4)
                .tells("引数 1: \"nobody@contoso.example\" に該当するアカウントはありません。");
    }

    @Test
    void anOpenChoiceNamesBothWaysInJapanese() {
        inJapanese("mailbox", "remove", "person1@contoso.example").exits(2)
                .tells("--keep-identity または --discard-identity を指定する必要があります。", "次のいずれかを指定してください:",
                        "--keep-identity  (失われるもの: メールボックス、ライセンス)");
    }

    @Test
    void aLineThatCannotBeUnderstoodIsRefusedInJapaneseToo() {
        inJapanese("mailbox", "remvoe").exits(2).tells("拒否 (2): \"remvoe\" というコマンドはありません。", "remove、restore");
        inJapanese("run", "list", "--lits").exits(2).tells("\"--lits\" というオプションはありません。");
        inJapanese("halt", "--all").exits(2).tells("拒否 (2): --reason が指定されていません。");
        inJapanese("run", "show").exits(2).tells("拒否 (2): RUN が指定されていません。");
        inJapanese("run", "list", "--store").exits(2).tells("拒否 (2): --store");
        inJapanese("mailbox", "remove", "--all", "--ticket", "1", "--ticket", "2").exits(2)
                .tells("拒否 (2): --ticket が 2 回以上指定されています。");
        inJapanese("run", "list", "--lock-timeout", "soon").exits(2).tells("--lock-timeout に「soon」は指定できません");
        inJapanese("run", "list", "here").exits(2).tells("ここでは \"here\" を指定できません。");
    }

    @Test
    void aTenantThatNobodyHasWrittenDownIsNotTakenForThisOne() {
        Result listed = shell().raw(List.of("run", "list", "--tenant", "foo")).exits(2);
        assertTrue(listed.talk().contains("There is no tenant profile named foo."), listed.talk());
        shell().raw(List.of("halt", "--all", "--reason", "in a hurry", "--tenant", "foo")).exits(0);
    }

    @Test
    void aPlanThatIsNotThereIsSaidInJapanese() {
        inJapanese("apply", "plan-of-nobody").exits(4).tells("拒否 (4): 計画 plan-of-nobody はありません。",
                "対処: 一覧を表示してください: shisa plan list");
    }

    @Test
    void programsAreToldTheEnglishWhateverTheLanguage() {
        List<List<String>> lines = List.of(List.of("apply", "plan-of-nobody"),
                List.of("mailbox", "remove", "person1@contoso.example"),
                List.of("mailbox", "remove", "nobody@contoso.example", "--keep-identity"));
        for (List<String> words : lines) {
            List<String> japanese = new ArrayList<>(words);
            japanese.addAll(List.of("--lang", "ja"));
            Result told = shell().json(words.toArray(String[]::new));
            assertTrue(!told.lines("error").isEmpty(), told.toString());
            assertTrue(told.errors().chars().noneMatch(letter -> letter > 0x3000), told.errors());
            assertEquals(told.lines("error"), shell().json(japanese.toArray(String[]::new)).lines("error"));
        }
    }

    private Result inJapanese(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--lang", "ja"));
        return shell().run(line.toArray(String[]::new));
    }
}

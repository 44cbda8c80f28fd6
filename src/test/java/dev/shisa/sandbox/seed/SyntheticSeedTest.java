package dev.shisa.sandbox.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.sandbox.directory.DirectoryContent;
import dev.shisa.sandbox.directory.Identity;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same seed makes the same accounts, in every version. */
final class SyntheticSeedTest {

    @Test
    void theAccountsAreTheSameAsEver() throws Exception {
        assertEquals("b7efdb790cf1f2cafca4295851591fee4749497f0833bd77009eaba3c7d78fdf",
                digest(Seeds.synthetic(3_000)));
        assertEquals("f061f79801cf4b5a2fd81050e9f682f2af7e43ccc6f1e6645429f7d411bccd57", digest(Seeds.synthetic(3)));
    }

    @Test
    void theyAreInTheOrderOfTheirIds() {
        List<User> users = Seeds.synthetic(20_000).users();
        assertEquals(20_000, users.size());
        for (int i = 1; i < users.size(); i++) {
            assertTrue(users.get(i - 1).id().compareTo(users.get(i).id()) < 0);
        }
        assertTrue(users.stream().allMatch(user -> user.identity() == Identity.ACTIVE));
    }

    private static String digest(DirectoryContent content) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        add(digest, content.organisation() + content.defaultDomain() + content.initialDomain());
        add(digest, String.valueOf(content.seats().values().stream().sorted().toList()));
        content.groups().forEach(group -> add(digest, String.valueOf(group)));
        content.roles().forEach(role -> add(digest, String.valueOf(role)));
        for (User user : content.users()) {
            add(digest, user.id());
            for (UserField field : UserField.values()) {
                add(digest, field.label() + "=" + user.value(field));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

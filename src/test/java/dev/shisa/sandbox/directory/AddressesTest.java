package dev.shisa.sandbox.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Addresses are found whether they are kept or follow from a name, and as long as their owner is active. */
final class AddressesTest {

    private static final String NOW = "2026-04-01T00:00:00Z";
    private static final User MODEL = User.blank("1").with(UserField.USER_PRINCIPAL_NAME, "model@contoso.example")
            .with(UserField.MAIL, "model@contoso.example").with(UserField.MAIL_NICKNAME, "model")
            .with(UserField.PROXY_ADDRESSES, List.of("SMTP:model@contoso.example", "smtp:model@mail.contoso.example"));
    private static final User SHAPED = Shape.of(MODEL).user("2", "One@contoso.example", "One", List.of(),
            UUID.randomUUID());

    private final Directory directory = new Directory(new DirectoryContent("Contoso", "contoso.example",
            "contoso.onmicrosoft.example", Map.of(), List.of(), List.of(), List.of(), List.of(MODEL, SHAPED)),
            ServerClock.standing());

    private String owner(String address) {
        return String.valueOf(directory.exclusively(() -> directory.addresses().owner(address)));
    }

    private void become(User user) {
        directory.exclusively(() -> {
            directory.commit("test", List.of(user));
            return user;
        });
    }

    @Test
    void everyAddressHasItsOwner() {
        assertEquals("1", owner("smtp:MODEL@contoso.example"));
        assertEquals("1", owner("SMTP:model@mail.contoso.example"));
        assertEquals("2", owner("smtp:one@contoso.example"));
        assertEquals("2", owner("SMTP:ONE@MAIL.contoso.example"));
        for (String nobodys : List.of("smtp:one@mail.mail.contoso.example", "smtp:one@other.example", "one", "smtp:",
                "smtp:two@mail.contoso.example", "x500:one@contoso.example")) {
            assertNull(directory.exclusively(() -> directory.addresses().owner(nobodys)), nobodys);
        }
    }

    @Test
    void anAddressIsFreeWhenItsOwnerIsDeletedAndTakenAgainWhenItIsBack() {
        assertEquals("2", owner("smtp:one@mail.contoso.example"));
        User deleted = Accounts.softDelete(SHAPED, NOW);
        become(deleted);
        assertEquals("null", owner("smtp:one@mail.contoso.example"));
        become(Accounts.restore(deleted, NOW, Delicensing.AT_ONCE));
        assertEquals("2", owner("smtp:one@mail.contoso.example"));
        assertEquals("2", owner("smtp:one@contoso.example"));
    }

    @Test
    void addressesStayWithTheirOwnerUnderAnotherName() {
        become(SHAPED.with(UserField.USER_PRINCIPAL_NAME, "two@contoso.example"));
        assertEquals("2", owner("smtp:one@contoso.example"));
        assertEquals("2", owner("smtp:one@mail.contoso.example"));
        assertEquals("null", owner("smtp:two@contoso.example"));
        become(SHAPED.with(UserField.PROXY_ADDRESSES, List.of("smtp:three@contoso.example")));
        assertEquals("2", owner("smtp:three@contoso.example"));
        assertEquals("null", owner("smtp:one@contoso.example"));
    }
}

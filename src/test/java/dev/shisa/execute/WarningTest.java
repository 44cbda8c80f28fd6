package dev.shisa.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two accounts that are warned of alike give equal texts. */
class WarningTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"No seats left| No seats left",
            "'  User a.b@sgu.example has 3 of 25 seats '| User (address) has (number) of (number) seats",
            "Account 6fd2c87f-b296-42f0-b197-1e91e994b900 is held| Account (id) is held",
            "<a@sgu.example> asks b@contoso.example| <(address)> asks (address)"})
    void whatDiffersFromAccountToAccountIsLeftOut(String text, String form) {
        assertEquals(form, Warning.form(text));
    }
}

package dev.shisa.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.tenant.Budget.Scope;
import dev.shisa.tenant.Cost;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestCostTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET | /users | 2 | 0 | 0
            GET | /users?$select=id&$top=999 | 1 | 0 | 0
            GET | /users?%24expand=manager | 3 | 0 | 0
            GET | /users?$top=19 | 1 | 0 | 0
            GET | /users?$top=20 | 2 | 0 | 0
            GET | /users/$count | 1 | 0 | 0
            GET | /users/a?$select=id | 1 | 0 | 0
            GET | /users/a/memberOf | 2 | 0 | 0
            GET | /users/a/memberOf?$select=id&$top=999 | 1 | 0 | 0
            GET | /users/a/ownedObjects | 2 | 0 | 0
            GET | /users/a/mailboxSettings/userPurpose | 0 | 0 | 0
            GET | /users/a/settings/exchange | 0 | 0 | 0
            GET | /subscribedSkus | 3 | 0 | 0
            GET | /groups/a/members | 3 | 0 | 0
            GET | /groups/a/transitiveMembers?$select=id | 4 | 0 | 0
            GET | /groups/a/owners | 1 | 0 | 0
            GET | /auditLogs/directoryAudits | 0 | 0 | 1
            GET | /admin/serviceAnnouncement/healthOverviews | 0 | 0 | 0
            GET | /directory/deletedItems/a?$select=id | 1 | 0 | 0
            POST | /$batch | 0 | 0 | 0
            POST | /users/a/assignLicense | 1 | 1 | 0
            DELETE | /users/a | 1 | 1 | 0
            """)
    void everyRequestTakesWhatIsDocumented(String method, String url, int units, int writes, int reports) {
        assertEquals(new Cost(units, writes, reports), RequestCost.of(method, url));
    }

    @Test
    void aRefusalHoldsBackWhatTheSameQuotaCounts() {
        assertEquals(Optional.of(Scope.WRITES), RequestCost.refusedBy(Cost.WRITE, ""));
        assertEquals(Optional.of(Scope.WRITES), RequestCost.refusedBy(Cost.WRITE, "WriteLimitExceeded"));
        assertEquals(Optional.of(Scope.UNITS), RequestCost.refusedBy(Cost.WRITE, "ResourceUnitLimitExceeded"));
        assertEquals(Optional.of(Scope.UNITS), RequestCost.refusedBy(new Cost(1, 0, 0), ""));
        assertEquals(Optional.of(Scope.REPORTS), RequestCost.refusedBy(new Cost(0, 0, 1), ""));
        assertEquals(Optional.empty(), RequestCost.refusedBy(Cost.NOTHING, ""));
    }
}

package dev.shisa.tenant;

import dev.shisa.account.FacetValue.Identity;
import java.util.Optional;
import java.util.Set;

class FakeTenantTest extends TenantConformance {
    private final FakeTenant tenant = new FakeTenant();

    FakeTenantTest() {
        tenant.addUsers("person", 20);
        tenant.alter(tenant.addUser("admin"),
                admin -> admin.withRoles(Set.of("assigned:62e90394-69f5-4237-9190-012177145e10")));
        tenant.alter(tenant.addUser("leaver"),
                leaver -> leaver.withIdentity(Identity.SOFT_DELETED, Optional.of(tenant.now())));
    }

    @Override
    protected Tenant tenant() {
        return tenant;
    }

    @Override
    protected String person(int index) {
        return "person" + (index + 1) + "@sgu.example";
    }
}

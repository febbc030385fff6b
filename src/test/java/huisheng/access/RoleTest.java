package huisheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Dimension;
import huisheng.review.Scope;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleTest {
    private static final Scope BRAND = new Scope(Map.of(Dimension.BRAND, Set.of("云岭")));
    private static final Scope REGION = new Scope(Map.of(Dimension.REGION, Set.of("广东")));
    private static final Scope BOTH = new Scope(Map.of(Dimension.BRAND, Set.of("云岭"), Dimension.REGION, Set.of("广东")));

    @Test
    void fits_executiveAndAdministrator_seeAllOrNothing() {
        for (Role role : Set.of(Role.EXECUTIVE, Role.ADMINISTRATOR)) {
            assertThat(role.fits(Scope.ALL)).isTrue();
            assertThat(role.fits(BRAND)).isFalse();
            assertThat(role.fits(REGION)).isFalse();
        }
    }

    @Test
    void fits_department_isDrawnByBrandOrProductAlone() {
        assertThat(Role.DEPARTMENT.fits(BRAND)).isTrue();
        assertThat(Role.DEPARTMENT.fits(Scope.ALL)).isFalse();
        assertThat(Role.DEPARTMENT.fits(REGION)).isFalse();
        assertThat(Role.DEPARTMENT.fits(BOTH)).isFalse();
    }

    @Test
    void fits_post_needsARegionChannelOrStoreAndMayBeNarrower() {
        assertThat(Role.POST.fits(REGION)).isTrue();
        assertThat(Role.POST.fits(BOTH)).isTrue();
        assertThat(Role.POST.fits(BRAND)).isFalse();
        assertThat(Role.POST.fits(Scope.ALL)).isFalse();
    }

    @Test
    void rights_noneButTheAdministrators_includePushOrAdmin() {
        for (Role role : Role.values()) {
            Principal principal = new Principal(1, "x", Scope.ALL, role.rights());
            assertThat(principal.may(Right.READ)).isTrue();
            assertThat(principal.may(Right.ADMIN)).isEqualTo(role == Role.ADMINISTRATOR);
            assertThat(principal.may(Right.PUSH)).isEqualTo(role == Role.ADMINISTRATOR);
            assertThat(principal.may(Right.HANDLE)).isEqualTo(role != Role.EXECUTIVE);
        }
        assertThat(new Principal(1, "x", BRAND, Role.POST.rights()).may(Right.CORRECT))
                .isFalse();
    }
}

package huisheng.access.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    /** Of the reference implementation's own tests (phc-winner-argon2, test.c). */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void matches_hashOfTheReferenceImplementation_knowsThePassword() {
        assertThat(PasswordHash.matches("password", REFERENCE)).isTrue();
        assertThat(PasswordHash.matches("differentpassword", REFERENCE)).isFalse();
    }

    @Test
    void of_samePasswordTwice_differsBySaltAndMatches() {
        String one = PasswordHash.of("正确的马电池订书钉");
        String other = PasswordHash.of("正确的马电池订书钉");
        assertThat(one).isNotEqualTo(other);
        assertThat(PasswordHash.matches("正确的马电池订书钉", one)).isTrue();
        assertThat(PasswordHash.matches("正确的马电池订书针", one)).isFalse();
    }

    @Test
    void of_anyPassword_costsAtLeastWhatOwaspAsksFor() {
        Matcher cost = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$.*")
                .matcher(PasswordHash.of("x"));
        assertThat(cost.matches()).isTrue();
        assertThat(Integer.parseInt(cost.group(1))).isGreaterThanOrEqualTo(19_456);
        assertThat(Integer.parseInt(cost.group(2))).isGreaterThanOrEqualTo(2);
    }

    /** Else an unknown login would be answered sooner than a wrong password. */
    @Test
    void nobody_hasTheCostOfARealHash() {
        String salt = "\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+$";
        assertThat(Passwords.NOBODY.replaceFirst(salt, ""))
                .isEqualTo(PasswordHash.of("x").replaceFirst(salt, ""));
        assertThat(PasswordHash.matches("", Passwords.NOBODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFh"
            })
    void matches_whatIsNoHashOrCostsTooMuch_isRefused(String phc) {
        assertThatThrownBy(() -> PasswordHash.matches("password", phc)).isInstanceOf(IllegalArgumentException.class);
    }
}

package huisheng.access.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EasyPasswordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "111111111111",
                "ababababcdcd",
                "123456789012",
                "210987654321",
                "QWERTYUIOPas",
                "1qaz2wsx3edc",
                "passwordpassword",
                "酒香酒香酒香酒香酒香酒香",
                "Password1234",
                "woaini1314520"
            })
    void contain_whatIsGuessedFirst(String password) {
        assertThat(EasyPasswords.contain(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "正确的马电池订书钉不在这里", "x9 Lq-77 tiger", "mississippi river"})
    void contain_noneThatIsMadeUpWithSense(String password) {
        assertThat(EasyPasswords.contain(password)).isFalse();
    }
}

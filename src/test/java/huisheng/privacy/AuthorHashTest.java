package huisheng.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AuthorHashTest {
    private static final AuthorHash HASH = new AuthorHash("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    @Test
    void hash_sameUser_isStable() {
        assertThat(HASH.hash("jd", "u1")).isEqualTo(HASH.hash("jd", "u1")).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void hash_otherChannelUserOrKey_differs() {
        AuthorHash other = new AuthorHash("0123456789abcdeX".getBytes(StandardCharsets.US_ASCII));
        assertThat(HASH.hash("jd", "u1"))
                .isNotEqualTo(HASH.hash("jd", "u2"))
                .isNotEqualTo(HASH.hash("taobao", "u1"))
                .isNotEqualTo(HASH.hash("jdu", "1"))
                .isNotEqualTo(other.hash("jd", "u1"));
    }

    @Test
    void new_shortKey_isRefused() {
        assertThatThrownBy(() -> new AuthorHash(new byte[8])).isInstanceOf(IllegalArgumentException.class);
    }
}

package huisheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigestsTest {
    @Test
    void sha256AndHmac_knownTexts_giveTheKnownValues() {
        assertThat(Digests.sha256("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        // RFC 4231, case 2
        assertThat(Digests.hmac("Jefe".getBytes(StandardCharsets.UTF_8), "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void secret_each_isNewAndNeedsNoEscape() {
        assertThat(Digests.secret()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(Digests.secret());
    }
}

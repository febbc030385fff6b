package huisheng.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final String SECRET = "a-long-secret-of-your-own";
    private static final byte[] BODY = "{\"id\":\"alert:1:raised\",\"title\":\"漏酒\"}".getBytes(UTF_8);

    @Test
    void dingTalk_vector_isSignedAsPublished() {
        assertThat(Signatures.dingTalk("SECtest", 1_700_000_000_000L))
                .isEqualTo("aZLLrriXgn05YbwaGR7knYsLeJADjr9NwLaNNKpxh4g%3D");
    }

    @Test
    void feishu_vector_isSignedAsPublished() {
        assertThat(Signatures.feishu("test", 1_700_000_000L)).isEqualTo("eSJQnOl8XqPTMPHWz9e5IzeHS/tqoc68g2967ekIPmg=");
    }

    /** RFC 4231, test case 2. */
    @Test
    void hmac_vectorOfTheStandard_isRight() {
        assertThat(Hmac.sha256("Jefe".getBytes(UTF_8), "what do ya want for nothing?".getBytes(UTF_8)))
                .asHexString()
                .isEqualToIgnoringCase("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void genuine_asItWasSent_isBelieved() {
        String header = Signatures.webhook(SECRET, NOW, BODY);
        assertThat(header).startsWith("t=1700000000,v1=");
        assertThat(Signatures.genuine(SECRET, header, BODY, NOW)).isTrue();
        assertThat(Signatures.genuine(SECRET, header, BODY, NOW.plus(Signatures.WINDOW)))
                .isTrue();
    }

    @Test
    void genuine_replayedLater_isRefused() {
        String header = Signatures.webhook(SECRET, NOW, BODY);
        Duration late = Signatures.WINDOW.plusSeconds(1);
        assertThat(Signatures.genuine(SECRET, header, BODY, NOW.plus(late))).isFalse();
        assertThat(Signatures.genuine(SECRET, header, BODY, NOW.minus(late))).isFalse();
    }

    @Test
    void genuine_withANewerTimePutIn_isRefused() {
        String header = Signatures.webhook(SECRET, NOW, BODY);
        String younger = header.replace("t=1700000000", "t=1700000400");
        assertThat(Signatures.genuine(SECRET, younger, BODY, NOW.plusSeconds(400)))
                .isFalse();
    }

    @Test
    void genuine_otherBodyOrSecretOrForm_isRefused() {
        String header = Signatures.webhook(SECRET, NOW, BODY);
        assertThat(Signatures.genuine(SECRET, header, "{}".getBytes(UTF_8), NOW))
                .isFalse();
        assertThat(Signatures.genuine("another-secret-of-your-own", header, BODY, NOW))
                .isFalse();
        for (String wrong :
                new String[] {"", "t=1700000000", header + ",v1=00", header.toUpperCase(java.util.Locale.ROOT)}) {
            assertThat(Signatures.genuine(SECRET, wrong, BODY, NOW)).as(wrong).isFalse();
        }
    }
}

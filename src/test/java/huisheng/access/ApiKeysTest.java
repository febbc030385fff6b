package huisheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Scope;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    private final AtomicInteger lookups = new AtomicInteger();
    private final AtomicLong seconds = new AtomicLong();
    private final String good = ApiKeys.generate();
    private final Principal owner = new Principal(7, "owner", Scope.ALL, Set.of(Right.READ));
    private final ApiKeys keys = new ApiKeys(
            hash -> {
                lookups.incrementAndGet();
                return Future.succeededFuture(hash.equals(ApiKeys.hash(good)) ? Optional.of(owner) : Optional.empty());
            },
            new Clock() {
                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return Instant.ofEpochSecond(seconds.get());
                }
            });

    @Test
    void generate_isLongAndNeverTheSame() {
        assertThat(good).matches("hs_[A-Za-z0-9_-]{43}").isNotEqualTo(ApiKeys.generate());
        assertThat(ApiKeys.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void verify_knownKey_isRememberedForAWhile() {
        assertThat(keys.verify(good).result()).contains(owner);
        assertThat(keys.verify(good).result()).contains(owner);
        assertThat(lookups).hasValue(1);
        seconds.set(ApiKeys.REMEMBERED.toSeconds() + 1);
        assertThat(keys.verify(good).result()).contains(owner);
        assertThat(lookups).hasValue(2);
        keys.forget(ApiKeys.hash(good));
        assertThat(keys.verify(good).result()).contains(owner);
        assertThat(lookups).hasValue(3);
    }

    @Test
    void verify_wrongKey_isNotRemembered() {
        String wrong = ApiKeys.generate();
        assertThat(keys.verify(wrong).result()).isEmpty();
        assertThat(keys.verify(wrong).result()).isEmpty();
        assertThat(lookups).hasValue(2);
    }

    @Test
    void verify_noKeyAtAll_asksNobody() {
        assertThat(keys.verify("' OR 1=1 --").result()).isEmpty();
        assertThat(keys.verify(good + "x").result()).isEmpty();
        assertThat(lookups).hasValue(0);
    }

    @Test
    void may_adminMayAll() {
        assertThat(owner.may(Right.PUSH)).isFalse();
        assertThat(new Principal(8, "a", Scope.ALL, Set.of(Right.ADMIN)).may(Right.PUSH))
                .isTrue();
    }
}

package huisheng.access.user;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasswordsTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterAll
    void stop() {
        await(vertx.close());
    }

    @Test
    void hash_moreThanMayWait_areRefusedAtOnceAndTheRestIsDone() {
        Passwords passwords = new Passwords(vertx, 3);
        List<Future<String>> hashes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String password = "p" + i;
            hashes.add(passwords.turn(() -> passwords.hash(password)));
        }
        assertThat(hashes.subList(3, 8))
                .allSatisfy(hash -> assertThat(hash.cause()).isInstanceOf(Passwords.Crowded.class));
        for (int i = 0; i < 3; i++) {
            assertThat(await(passwords.matches("p" + i, await(hashes.get(i))))).isTrue();
        }
        assertThat(await(passwords.turn(() -> passwords.hash("later")))).isNotEmpty();
        await(passwords.close());
    }
}

package huisheng.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {
    @Test
    void toString_urlWithPassword_hidesIt() {
        DatabaseSettings settings = DatabaseSettings.at("postgresql://hs:s3cret@db:5432/reviews?password=s3cret");
        assertThat(settings.toString()).contains("db:5432/reviews").doesNotContain("s3cret");
    }

    @Test
    void new_emptyPool_isRefused() {
        assertThatThrownBy(() -> new DatabaseSettings(null, Path.of("data"), 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

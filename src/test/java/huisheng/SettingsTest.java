package huisheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @Test
    void load_emptyEnvironment_givesDefaults() throws IOException {
        Settings settings = Settings.load(Map.of());
        assertThat(settings.http()).isEqualTo(new Settings.Http("127.0.0.1", 8080));
        assertThat(settings.store().url()).isNull();
        assertThat(settings.access().oidc().tokens()).isEmpty();
        assertThat(settings.analysis().pack()).isEqualTo("general");
        assertThat(settings.analysis().threads()).isPositive();
    }

    @Test
    void load_everyVariable_reachesItsSetting() throws IOException {
        Settings settings = Settings.load(Map.ofEntries(
                Map.entry("HUISHENG_HOME", "/h"),
                Map.entry("HUISHENG_DATA", "/d"),
                Map.entry("HUISHENG_HOST", "0.0.0.0"),
                Map.entry("HUISHENG_PORT", "1"),
                Map.entry("HUISHENG_BEHIND_PROXY", "true"),
                Map.entry("HUISHENG_CALL_RATE", "10"),
                Map.entry("HUISHENG_PUSH_RATE", "11"),
                Map.entry("HUISHENG_STRANGER_RATE", "14"),
                Map.entry("HUISHENG_SESSION_IDLE", "12"),
                Map.entry("HUISHENG_SESSION_HOURS", "13"),
                Map.entry("HUISHENG_OIDC_ISSUER", "https://id.example"),
                Map.entry("HUISHENG_OIDC_AUDIENCE", "voc"),
                Map.entry("HUISHENG_OIDC_KEYS", "https://id.example/keys"),
                Map.entry("HUISHENG_OIDC_ROLE", "r"),
                Map.entry("HUISHENG_OIDC_SCOPE", "s"),
                Map.entry("HUISHENG_DATABASE_URL", "postgresql://u:p@h/d"),
                Map.entry("HUISHENG_DATABASE_PORT", "2"),
                Map.entry("HUISHENG_DATABASE_POOL", "3"),
                Map.entry("HUISHENG_INDEX_RAM", "4"),
                Map.entry("HUISHENG_INDEX_COMMIT", "5"),
                Map.entry("HUISHENG_REPORT", "month"),
                Map.entry("HUISHENG_PACK", "baijiu"),
                Map.entry("HUISHENG_ANALYSIS_THREADS", "6"),
                Map.entry("HUISHENG_ANALYSIS_BATCH", "7"),
                Map.entry("HUISHENG_MAX_BACKLOG", "8"),
                Map.entry("HUISHENG_ALLOW_PRIVATE_TARGETS", "true"),
                Map.entry("HUISHENG_ALLOWED_TARGET_HOSTS", "a, b"),
                Map.entry("HUISHENG_PUBLIC_URL", "https://voc"),
                Map.entry("HUISHENG_DELIVERY_TIMEOUT", "9"),
                Map.entry("HUISHENG_SMTP_HOST", "smtp"),
                Map.entry("HUISHENG_SMTP_PORT", "10"),
                Map.entry("HUISHENG_SMTP_SECURITY", "tls"),
                Map.entry("HUISHENG_SMTP_USER", "u"),
                Map.entry("HUISHENG_SMTP_PASSWORD", "hush"),
                Map.entry("HUISHENG_SMTP_FROM", "voc@brand.example")));
        assertThat(settings)
                .isEqualTo(new Settings(
                        Path.of("/h"),
                        Path.of("/d"),
                        new Settings.Http("0.0.0.0", 1),
                        new Settings.Access(
                                true,
                                10,
                                11,
                                14,
                                12,
                                13,
                                new Settings.Oidc("https://id.example", "voc", "https://id.example/keys", "r", "s")),
                        new Settings.Store("postgresql://u:p@h/d", 2, 3),
                        new Settings.Index(4, 5),
                        new Settings.Reporting("month"),
                        new Settings.Analysis("baijiu", 6, 7, 8),
                        new Settings.Delivery(true, "a, b", "https://voc", 9),
                        new Settings.Mail("smtp", 10, "tls", "u", "hush", "voc@brand.example")));
        assertThat(settings.delivery().hosts()).containsExactly("a", "b");
        assertThat(settings.toString()).doesNotContain("u:p").doesNotContain("hush");
    }

    @Test
    void load_reportNeitherWeekNorMonth_isRefused() {
        assertThatThrownBy(() -> Settings.load(Map.of("HUISHENG_REPORT", "daily")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("report");
    }

    @Test
    void load_unknownMailSecurity_isRefused() {
        assertThatThrownBy(() -> Settings.load(Map.of("HUISHENG_SMTP_SECURITY", "ssl3")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mail");
    }

    @Test
    void load_issuerWithoutKeys_isRefused() {
        assertThatThrownBy(() -> Settings.load(Map.of("HUISHENG_OIDC_ISSUER", "https://id.example")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("access.oidc");
    }

    @Test
    void load_fileOverDefaults_keepsWhatItLeavesOut(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), "http:\n  port: 9000\n");
        Settings settings = Settings.load(Map.of("HUISHENG_CONFIG", file.toString()));
        assertThat(settings.http()).isEqualTo(new Settings.Http("127.0.0.1", 9000));
    }

    @Test
    void publicUrl_notSet_isWhereTheServiceListensUnlessOthersCannotKnow() throws IOException {
        assertThat(Settings.load(Map.of()).publicUrl()).isEqualTo("http://localhost:8080");
        assertThat(Settings.load(Map.of("HUISHENG_HOST", "10.0.0.7", "HUISHENG_PORT", "9"))
                        .publicUrl())
                .isEqualTo("http://10.0.0.7:9");
        assertThat(Settings.load(Map.of("HUISHENG_HOST", "0.0.0.0")).publicUrl())
                .isEmpty();
        assertThat(Settings.load(Map.of("HUISHENG_PORT", "0")).publicUrl()).isEmpty();
        assertThat(Settings.load(Map.of("HUISHENG_HOST", "::1")).publicUrl()).isEqualTo("http://[::1]:8080");
        assertThat(Settings.load(Map.of("HUISHENG_HOST", "0.0.0.0", "HUISHENG_PUBLIC_URL", "https://voc"))
                        .publicUrl())
                .isEqualTo("https://voc");
    }

    @Test
    void load_wrongNumber_namesTheSettingWithoutItsValue() {
        assertThatThrownBy(() -> Settings.load(Map.of("HUISHENG_PORT", "secret")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("http.port")
                .hasMessageNotContaining("secret");
    }
}

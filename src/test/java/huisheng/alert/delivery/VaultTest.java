package huisheng.alert.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final Address ADDRESS =
            new Address("https://oapi.dingtalk.com/robot/send?access_token=k3y", "SECtest");
    private final Vault vault = new Vault(new byte[] {1, 2, 3});

    @Test
    void open_sameNameAndKey_givesTheAddress() {
        String sealed = vault.seal("店长群", ADDRESS);
        assertThat(vault.open("店长群", sealed)).isEqualTo(ADDRESS);
        assertThat(new String(Base64.getDecoder().decode(sealed), ISO_8859_1))
                .doesNotContain("k3y")
                .doesNotContain("SECtest");
        assertThat(ADDRESS.toString()).doesNotContain("k3y").doesNotContain("SECtest");
    }

    @Test
    void seal_sameAddressTwice_looksDifferent() {
        assertThat(vault.seal("a", ADDRESS)).isNotEqualTo(vault.seal("a", ADDRESS));
    }

    @Test
    void open_otherName_fails() {
        String sealed = vault.seal("a", ADDRESS);
        assertThatThrownBy(() -> vault.open("b", sealed)).isInstanceOf(VaultException.class);
    }

    @Test
    void open_otherKey_fails() {
        String sealed = vault.seal("a", ADDRESS);
        assertThatThrownBy(() -> new Vault(new byte[] {1, 2, 4}).open("a", sealed))
                .isInstanceOf(VaultException.class);
    }

    @Test
    void open_anyByteChanged_fails() {
        String sealed = vault.seal("a", ADDRESS);
        byte[] bytes = Base64.getDecoder().decode(sealed);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            String text = Base64.getEncoder().encodeToString(changed);
            assertThatThrownBy(() -> vault.open("a", text)).as("byte %d", i).isInstanceOf(VaultException.class);
        }
        assertThatThrownBy(() -> vault.open("a", "AAAA")).isInstanceOf(VaultException.class);
        assertThatThrownBy(() -> vault.open("a", "no Base64")).isInstanceOf(VaultException.class);
    }
}

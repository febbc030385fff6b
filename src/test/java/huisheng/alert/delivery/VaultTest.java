package huisheng.alert.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VaultTest {
    private static final Address ADDRESS = new Address("https://oapi.dingtalk.com/robot/send?access_token=k3y", "SECtest");
    private final Vault vault = new Vault(new byte[] {1, 2, 3});

    @Test
    void open_sameNameAndKey_givesTheAddress() {
        byte[] sealed = vault.seal("店长群", ADDRESS);
        assertThat(vault.open("店长群", sealed)).isEqualTo(ADDRESS);
        assertThat(new String(sealed, ISO_8859_1)).doesNotContain("k3y").doesNotContain("SECtest");
        assertThat(ADDRESS.toString()).doesNotContain("k3y").doesNotContain("SECtest");
    }

    @Test
    void seal_sameAddressTwice_looksDifferent() {
        assertThat(vault.seal("a", ADDRESS)).isNotEqualTo(vault.seal("a", ADDRESS));
    }

    @Test
    void open_otherName_fails() {
        byte[] sealed = vault.seal("a", ADDRESS);
        assertThatThrownBy(() -> vault.open("b", sealed)).isInstanceOf(VaultException.class);
    }

    @Test
    void open_otherKey_fails() {
        byte[] sealed = vault.seal("a", ADDRESS);
        assertThatThrownBy(() -> new Vault(new byte[] {1, 2, 4}).open("a", sealed)).isInstanceOf(VaultException.class);
    }

    @Test
    void open_anyByteChanged_fails() {
        byte[] sealed = vault.seal("a", ADDRESS);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open("a", changed)).as("byte %d", i).isInstanceOf(VaultException.class);
        }
        assertThatThrownBy(() -> vault.open("a", new byte[3])).isInstanceOf(VaultException.class);
    }
}

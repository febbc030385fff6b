package huisheng.alert.delivery;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressGuardTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterAll
    void close() {
        await(vertx.close());
    }

    private AddressGuard guard(String... addresses) {
        return new AddressGuard(vertx, false, Set.of("crm.internal"), host -> literals(addresses));
    }

    private static InetAddress[] literals(String... addresses) throws UnknownHostException {
        InetAddress[] found = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) found[i] = InetAddress.getByName(addresses[i]);
        return found;
    }

    private static AddressRefused.Why refusal(AddressGuard guard, String address) {
        Throwable failure = catchThrowable(() -> await(guard.check(address)));
        if (failure.getCause() instanceof AddressRefused refused) return refused.why();
        throw new AssertionError(address, failure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.9.10",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void check_nameOfAPrivateAddress_isRefused(String address) {
        assertThat(refusal(guard(address), "https://hooks.example/x")).isEqualTo(AddressRefused.Why.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2400:3200::1",
                "2606:4700::1111"
            })
    void check_nameOfAPublicAddress_isTheOneToConnectTo(String address) throws Exception {
        AddressGuard.Place place = await(guard(address).check("https://hooks.example/x?key=1"));
        assertThat(place.address()).isEqualTo(InetAddress.getByName(address));
        assertThat(place.host()).isEqualTo("hooks.example");
        assertThat(place.port()).isEqualTo(443);
    }

    @Test
    void check_oneOfSeveralAddressesIsPrivate_isRefused() {
        assertThat(refusal(guard("1.1.1.1", "10.0.0.1"), "https://hooks.example/x"))
                .isEqualTo(AddressRefused.Why.PRIVATE);
    }

    /** The second answer of a name server that wants to be inside is never asked for. */
    @Test
    void check_nameThatIsRebound_isLookedUpOnce() {
        Deque<String> answers = new ArrayDeque<>(List.of("1.1.1.1", "127.0.0.1"));
        AddressGuard guard = new AddressGuard(vertx, false, Set.of(), host -> literals(answers.pop()));
        assertThat(await(guard.check("http://rebind.example/")).address().getHostAddress())
                .isEqualTo("1.1.1.1");
        assertThat(answers).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://hooks.example/x, SCHEME",
        "file:///etc/passwd, SCHEME",
        "gopher://hooks.example/, SCHEME",
        "jar:http://hooks.example/a!/b, SCHEME",
        "//hooks.example/x, SCHEME",
        "hooks.example, SCHEME",
        "https://user@hooks.example/, USER",
        "https://hooks.example@127.0.0.1/, USER",
        "https://user:pass@hooks.example/, USER",
        "https:///x, SYNTAX",
        "https:hooks.example, SYNTAX",
        "https://hooks.example/#x, SYNTAX",
        "https://hooks.example:0/, SYNTAX",
        "https://hooks.example:70000/, SYNTAX",
        "https://hooks example/, SYNTAX",
        "https://hooks.example/ x, SYNTAX"
    })
    void check_noPlainAddressOfTheWeb_isRefused(String address, AddressRefused.Why why) {
        assertThat(refusal(guard("1.1.1.1"), address)).isEqualTo(why);
    }

    /** Other ways to write 127.0.0.1: whatever the system makes of them is judged. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "http://2130706433/",
                "http://127.1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://localhost/",
                "HTTP://LOCALHOST/"
            })
    void check_loopbackInDisguise_isRefused(String address) {
        AddressGuard guard = new AddressGuard(vertx, false, Set.of());
        assertThat(refusal(guard, address))
                .isIn(AddressRefused.Why.PRIVATE, AddressRefused.Why.UNKNOWN, AddressRefused.Why.SYNTAX);
    }

    @Test
    void check_hostOnTheList_mayBePrivate() {
        assertThat(await(guard("10.0.0.5").check("http://CRM.internal/hook")).port())
                .isEqualTo(80);
        assertThat(refusal(guard("10.0.0.5"), "http://crm.internal.evil.example/"))
                .isEqualTo(AddressRefused.Why.PRIVATE);
    }

    @Test
    void check_everywhereAllowed_mayBePrivate() {
        AddressGuard guard = new AddressGuard(vertx, true, Set.of());
        assertThat(await(guard.check("http://127.0.0.1:9/")).port()).isEqualTo(9);
        assertThat(refusal(guard, "ftp://127.0.0.1/")).isEqualTo(AddressRefused.Why.SCHEME);
    }

    @Test
    void check_unknownName_isRefusedAsUnknown() {
        AddressGuard guard = new AddressGuard(vertx, false, Set.of(), host -> {
            throw new UnknownHostException(host);
        });
        assertThat(refusal(guard, "https://nowhere.example/")).isEqualTo(AddressRefused.Why.UNKNOWN);
    }

    @Test
    void refusal_neverRepeatsTheAddress() {
        Throwable failure = catchThrowable(() -> await(guard("10.0.0.1").check("https://hooks.example/x?key=k3y")));
        assertThat(failure.getCause()).hasMessageNotContaining("k3y").hasMessageNotContaining("hooks");
    }
}

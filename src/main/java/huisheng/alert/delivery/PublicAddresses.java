package huisheng.alert.delivery;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;

/**
 * The addresses of the open Internet: the IANA special-purpose registries of IPv4 and IPv6 without their entries, and of
 * IPv6 only what is assigned to networks. What carries an IPv4 address within (mapped, 6to4, Teredo, NAT64) is left out
 * whatever it carries.
 */
final class PublicAddresses {
    private static final List<Range> SPECIAL = List.of(
            Range.of(4, 8, 0),
            Range.of(4, 8, 10),
            Range.of(4, 10, 100, 64), // shared by providers; 100.100.100.200 tells metadata of a cloud
            Range.of(4, 8, 127),
            Range.of(4, 16, 169, 254), // link-local; 169.254.169.254 tells metadata of clouds
            Range.of(4, 12, 172, 16),
            Range.of(4, 24, 192, 0, 0),
            Range.of(4, 24, 192, 0, 2),
            Range.of(4, 24, 192, 88, 99),
            Range.of(4, 16, 192, 168),
            Range.of(4, 15, 198, 18),
            Range.of(4, 24, 198, 51, 100),
            Range.of(4, 24, 203, 0, 113),
            Range.of(4, 3, 224), // multicast, reserved and broadcast
            Range.of(16, 23, 0x20, 0x01, 0x00, 0x00), // Teredo, ORCHID, benchmarks
            Range.of(16, 32, 0x20, 0x01, 0x0d, 0xb8), // documentation
            Range.of(16, 16, 0x20, 0x02), // 6to4
            Range.of(16, 20, 0x3f, 0xff, 0x00)); // documentation

    private static final Range UNICAST_6 = Range.of(16, 3, 0x20);

    private PublicAddresses() {}

    /** Java hands out an IPv4-mapped address as the IPv4 address that it means. */
    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 16 && !UNICAST_6.contains(bytes)) return false;
        return SPECIAL.stream().noneMatch(range -> range.contains(bytes));
    }

    /**
     * All addresses of that length that start with the same bits.
     *
     * @param length of an address in bytes
     * @param start the bits as a number
     */
    private record Range(int length, int bits, BigInteger start) {
        static Range of(int length, int bits, int... start) {
            byte[] address = new byte[length];
            for (int i = 0; i < start.length; i++) address[i] = (byte) start[i];
            return new Range(length, bits, first(address, bits));
        }

        boolean contains(byte[] address) {
            return address.length == length && first(address, bits).equals(start);
        }

        private static BigInteger first(byte[] address, int bits) {
            return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
        }
    }
}

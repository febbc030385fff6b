package huisheng.access.user;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Passwords that a guesser tries first, however long they are. */
public final class EasyPasswords {
    private static final int FEWEST_SIGNS = 5;

    /** Along which fingers walk. */
    private static final List<String> WALKS = List.of(
            "01234567890123456789012345678901234567890",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiopasdfghjklzxcvbnm",
            "qwertyuiop[]asdfghjkl;'zxcvbnm,./",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
            "1q2w3e4r5t6y7u8i9o0p");

    /** Of at least twelve characters, as they stand in the lists of leaked ones; written small. */
    private static final Set<String> LEAKED = Set.of(
            "password1234",
            "password12345",
            "password123456",
            "passw0rd1234",
            "p@ssw0rd1234",
            "p@ssword1234",
            "administrator",
            "administrator1",
            "admin1234567",
            "admin12345678",
            "changeme1234",
            "letmein12345",
            "welcome12345",
            "welcome123456",
            "iloveyou1234",
            "iloveyouforever",
            "qwerty123456",
            "qwerty1234567",
            "qwertyuiop123",
            "qwertyuiop1234",
            "asdfghjkl123",
            "1qaz2wsx3edc4rfv",
            "1qaz@wsx3edc",
            "1qaz!qaz1qaz",
            "abcd12345678",
            "abc123456789",
            "a12345678910",
            "aa123456789a",
            "a1234567890a",
            "asd123456789",
            "zxcvbnm12345",
            "woaini123456",
            "woaini1314520",
            "woaini5201314",
            "woaini520520",
            "5201314520131",
            "5201314woaini",
            "147258369147",
            "123456789abc",
            "123456789qwe",
            "1234567890qw",
            "correcthorsebatterystaple");

    private EasyPasswords() {}

    public static boolean contain(String password) {
        String small = password.toLowerCase(Locale.ROOT);
        String backwards = new StringBuilder(small).reverse().toString();
        return small.codePoints().distinct().count() < FEWEST_SIGNS
                || repeats(small)
                || WALKS.stream().anyMatch(walk -> walk.contains(small) || walk.contains(backwards))
                || LEAKED.contains(small);
    }

    /** The same again and again. */
    private static boolean repeats(String text) {
        return IntStream.rangeClosed(1, text.length() / 2)
                .filter(unit -> text.length() % unit == 0)
                .anyMatch(unit -> text.substring(unit).equals(text.substring(0, text.length() - unit)));
    }
}

package huisheng.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags of RFC 9110: the same answer, the same tag. */
final class ETags {
    private static final int BYTES = 16;
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})\"");

    private ETags() {}

    static String of(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest, 0, BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @param ifNoneMatch the header: tags by commas, weak or strong, or a star */
    static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) return false;
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(given -> given.startsWith("W/") ? given.substring(2) : given)
                .anyMatch(given -> given.equals("*") || given.equals(tag));
    }

    /** Of a version, which changes with every change. */
    static String of(int version) {
        return "\"" + version + '"';
    }

    /**
     * The version that the caller has read, by the tag that it came with; null for any.
     *
     * @throws ProblemException where If-Match is no such tag
     */
    static @Nullable Integer version(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null || header.strip().equals("*")) return null;
        Matcher tag = VERSION.matcher(header.strip());
        if (!tag.matches()) throw ProblemException.parameter("If-Match", "pattern");
        return Integer.valueOf(tag.group(1));
    }
}

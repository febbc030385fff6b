package huisheng.access.token;

import com.nimbusds.jwt.JWTClaimsSet;
import huisheng.access.Digests;
import huisheng.access.Principal;
import huisheng.access.Role;
import huisheng.review.Dimension;
import huisheng.review.Labelled;
import huisheng.review.Scope;
import java.text.ParseException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a verified token says about its bearer. Whatever is not clear opens nothing. */
final class Claims {
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
    private static final int MAX_NAME = 200;
    private static final int MAX_VALUES = 500;

    private final TokenSettings settings;

    Claims(TokenSettings settings) {
        this.settings = settings;
    }

    Optional<Principal> principal(JWTClaimsSet claims) {
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > MAX_NAME) return Optional.empty();
        try {
            Role role = Labelled.of(Role.class, String.valueOf(claims.getStringClaim(settings.roleClaim())));
            Scope scope = scope(claims.getJSONObjectClaim(settings.scopeClaim()));
            if (!role.fits(scope)) return Optional.empty();
            return Optional.of(new Principal(
                    Principal.Kind.TOKEN, id(subject), subject, scope, role.rights(), claims.getStringClaim("team")));
        } catch (ParseException | IllegalArgumentException e) {
            LOG.info(
                    "a token was refused whose role or scope cannot be read: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Scope scope(@Nullable Map<String, Object> claim) {
        if (claim == null) return Scope.ALL;
        Map<Dimension, Set<String>> only = new EnumMap<>(Dimension.class);
        claim.forEach((name, values) -> only.put(
                Dimension.of(name).orElseThrow(() -> new IllegalArgumentException("no such dimension")),
                values(values)));
        return new Scope(only);
    }

    private static Set<String> values(Object claim) {
        if (!(claim instanceof List<?> list) || list.isEmpty() || list.size() > MAX_VALUES) {
            throw new IllegalArgumentException("a dimension needs some values");
        }
        Set<String> values = new HashSet<>();
        for (Object value : list) {
            if (!(value instanceof String text) || text.isBlank()) throw new IllegalArgumentException("no text");
            values.add(text);
        }
        return values;
    }

    /** The same for a subject each time, and hardly the same for two. */
    private long id(String subject) {
        String hash = Digests.sha256(settings.issuer() + "\n" + subject);
        return Long.parseUnsignedLong(hash.substring(0, 15), 16);
    }
}

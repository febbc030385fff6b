package huisheng.access.token;

import java.net.URI;

/**
 * An OpenID provider whose tokens open this service.
 *
 * @param issuer as the tokens name it
 * @param audience as the tokens name this service
 * @param keys where the provider shows its public keys (JWKS)
 * @param roleClaim the claim that holds a {@link huisheng.access.Role}
 * @param scopeClaim the claim that holds the data scope: an object of dimensions with lists of values
 */
public record TokenSettings(String issuer, String audience, URI keys, String roleClaim, String scopeClaim) {}

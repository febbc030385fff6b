package huisheng.http;

import huisheng.access.audit.AuditTrail;
import huisheng.access.token.TokenLookup;
import huisheng.access.user.Sessions;
import huisheng.access.user.Users;

/** How people come in, and what is kept of what they do. */
public record Access(
        Users users, Sessions sessions, TokenLookup tokens, AuditTrail audit, Limits limits, boolean behindProxy) {
    /**
     * How often a caller may call in a second, in the long run.
     *
     * @param pushes of connectors, which are counted apart
     * @param strangers of all at an address together of whom nobody knows who they are
     */
    public record Limits(int calls, int pushes, int strangers) {}
}

package huisheng.alert.delivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The notifier of each kind of target. */
public final class Notifiers {
    private final Map<TargetKind, Notifier> byKind = new EnumMap<>(TargetKind.class);
    private final GuardedClient client;
    private final EmailNotifier mail;
    private final MailServer server;

    /** @param timeout of a call */
    public Notifiers(Vertx vertx, AddressGuard guard, MailServer server, Duration timeout) {
        this.client = new GuardedClient(vertx, guard, timeout);
        this.mail = new EmailNotifier(vertx, server, timeout);
        this.server = server;
        byKind.put(TargetKind.WECOM, new HttpNotifier(client, new WeCom()));
        byKind.put(TargetKind.DINGTALK, new HttpNotifier(client, new DingTalk()));
        byKind.put(TargetKind.FEISHU, new HttpNotifier(client, new Feishu()));
        byKind.put(TargetKind.WEBHOOK, new HttpNotifier(client, new Webhook()));
        byKind.put(TargetKind.EMAIL, mail);
    }

    Notifier of(TargetKind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }

    /** Whether mail can be sent at all. */
    public boolean mails() {
        return server.isSet();
    }

    public Future<Void> close() {
        return client.close().eventually(mail::close);
    }
}

package huisheng.alert.delivery;

import huisheng.insight.ask.Wording;
import huisheng.json.Json;
import huisheng.review.Labelled;
import huisheng.store.DeliveryClaim;
import huisheng.store.StoredTarget;
import io.vertx.core.Future;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes a parcel of what is claimed and gives it to the notifier of its kind. Safe from any thread. */
public final class Postage {
    static final String TEST = "test";

    private final Notifiers notifiers;
    private final Vault vault;
    private final String publicUrl;

    /** @param publicUrl where people reach this service; empty where none is set */
    public Postage(Notifiers notifiers, Vault vault, String publicUrl) {
        this.notifiers = notifiers;
        this.vault = vault;
        this.publicUrl = publicUrl.strip();
    }

    /** @param now by the database's clock */
    Future<Outcome> send(DeliveryClaim claim, TargetKind kind, Instant now) {
        List<Notice> notices;
        try {
            notices = claim.deliveries().stream()
                    .map(delivery -> Json.read(delivery.body(), Notice.class))
                    .toList();
        } catch (UncheckedIOException e) {
            return Future.succeededFuture(new Outcome.Refused("the notice cannot be read"));
        }
        return send(claim.target(), kind, Digest.of(notices), now);
    }

    /** Tells a target that it can be told, not by way of the queue: for a person who waits for the answer. */
    public Future<Outcome> test(StoredTarget target, Instant now) {
        Notice notice = new Notice(
                "test:" + target.id() + ":" + now.toEpochMilli(),
                TEST,
                null,
                new Wording("回声测试通知", "Huisheng test notice"),
                new Wording("这是一条测试通知，收到即表示配置正确。", "This is a test: what you read is set up rightly."),
                null,
                now,
                Map.of());
        return send(target, Labelled.of(TargetKind.class, target.kind()), notice, now);
    }

    private Future<Outcome> send(StoredTarget target, TargetKind kind, Notice notice, Instant now) {
        Address address;
        try {
            address = vault.open(target.name(), target.sealed());
        } catch (VaultException e) {
            return Future.succeededFuture(new Outcome.Unreachable("its address was sealed under another key"));
        }
        Locale language = Locale.of(target.language());
        return Future.succeededFuture()
                .compose(v -> notifiers.of(kind).send(new Parcel(notice, link(notice), address, language, now)))
                // not its message, which may repeat a secret
                .otherwise(failure -> new Outcome.Failed(failure.getClass().getSimpleName()));
    }

    private String link(Notice notice) {
        String link = notice.link();
        if (link == null) return "";
        if (URI.create(link).isAbsolute()) return link;
        return publicUrl.isEmpty() ? "" : publicUrl.replaceAll("/+$", "") + link;
    }
}

package huisheng.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.insight.ask.Wording;
import huisheng.json.Json;
import huisheng.review.Scope;
import huisheng.store.DeliveryClaim;
import huisheng.store.OpenDelivery;
import huisheng.store.StoredTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final Instant NOW = Instant.parse("2026-11-01T02:03:04Z");

    private static OpenDelivery delivery(int id, boolean urgent, boolean alone) {
        return new OpenDelivery(id, "alert:" + id + ":raised", Json.write(notice(id)), urgent, alone, 0);
    }

    private static Notice notice(int id) {
        return notice(id, null);
    }

    private static Notice notice(int id, @Nullable String link) {
        return new Notice(
                "alert:" + id + ":raised",
                "alert.raised",
                2,
                Wording.same("第" + id + "条 " + "长".repeat(100)),
                Wording.same("内容"),
                link,
                NOW,
                Map.of());
    }

    private static List<OpenDelivery> choose(TargetKind kind, List<OpenDelivery> ripe) {
        StoredTarget target = new StoredTarget(
                1, "群", kind.label(), "", "", "zh", List.of(), null, null, Scope.ALL, true, NOW, NOW, "me", 0);
        return Digest.choose(new DeliveryClaim(UUID.randomUUID(), target, List.of(), NOW, ripe), kind);
    }

    private static List<OpenDelivery> ripe(int n) {
        List<OpenDelivery> ripe = new ArrayList<>();
        for (int i = 0; i < n; i++) ripe.add(delivery(i, false, false));
        return ripe;
    }

    @Test
    void choose_few_tellsTheFirstAlone() {
        assertThat(choose(TargetKind.WECOM, ripe(Digest.FEWEST - 1))).containsExactly(delivery(0, false, false));
        assertThat(choose(TargetKind.WECOM, List.of())).isEmpty();
    }

    @Test
    void choose_many_tellsAllAtOnce() {
        assertThat(choose(TargetKind.FEISHU, ripe(20))).hasSize(20);
    }

    @Test
    void choose_webhook_tellsEachByItself() {
        assertThat(choose(TargetKind.WEBHOOK, ripe(20))).hasSize(1);
    }

    @Test
    void choose_urgentFirst_tellsItByItself() {
        List<OpenDelivery> ripe = ripe(10);
        ripe.addFirst(delivery(99, true, false));
        assertThat(choose(TargetKind.WECOM, ripe)).containsExactly(delivery(99, true, false));
    }

    @Test
    void choose_onesThatWereRefusedTogether_leavesThemOut() {
        List<OpenDelivery> ripe = ripe(6);
        ripe.add(3, delivery(98, false, true));
        assertThat(choose(TargetKind.WECOM, ripe)).hasSize(6).doesNotContain(delivery(98, false, true));
        ripe.addFirst(delivery(97, false, true));
        assertThat(choose(TargetKind.WECOM, ripe)).containsExactly(delivery(97, false, true));
    }

    @Test
    void of_many_linksToTheListThatTheyStandIn() {
        Notice first = notice(1, "/#/alerts/1");
        assertThat(Digest.of(List.of(first, notice(2, "/#/alerts/2"))).link()).isEqualTo("/#/alerts");
        assertThat(Digest.of(List.of(first, notice(2, "/#/tickets/2"))).link()).isNull();
    }

    @Test
    void of_many_namesEachWithinTheNarrowestForm() {
        List<Notice> notices = new ArrayList<>();
        for (int i = 0; i < 20; i++) notices.add(notice(i));
        Notice digest = Digest.of(notices);
        Parcel parcel = new Parcel(digest, "", new Address("", null), Locale.CHINESE, NOW);
        String told = Markdown.of(parcel, WeCom.MOST_BYTES);
        assertThat(told).contains("20 条通知");
        for (int i = 0; i < 20; i++) assertThat(told).contains("第" + i + "条");
        assertThat(told.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(WeCom.MOST_BYTES);
        assertThat(Digest.of(notices.subList(0, 1))).isEqualTo(notices.getFirst());
    }
}

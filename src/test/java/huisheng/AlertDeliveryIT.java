package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.Inbox.Post;
import huisheng.Inbox.Reply;
import huisheng.json.Json;
import huisheng.store.EmbeddedDatabases;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From the push of a review that tells of a danger to whoever is to be told at once. */
class AlertDeliveryIT {
    private static final int ROUNDS = 4;
    private static final String SICK = "喝完当晚全身起红疹，送医院急诊，医生说是过敏";
    private static final Map<String, String> ENVIRONMENT =
            Map.of("HUISHENG_ALLOW_PRIVATE_TARGETS", "true", "HUISHENG_DELIVERY_TIMEOUT", "1");
    private static final Reply OK = new Reply(204, "", true);
    private static final Reply BOT_OK = new Reply(200, "{\"errcode\":0,\"errmsg\":\"ok\"}", true);

    private static Map<String, Object> hook(Inbox inbox) {
        return Map.of(
                "kind",
                "webhook",
                "address",
                inbox.url("/hook"),
                "secret",
                "a-long-secret-of-your-own",
                "events",
                List.of("alert.raised"));
    }

    private static Map<String, Object> bot(Inbox inbox) {
        return Map.of(
                "kind", "wecom",
                "address", inbox.url("/cgi-bin/webhook/send?key=k"),
                "events", List.of("alert.raised"));
    }

    private static Map<String, Object> review(String product, String text, Instant writtenAt) {
        return Map.of(
                "channel",
                "jd",
                "externalId",
                product,
                "product",
                product,
                "productName",
                product,
                "region",
                "河南",
                "text",
                text,
                "rating",
                1,
                "writtenAt",
                writtenAt.toString());
    }

    @Test
    void push_dangerousReview_isToldOnceWithWhatWhereSinceWhenAndEvidence() throws Exception {
        Instant written = Instant.now().minus(5, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        try (Inbox hook = new Inbox(post -> OK);
                Inbox bot = new Inbox(post -> BOT_OK);
                LocalService service = LocalService.start(LocalService.folder("alert-told"), EmbeddedDatabases.url())) {
            service.put("/api/v1/targets/hook", Json.write(hook(hook)));
            service.put("/api/v1/targets/bot", Json.write(bot(bot)));
            push(service, review("P1", "酒香浓郁，回味悠长", written), review("P2", SICK, written));
            LocalService.waitFor(() -> !hook.taken.isEmpty() && !bot.taken.isEmpty());
            // the same danger again, and the review again: nobody is told twice
            push(service, review("P2", SICK, written), review("P3", "口感柔和，送人有面子", written));
            service.settle();
            LocalService.waitFor(() -> deliveries(service, "sent") == 2 && deliveries(service, "waiting") == 0);

            assertThat(hook.taken).hasSize(1);
            assertThat(bot.taken).hasSize(1);
            JsonNode told = Json.read(hook.taken.getFirst().text(), JsonNode.class);
            assertThat(told.path("level").asInt()).isEqualTo(1);
            assertThat(told.path("title").asText()).contains("人身或产品危险", "P2");
            assertThat(told.path("text").asText()).contains("jd", "河南", "1 星", "健康", "红疹");
            assertThat(told.at("/facts/where/product").asText()).isEqualTo("P2");
            assertThat(Instant.parse(told.at("/facts/since").asText())).isEqualTo(written);
            assertThat(bot.taken.getFirst().text()).contains("P2", "红疹", "1", LocalService.PUBLIC_URL);
            String link = told.path("link").asText();
            assertThat(link)
                    .isEqualTo(LocalService.PUBLIC_URL + "/#/alerts/"
                            + told.at("/facts/alert").asLong());
            assertThat(bot.taken.getFirst().text()).contains(link);
            showsTheReview(service, "/api/v1/alerts/" + told.at("/facts/alert").asLong(), "P2");
            JsonNode behind =
                    service.get(service.key(), told.at("/facts/reviews").asText());
            assertThat(behind.at("/hits/0/review/externalId").asText()).isEqualTo("P2");
        }
    }

    private static void showsTheReview(LocalService service, String alertPath, String externalId) throws Exception {
        JsonNode proof = service.get(service.key(), alertPath).at("/evidence/0");
        JsonNode review = service.get(
                        service.key(), "/api/v1/reviews/" + proof.path("id").asLong())
                .path("review");
        assertThat(review.path("externalId").asText()).isEqualTo(externalId);
        assertThat(review.path("text")
                        .asText()
                        .substring(
                                proof.path("start").asInt(), proof.path("end").asInt()))
                .isNotEmpty();
    }

    private static void push(LocalService service, Map<String, ?> first, Map<String, ?> second) throws Exception {
        assertThat(service.push(List.of(first, second)).path("results")).hasSize(2);
    }

    private static int deliveries(LocalService service, String state) throws Exception {
        return service.get(service.key(), "/api/v1/deliveries?state=" + state)
                .path("deliveries")
                .size();
    }

    @Test
    void push_killedAtRandomMoments_raisesEachAlertOnceAndTellsIt() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("AlertDeliveryIT -Dseed=" + seed);
        Random random = new Random(seed);
        Path data = LocalService.folder("alert-kill");
        // all the same words: that many copy a danger makes it no less of one
        KilledPushing pushing = new KilledPushing(product -> List.of(
                review("quiet-" + product, "酒香浓郁，回味悠长，第" + product + "次买", Instant.now()),
                review(product, SICK, Instant.now())));
        try (Inbox hook = new Inbox(post -> OK);
                ForkedService service = new ForkedService(data, ENVIRONMENT)) {
            service.start();
            service.put("/api/v1/targets/hook", hook(hook));
            for (int round = 0; round < ROUNDS; round++) {
                if (round > 0) service.start();
                pushing.untilKilled(service, 200 + random.nextInt(1_800));
            }
            service.start();
            pushing.again(service);
            Set<String> dangers = pushing.acknowledged().stream()
                    .filter(id -> !id.startsWith("quiet-"))
                    .collect(Collectors.toCollection(TreeSet::new));
            LocalService.waitFor(() -> told(hook).containsAll(dangers));
            assertThat(raised(service)).containsExactlyInAnyOrderElementsOf(dangers);
            assertThat(told(hook)).isEqualTo(dangers);
            long names = hook.taken.stream().map(Post::name).distinct().count();
            System.out.println("AlertDeliveryIT kills=" + ROUNDS + " alerts=" + dangers.size() + " told again="
                    + (hook.taken.size() - names));
            // under one name each; again at most the one call that each kill cut short
            assertThat(names).isEqualTo(dangers.size());
            assertThat(hook.taken.size() - names).isLessThanOrEqualTo(ROUNDS);
        }
    }

    private static Set<String> told(Inbox hook) {
        Set<String> products = new TreeSet<>();
        for (Post post : hook.taken) {
            products.add(Json.read(post.text(), JsonNode.class)
                    .at("/facts/where/product")
                    .asText());
        }
        return products;
    }

    /** A product as often as alerts are kept about it. */
    private static List<String> raised(ForkedService service) throws Exception {
        List<String> products = new ArrayList<>();
        JsonNode page = service.get("/api/v1/alerts?limit=200");
        assertThat(page.path("cursor").isMissingNode()).isTrue();
        for (JsonNode alert : page.path("alerts")) {
            assertThat(alert.path("count").asInt()).isEqualTo(1);
            products.add(alert.at("/where/product").asText());
        }
        return products;
    }
}

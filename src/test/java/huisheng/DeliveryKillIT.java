package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.Inbox.Post;
import huisheng.Inbox.Reply;
import huisheng.json.Json;
import huisheng.store.DeliveryQueue;
import huisheng.store.EmbeddedDatabases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing that is to be told is lost while the process is killed and its targets are away, slow or overrun. */
class DeliveryKillIT {
    private static final int ROUNDS = 6;
    /** From this round on the webhook is away, until all rounds are over. */
    private static final int OUTAGE = 4;
    /** Twenty seconds by the notes of the database. */
    private static final String PASS_TIME = """
            UPDATE target SET due_at = due_at - interval '20 seconds',
                              calls = ARRAY(SELECT c - interval '20 seconds' FROM unnest(calls) c);
            UPDATE delivery SET due_at = due_at - interval '20 seconds' WHERE state = 'waiting'""";

    private static final Pattern PRODUCT = Pattern.compile("· (P\\d+) ·");

    private final Set<String> acknowledged = new HashSet<>();
    private List<Map<String, Object>> unanswered = List.of();
    private int next;

    @Test
    void deliver_killedAtRandomMoments_tellsEveryReview() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("DeliveryKillIT -Dseed=" + seed);
        Random random = new Random(seed);
        Random moods = new Random(seed + 1);
        Path data =
                Files.createTempDirectory(Path.of("target"), "delivery-kill").toAbsolutePath();
        String url = EmbeddedDatabases.url();
        Map<String, String> environment = Map.of(
                "HUISHENG_ALLOW_PRIVATE_TARGETS",
                "true",
                "HUISHENG_DELIVERY_TIMEOUT",
                "1",
                "HUISHENG_DATABASE_URL",
                url);
        Reply away = new Reply(503, "", false);
        try (Inbox hook = new Inbox(post -> mood(moods, new Reply(204, "", true), away));
                Inbox bot = new Inbox(post -> mood(moods, code(0, true), code(45009, false)));
                ForkedService service = new ForkedService(data, environment)) {
            service.start();
            subscribe(service, hook, bot);
            for (int round = 0; round < ROUNDS; round++) {
                if (round > 0) service.start();
                if (round == OUTAGE) hook.reply(post -> away);
                pushUntilKilled(service, 300 + random.nextInt(2_000));
            }
            hook.reply(post -> new Reply(204, "", true));
            bot.reply(post -> code(0, true));
            service.start();
            acknowledge(service.push(unanswered));
            try (Connection database = connect(url)) {
                waitForAll(service, hook, bot, database);
            }
            report(hook, bot);
        }
    }

    private static void subscribe(ForkedService service, Inbox hook, Inbox bot) throws Exception {
        Map<String, Object> filter = Map.of("noise", "include");
        List<String> events = List.of("review.matched");
        service.put(
                "/api/v1/targets/hook",
                Map.of(
                        "kind",
                        "webhook",
                        "address",
                        hook.url("/hook"),
                        "secret",
                        "a-long-secret-of-your-own",
                        "events",
                        events,
                        "filter",
                        filter));
        service.put(
                "/api/v1/targets/bot",
                Map.of(
                        "kind",
                        "wecom",
                        "address",
                        bot.url("/cgi-bin/webhook/send?key=k"),
                        "events",
                        events,
                        "filter",
                        filter));
    }

    /** Mostly well, at times away, at times too slow to be waited for although it has taken what it was told. */
    private static Reply mood(Random random, Reply well, Reply away) {
        int mood;
        synchronized (random) {
            mood = random.nextInt(20);
        }
        if (mood == 0) LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        return mood == 1 ? away : well;
    }

    private static Reply code(int code, boolean takes) {
        return new Reply(200, "{\"errcode\":" + code + ",\"errmsg\":\"…\"}", takes);
    }

    private void pushUntilKilled(ForkedService service, int millis) throws Exception {
        CompletableFuture<Void> pushing = CompletableFuture.runAsync(() -> {
            try {
                if (!unanswered.isEmpty()) acknowledge(service.push(unanswered));
                while (true) {
                    unanswered = batch();
                    acknowledge(service.push(unanswered));
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                }
            } catch (IOException | InterruptedException e) {
                // killed: what stands in unanswered is sent again
            }
        });
        Thread.sleep(millis);
        service.kill();
        pushing.join();
    }

    private List<Map<String, Object>> batch() {
        List<Map<String, Object>> reviews = new ArrayList<>();
        for (int i = 0; i < 10; i++, next++) {
            reviews.add(Map.of(
                    "channel",
                    "jd",
                    "externalId",
                    "P" + next,
                    "productName",
                    "P" + next,
                    "text",
                    "第" + next + "次买了，瓶口有点漏酒",
                    "rating",
                    1,
                    "writtenAt",
                    "2026-10-01T08:00:00+08:00"));
        }
        return reviews;
    }

    private void acknowledge(JsonNode answer) {
        for (JsonNode result : answer.path("results")) {
            acknowledged.add(
                    (String) unanswered.get(result.path("index").asInt()).get("externalId"));
        }
    }

    private static Connection connect(String url) throws SQLException {
        URI at = URI.create(url);
        String[] user = at.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + at.getAuthority().replaceAll(".*@", "") + at.getPath(), user[0], user[1]);
    }

    /** Throttling, backoff and the bot's limit take minutes: they pass by moving what the database has noted. */
    private void waitForAll(ForkedService service, Inbox hook, Inbox bot, Connection database) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        try (Statement pass = database.createStatement()) {
            while (!hooked(hook).containsAll(acknowledged)
                    || !named(bot).containsAll(acknowledged)
                    || isOpen(service)) {
                if (System.nanoTime() > deadline) break;
                pass.execute(PASS_TIME);
                Thread.sleep(500);
            }
        }
        assertThat(hooked(hook)).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(named(bot)).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(service.get("/api/v1/deliveries?state=dead").path("deliveries"))
                .isEmpty();
    }

    private static boolean isOpen(ForkedService service) throws Exception {
        return !service.get("/api/v1/deliveries?state=waiting")
                        .path("deliveries")
                        .isEmpty()
                || !service.get("/api/v1/deliveries?state=sending")
                        .path("deliveries")
                        .isEmpty();
    }

    private static Set<String> hooked(Inbox hook) {
        Set<String> reviews = new TreeSet<>();
        for (Post post : hook.taken) {
            reviews.add(Json.read(post.text(), JsonNode.class)
                    .at("/facts/review/externalId")
                    .asText());
        }
        return reviews;
    }

    private static Set<String> named(Inbox bot) {
        Set<String> reviews = new TreeSet<>();
        bot.taken.forEach(post -> reviews.addAll(names(post)));
        return reviews;
    }

    private static List<String> names(Post post) {
        List<String> names = new ArrayList<>();
        Matcher product = PRODUCT.matcher(post.text());
        while (product.find()) names.add(product.group(1));
        return names;
    }

    /** A receiver that remembers names is told each thing once; a bot hears again what a kill cut short. */
    private void report(Inbox hook, Inbox bot) {
        Set<String> names = new HashSet<>();
        hook.taken.forEach(post -> names.add(post.name()));
        assertThat(names).hasSize(acknowledged.size());
        int again = hook.taken.size() - names.size();
        List<String> told = new ArrayList<>();
        bot.taken.forEach(post -> told.addAll(names(post)));
        int heardAgain = told.size() - new HashSet<>(told).size();
        System.out.println("DeliveryKillIT reviews=" + acknowledged.size() + " kills=" + ROUNDS + " webhook told again="
                + again + " bot calls=" + bot.taken.size() + " reviews the bot heard again=" + heardAgain);
        // at most the one call that each kill cut short: of the bot's that is a digest
        assertThat(again).isLessThanOrEqualTo(ROUNDS);
        assertThat(heardAgain).isLessThanOrEqualTo(ROUNDS * DeliveryQueue.MOST_TOGETHER);
    }
}

package huisheng.ticket;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.insight.ask.Wording;
import huisheng.json.Json;
import huisheng.review.Author;
import huisheng.review.Review;
import huisheng.review.ReviewKind;
import huisheng.review.Scope;
import huisheng.store.NewReview;
import huisheng.store.Reply;
import huisheng.store.ReviewTable;
import huisheng.store.Subjects;
import io.vertx.sqlclient.Tuple;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stays of a review's words in tickets, cases and runs once its writer has had it erased. */
class QuotationsIT extends LoopTest {
    private static final Cases.Reader ALL = new Cases.Reader(Scope.ALL, EnumSet.allOf(Audience.class));

    /** Texts that nobody writes freely: names, numbers of things, states. */
    private static final Set<String> KEPT =
            Set.of("type", "owner", "team", "by", "doneBy", "measure", "aspect", "procedure", "search");

    private final Cases cases = new Cases(database, clock);
    private final Runs runs = new Runs(database, clock);
    private int number;

    @CanIgnoreReturnValue
    private long saved(String author, String text) {
        return saved(author, "q" + number++, text);
    }

    @CanIgnoreReturnValue
    private long saved(@Nullable String author, String id, String text) {
        Author writer = author == null ? Author.UNKNOWN : new Author(author, null, null, null, null);
        Review review = new Review(
                "jd",
                id,
                ReviewKind.INITIAL,
                null,
                null,
                null,
                null,
                null,
                "江苏",
                writer,
                1,
                text,
                null,
                START,
                0,
                null,
                null,
                Map.of());
        return await(new ReviewTable(database).save(List.of(new NewReview(review, List.of()))))
                .getFirst()
                .id();
    }

    private void erase(String author) {
        assertThat(await(new Subjects(database).erase(author))).isPositive();
    }

    /** All that is kept, wherever. */
    private String everything() {
        return String.join("\n", texts("""
                        SELECT body::text FROM ticket UNION ALL SELECT body::text FROM case_file
                        UNION ALL SELECT body::text FROM playbook_run
                        UNION ALL SELECT changes::text || coalesce(note, '') FROM history
                        UNION ALL SELECT text FROM ticket_reply UNION ALL SELECT body FROM outbox_event WHERE body IS NOT NULL"""));
    }

    private JsonNode without(Object document, String... texts) {
        String sql = "SELECT without_quotes($1::text::jsonb, $2::text[])::text";
        Tuple parameters = Tuple.of(Json.write(document)).addArrayOfString(texts);
        String left = await(database.pool().preparedQuery(sql).execute(parameters))
                .iterator()
                .next()
                .getString(0);
        return Json.read(left, JsonNode.class);
    }

    @Test
    void withoutQuotes_ofTextsEqualToKeysAndStates_leavesTheDocumentWhole() {
        TicketView view = register("漏液 level", 1, region("江苏"), "包装组", Set.of());
        Given given = new Given("李工", null, "registered 改为 planned，true", "reopened 为零", null, null, null);
        Ticket ticket = take(view, Step.PLAN, given).ticket();
        JsonNode left = without(
                ticket,
                "true",
                "level",
                "\"state\"",
                "\"state\":\"planned\"",
                "planned",
                "registeredAt",
                "包装组",
                "null");
        Ticket clean = Json.MAPPER.convertValue(left, Ticket.class);
        assertThat(clean.title()).isEqualTo("漏液 …");
        assertThat(clean.work().plan()).isEqualTo("registered 改为 …，…");
        assertThat(clean.clock()).isEqualTo(ticket.clock());
        assertThat(clean.state()).isEqualTo(State.PLANNED);
        assertThat(clean.work().team()).isEqualTo("包装组");
        assertThat(names(left)).isEqualTo(names(Json.MAPPER.valueToTree(ticket)));
    }

    private static Set<String> names(JsonNode document) {
        Set<String> names = new TreeSet<>();
        document.properties().forEach(each -> {
            names.add(each.getKey());
            names.addAll(names(each.getValue()));
        });
        return names;
    }

    @Test
    void withoutQuotes_ofAHistoryAndOfAddresses_findsTheWordsByTheirField() {
        JsonNode left = without(
                Map.of(
                        "work.plan", Map.of("from", "照“酒全洒在箱里”办", "to", "照办"),
                        "work.owner", Map.of("to", "酒全洒在箱里"),
                        "state", Map.of("from", "酒全洒在箱里"),
                        "origin.search",
                                Map.of(
                                        "to",
                                        "/api/v1/reviews?q="
                                                + java.net.URLEncoder.encode(
                                                        "酒全洒在箱里 x", java.nio.charset.StandardCharsets.UTF_8)),
                        "reviews", List.of(4, 5)),
                "酒全洒在箱里");
        assertThat(left.at("/work.plan/from").asText()).isEqualTo("照“…”办");
        assertThat(left.at("/work.owner/to").asText()).isEqualTo("酒全洒在箱里");
        assertThat(left.at("/state/from").asText()).isEqualTo("酒全洒在箱里");
        assertThat(left.at("/origin.search/to").asText()).isEqualTo("/api/v1/reviews?q=…+x");
        assertThat(left.at("/reviews").toString()).isEqualTo("[4,5]");
    }

    @Test
    void withoutQuotes_ofAnEnglishReview_takesClausesAndNoSingleWord() {
        JsonNode left = without(
                Map.of("problem", "package: \"the bottle arrived broken\", bottle lost"),
                "Sad, the bottle arrived broken, package");
        assertThat(left.path("problem").asText()).isEqualTo("package: \"…\", bottle lost");
    }

    @Test
    void documents_eachTextOfThem_isTakenForFreeOrKeptOnPurpose() {
        for (Class<? extends Record> type : List.of(
                Ticket.class,
                Work.class,
                Goal.class,
                Origin.class,
                Verification.class,
                CaseFile.class,
                Run.class,
                Run.Step.class,
                Wording.class)) {
            for (String field : textsOf(type)) {
                boolean free =
                        texts("SELECT is_free_text('" + field + "')::text").equals(List.of("true"));
                assertThat(free).as(type.getSimpleName() + "." + field).isEqualTo(!KEPT.contains(field));
            }
        }
    }

    private static List<String> textsOf(Class<? extends Record> type) {
        List<String> names = new ArrayList<>();
        for (RecordComponent each : type.getRecordComponents()) {
            String declared = each.getGenericType().getTypeName();
            if (declared.equals("java.lang.String") || declared.equals("java.util.List<java.lang.String>")) {
                names.add(each.getName());
            }
        }
        return names;
    }

    @Test
    void erase_aReviewThatWasUnlinked_takesItsWordsStill() {
        long review = saved("anna", "窖香里混着一股铁锈味");
        TicketView view = register("异味", 2, region("江苏"), "", Set.of(review));
        await(tickets.comment(Scope.ALL, view.id(), "她说窖香里混着一股铁锈味", "小王", null));
        await(tickets.unlink(Scope.ALL, view.id(), review, "小王"));
        erase("anna");
        assertThat(everything()).doesNotContain("铁锈味").contains("她说…");
    }

    @Test
    void erase_aReviewOfATicketsCase_takesTheWordsThatTheCaseCopied() {
        long review = saved("bert", "封膜一碰就裂开了口子");
        TicketView view = register("封膜一碰就裂开了口子", 2, region("江苏"), "", Set.of(review));
        CaseFile copied = CaseFile.of(view, "小王", START.plus(Duration.ofDays(900)));
        CaseView alone = await(cases.write(ALL, region("江苏"), copied, Set.of(), "小王", null));
        CaseFile other = CaseFile.blank("小王", START.plus(Duration.ofDays(900)));
        CaseView shown = await(cases.write(ALL, region("江苏"), titled(other, "封膜一碰就裂开了口子"), Set.of(review), "小王", null));
        await(cases.change(ALL, shown.id(), 1, shown.file(), Set.of(), "小王"));
        JsonNode changes = await(cases.history(ALL, shown.id(), null, 1))
                .orElseThrow()
                .getFirst()
                .changes();
        assertThat(changes)
                .isEqualTo(Json.read("{\"evidence\":{\"from\":[" + review + "],\"to\":[]}}", JsonNode.class));
        assertThat(everything()).contains("工单 " + view.id() + " 已登记：封膜一碰");
        erase("bert");
        assertThat(everything()).doesNotContain("封膜一碰");
        assertThat(await(cases.find(ALL, alone.id())).orElseThrow().file().title())
                .isEqualTo("…");
    }

    private static CaseFile titled(CaseFile file, String title) {
        return new CaseFile(
                "leak",
                title,
                file.problem(),
                file.impact(),
                file.directCause(),
                file.deeperCause(),
                file.whys(),
                file.measures(),
                file.effect(),
                file.audience(),
                file.reviewDue(),
                file.archived(),
                file.ticket(),
                file.by());
    }

    @Test
    void erase_anEditedReview_takesTheWordsOfEachVersion() {
        long review = saved("carl", "v", "礼盒内衬全是霉点和潮气");
        TicketView view = register("受潮", 2, region("江苏"), "", Set.of(review));
        await(tickets.comment(Scope.ALL, view.id(), "原话：礼盒内衬全是霉点和潮气", "小王", null));
        saved(null, "v", "已解决");
        saved("carl", "另一条评论说得很清楚");
        erase("carl");
        assertThat(everything()).doesNotContain("霉点").contains("原话：…");
        TicketView after = await(tickets.find(Scope.ALL, view.id())).orElseThrow();
        // the review itself is somebody else's now, and stays
        assertThat(after.reviews()).containsExactly(review);
    }

    @Test
    void erase_aReviewOfATicketWithARun_takesReplyAndNote() {
        long review = saved("dora", "开瓶闻到刺鼻塑料味道");
        TicketView view = register("异味二", 1, region("江苏"), "", Set.of(review));
        Instant now = clock.instant();
        await(tickets.reply(Scope.ALL, view.id(), new Reply(review, "关于刺鼻塑料味道，已换新", "客服", now, "jd"), null));
        Procedure playbook = Objects.requireNonNull(Procedures.shipped().get("opinion-crisis"));
        RunView run = await(runs.start("opinion-crisis", playbook, RunStart.of(view), "小王", null));
        await(runs.done(Scope.ALL, run.id(), 1, "小王", "核实：开瓶闻到刺鼻塑料味道"));
        erase("dora");
        assertThat(everything()).doesNotContain("塑料味").contains("核实：…");
    }

    /** The alert shows the newest reviews only. */
    @Test
    void erase_aReviewThatAnAlertWithARunTookUp_takesTheNote() {
        long review = saved("emma", "瓶身裂开划伤了孩子的手");
        Procedure playbook = Objects.requireNonNull(Procedures.shipped().get("opinion-crisis"));
        RunView run = await(runs.start("opinion-crisis", playbook, new RunStart(null, 77L, region("江苏")), "小王", null));
        await(runs.done(Scope.ALL, run.id(), 1, "小王", "核实：瓶身裂开划伤了孩子的手"));
        await(database.pool()
                .preparedQuery("INSERT INTO alert_match VALUES (1, $1, 1, 77)")
                .execute(Tuple.of(review)));
        erase("emma");
        assertThat(everything()).doesNotContain("划伤").contains("核实：…");
    }
}

package huisheng;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which addresses {@link ScopeWalk} calls, and with what; the names in them are numbers of {@link ScopeStage}. */
final class ScopeCalls {
    private static final String WHOLE = "noise=include&from=2020-01-01";

    /** Of what stands for many: the answers are held against those of a query in {@code ScopeIT}, too. */
    private static final String INSIGHTS = "/api/v1/insights/";

    /** Operation → the addresses to call, each with the body behind a blank where it has one. */
    private static final Map<String, List<String>> OF_REVIEWS = Map.ofEntries(
            Map.entry(
                    "POST /api/v1/reviews",
                    List.of(
                            "/api/v1/reviews {\"channel\":\"jd\",\"externalId\":\"walk\",\"brand\":\"x\",\"text\":\"好\","
                                    + "\"writtenAt\":\"2026-10-01T00:00:00Z\"}")),
            Map.entry(
                    "GET /api/v1/reviews",
                    List.of(
                            "/api/v1/reviews?noise=include&limit=100",
                            "/api/v1/reviews?noise=include&facets=brand,channel,keyword,aspect,product,aspectOpinion",
                            "/api/v1/reviews?noise=include&q=brand:x%20OR%20channel:jd",
                            "/api/v1/reviews?noise=include&q=%28",
                            "/api/v1/reviews?brand=*")),
            Map.entry("GET /api/v1/reviews/{id}", List.of("/api/v1/reviews/{other}", "/api/v1/reviews/{own}")),
            Map.entry("GET /api/v1/channels", List.of("/api/v1/channels")),
            Map.entry(
                    "POST /api/v1/channels/{channel}/reviews",
                    List.of("/api/v1/channels/generic/reviews {}", "/api/v1/channels/none/reviews {}")),
            Map.entry(
                    "PUT /api/v1/reviews/{id}/correction",
                    List.of("/api/v1/reviews/{other}/correction {\"sentiment\":\"negative\"}")),
            Map.entry("GET /api/v1/reviews/{id}/correction", List.of("/api/v1/reviews/{other}/correction")),
            Map.entry("DELETE /api/v1/reviews/{id}/correction", List.of("/api/v1/reviews/{other}/correction")),
            Map.entry(
                    "GET /api/v1/corrections", List.of("/api/v1/corrections", "/api/v1/corrections?cursor={other}-0")),
            Map.entry(
                    "GET /api/v1/trends/sentiment",
                    List.of(
                            "/api/v1/trends/sentiment?by=brand&" + WHOLE,
                            "/api/v1/trends/sentiment?by=aspect&" + WHOLE)),
            Map.entry("GET /api/v1/trends/keywords", List.of("/api/v1/trends/keywords?terms=x&" + WHOLE)),
            Map.entry("GET /api/v1/insights", List.of("/api/v1/insights")),
            Map.entry(
                    "GET /api/v1/report",
                    List.of("/api/v1/report?format=html&" + WHOLE, "/api/v1/report?format=json&lang=en&" + WHOLE)),
            Map.entry("GET /api/v1/keywords", List.of("/api/v1/keywords?limit=100&" + WHOLE)),
            Map.entry("POST /api/v1/analyze", List.of("/api/v1/analyze {\"text\":\"好酒\"}")),
            Map.entry("GET /api/v1/me", List.of("/api/v1/me")),
            Map.entry(
                    "POST /api/v1/me/password", List.of("/api/v1/me/password {\"current\":\"x\",\"next\":\"short\"}")));

    /** The same for what is done about reviews: alerts, tickets, cases and playbooks of both brands. */
    private static final Map<String, List<String>> OF_THE_LOOP = Map.ofEntries(
            Map.entry(
                    "GET /api/v1/alerts",
                    List.of(
                            "/api/v1/alerts?limit=200",
                            "/api/v1/alerts?level=1&state=open,acknowledged",
                            "/api/v1/alerts?cursor=999999999",
                            "/api/v1/alerts?level=9")),
            Map.entry("GET /api/v1/alerts/{id}", List.of("/api/v1/alerts/{otherAlert}", "/api/v1/alerts/{ownAlert}")),
            Map.entry(
                    "POST /api/v1/alerts/{id}/acknowledge",
                    List.of(
                            "/api/v1/alerts/{otherAlert}/acknowledge {\"comment\":\"我来\"}",
                            "/api/v1/alerts/{ownAlert}/acknowledge {\"comment\":\"我来\"}")),
            Map.entry("POST /api/v1/alerts/{id}/close", List.of("/api/v1/alerts/{otherAlert}/close")),
            Map.entry(
                    "POST /api/v1/alerts/{id}/mute",
                    List.of(
                            "/api/v1/alerts/{otherAlert}/mute {\"until\":\"2026-01-01T00:00:00Z\"}",
                            "/api/v1/alerts/{ownAlert}/mute {\"until\":\"2026-01-01T00:00:00Z\"}")),
            Map.entry("GET /api/v1/alert-rules", List.of("/api/v1/alert-rules")),
            Map.entry(
                    "GET /api/v1/alert-rules/{id}",
                    List.of(
                            "/api/v1/alert-rules/{otherRule}",
                            "/api/v1/alert-rules/{otherQueryRule}",
                            "/api/v1/alert-rules/{otherRivalRule}",
                            "/api/v1/alert-rules/{ownRule}")),
            Map.entry(
                    "GET /api/v1/tickets",
                    List.of(
                            "/api/v1/tickets?limit=100",
                            "/api/v1/tickets?level=1&state=registered,closed",
                            "/api/v1/tickets?text=%E7%AA%96%E6%B1%A0",
                            "/api/v1/tickets?cursor=999999999",
                            "/api/v1/tickets?state=none")),
            Map.entry(
                    "POST /api/v1/tickets",
                    List.of(
                            "/api/v1/tickets {\"title\":\"一\",\"reviews\":[{other}]}",
                            "/api/v1/tickets {\"title\":\"二\",\"alert\":{otherAlert}}",
                            "/api/v1/tickets {\"alert\":{ownAlert}}",
                            "/api/v1/tickets?q=%E7%AA%96%E6%B1%A0 {\"title\":\"三\"}",
                            "/api/v1/tickets {\"title\":\"四\",\"about\":{\"brand\":[\"x\"]}}")),
            Map.entry(
                    "GET /api/v1/tickets/{id}",
                    List.of(
                            "/api/v1/tickets/{otherTicket}",
                            "/api/v1/tickets/{otherClosed}",
                            "/api/v1/tickets/{ownTicket}")),
            Map.entry(
                    "GET /api/v1/tickets/{id}/history",
                    List.of(
                            "/api/v1/tickets/{otherTicket}/history?limit=100",
                            "/api/v1/tickets/{otherClosed}/history?limit=100",
                            "/api/v1/tickets/{ownTicket}/history?limit=100")),
            Map.entry(
                    "POST /api/v1/tickets/{id}/steps/{step}",
                    List.of(
                            "/api/v1/tickets/{otherTicket}/steps/assign {\"owner\":\"我\"}",
                            "/api/v1/tickets/{otherClosed}/steps/assign {\"owner\":\"我\"}",
                            "/api/v1/tickets/{ownTicket}/steps/assign {\"owner\":\"我\"}",
                            "/api/v1/tickets/{otherClosed}/steps/reopen {\"reason\":\"又来\"}")),
            Map.entry(
                    "POST /api/v1/tickets/{id}/comments",
                    List.of(
                            "/api/v1/tickets/{otherTicket}/comments {\"text\":\"看过了\"}",
                            "/api/v1/tickets/{otherClosed}/comments {\"text\":\"看过了\"}",
                            "/api/v1/tickets/{ownTicket}/comments {\"text\":\"看过了\"}")),
            Map.entry(
                    "GET /api/v1/tickets/{id}/reviews",
                    List.of(
                            "/api/v1/tickets/{otherTicket}/reviews",
                            "/api/v1/tickets/{otherClosed}/reviews",
                            "/api/v1/tickets/{ownTicket}/reviews")),
            Map.entry(
                    "POST /api/v1/tickets/{id}/reviews",
                    List.of(
                            "/api/v1/tickets/{otherTicket}/reviews {\"reviews\":[{own}]}",
                            "/api/v1/tickets/{otherClosed}/reviews {\"reviews\":[{own}]}",
                            "/api/v1/tickets/{ownTicket}/reviews {\"reviews\":[{own}]}",
                            "/api/v1/tickets/{ownTicket}/reviews {\"reviews\":[{other}]}")),
            Map.entry(
                    "POST /api/v1/tickets/{id}/replies",
                    List.of(
                            "/api/v1/tickets/{otherTicket}/replies {\"review\":{own},\"text\":\"已补发\",\"channel\":\"phone\"}",
                            "/api/v1/tickets/{otherClosed}/replies {\"review\":{own},\"text\":\"已补发\",\"channel\":\"phone\"}",
                            "/api/v1/tickets/{ownTicket}/replies {\"review\":{own},\"text\":\"已补发\",\"channel\":\"phone\"}",
                            "/api/v1/tickets/{ownTicket}/replies {\"review\":{other},\"text\":\"已补发\",\"channel\":\"phone\"}")),
            Map.entry(
                    "DELETE /api/v1/tickets/{id}/reviews/{review}",
                    List.of(
                            "/api/v1/tickets/{otherTicket}/reviews/{own}",
                            "/api/v1/tickets/{otherClosed}/reviews/{own}",
                            "/api/v1/tickets/{otherTicket}/reviews/{other}",
                            "/api/v1/tickets/{otherClosed}/reviews/{other}",
                            "/api/v1/tickets/{ownTicket}/reviews/{other}")),
            Map.entry(
                    "GET /api/v1/tickets/{id}/similar-cases",
                    List.of(
                            "/api/v1/tickets/{otherTicket}/similar-cases",
                            "/api/v1/tickets/{otherClosed}/similar-cases",
                            "/api/v1/tickets/{ownTicket}/similar-cases")),
            Map.entry(
                    "GET /api/v1/service-measures",
                    List.of(
                            "/api/v1/service-measures?by=team",
                            "/api/v1/service-measures?by=product",
                            "/api/v1/service-measures?by=brand",
                            "/api/v1/service-measures?by=region",
                            "/api/v1/service-measures?by=level",
                            "/api/v1/service-measures?by=month",
                            "/api/v1/service-measures?by=day",
                            "/api/v1/service-measures?team=x")),
            Map.entry(
                    "GET /api/v1/cases",
                    List.of(
                            "/api/v1/cases?limit=100",
                            "/api/v1/cases?archived=true",
                            "/api/v1/cases?q=%E7%AA%96%E6%B1%A0",
                            "/api/v1/cases?cursor=999999999",
                            "/api/v1/cases?impact=none")),
            Map.entry(
                    "POST /api/v1/cases",
                    List.of(
                            "/api/v1/cases {\"ticket\":{otherClosed}}",
                            "/api/v1/cases {\"ticket\":{otherTicket}}",
                            "/api/v1/cases {\"type\":\"leak\",\"title\":\"五\",\"evidence\":[{other}]}",
                            "/api/v1/cases {\"type\":\"leak\",\"title\":\"六\",\"about\":{\"brand\":[\"x\"]}}")),
            Map.entry("GET /api/v1/cases/{id}", List.of("/api/v1/cases/{otherCase}", "/api/v1/cases/{ownCase}")),
            Map.entry(
                    "PUT /api/v1/cases/{id}",
                    List.of(
                            "/api/v1/cases/{otherCase} {\"type\":\"leak\",\"title\":\"七\",\"evidence\":[{other}]}",
                            "/api/v1/cases/{ownCase} {\"type\":\"leak\",\"title\":\"七\",\"evidence\":[{other}]}")),
            Map.entry(
                    "GET /api/v1/cases/{id}/history",
                    List.of("/api/v1/cases/{otherCase}/history", "/api/v1/cases/{ownCase}/history")),
            Map.entry("GET /api/v1/procedures", List.of("/api/v1/procedures", "/api/v1/procedures?type=leak")),
            Map.entry("GET /api/v1/procedures/{name}", List.of("/api/v1/procedures/leak", "/api/v1/procedures/none")),
            Map.entry(
                    "POST /api/v1/playbooks/{name}/start",
                    List.of(
                            "/api/v1/playbooks/opinion-crisis/start {\"ticket\":{otherTicket}}",
                            "/api/v1/playbooks/opinion-crisis/start {\"alert\":{otherAlert}}",
                            "/api/v1/playbooks/opinion-crisis/start {\"alert\":{ownAlert}}")),
            Map.entry(
                    "GET /api/v1/playbook-runs",
                    List.of(
                            "/api/v1/playbook-runs",
                            "/api/v1/playbook-runs?open=true",
                            "/api/v1/playbook-runs?ticket={otherTicket}")),
            Map.entry(
                    "GET /api/v1/playbook-runs/{id}",
                    List.of(
                            "/api/v1/playbook-runs/{otherRun}",
                            "/api/v1/playbook-runs/{otherAlertRun}",
                            "/api/v1/playbook-runs/{ownRun}")),
            Map.entry(
                    "POST /api/v1/playbook-runs/{id}/steps/{step}",
                    List.of(
                            "/api/v1/playbook-runs/{otherRun}/steps/2 {\"note\":\"做了\"}",
                            "/api/v1/playbook-runs/{otherAlertRun}/steps/2 {\"note\":\"做了\"}",
                            "/api/v1/playbook-runs/{ownRun}/steps/2 {\"note\":\"做了\"}")));

    private ScopeCalls() {}

    /** Null for an operation that nobody has thought of. */
    static @Nullable List<String> of(String operation) {
        List<String> calls = OF_THE_LOOP.getOrDefault(operation, OF_REVIEWS.get(operation));
        if (calls != null) return calls;
        String path = operation.substring(operation.indexOf(' ') + 1);
        return path.startsWith(INSIGHTS) ? List.of(path + "?" + WHOLE, path + "?" + WHOLE + "&rating=9") : null;
    }
}

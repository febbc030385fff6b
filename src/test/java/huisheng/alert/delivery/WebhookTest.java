package huisheng.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.alert.delivery.Recorder.Answer;
import huisheng.alert.delivery.Recorder.Request;
import huisheng.json.Json;
import org.junit.jupiter.api.Test;

class WebhookTest extends HttpNotifierContract {
    @Override
    Dialect dialect() {
        return new Webhook();
    }

    /** A receiver as the contract asks for one. */
    @Override
    Answer real(Request request) {
        boolean genuine = Signatures.genuine(
                FakeBots.SECRET,
                request.header(Webhook.SIGNATURE),
                request.text().getBytes(UTF_8),
                NOW.plusSeconds(9));
        return genuine ? new Answer(204, "") : new Answer(401, "");
    }

    @Override
    Address address() {
        return new Address(server.url("/hooks/voc"), FakeBots.SECRET);
    }

    @Override
    String read(Request request) {
        JsonNode body = Json.read(request.text(), JsonNode.class);
        return body.path("title").asText() + "\n" + body.path("text").asText() + "\n"
                + body.path("link").asText();
    }

    @Test
    void send_wrongSecret_isRefusedForGood() {
        assertThat(send(new Address(address().address(), "another-secret-here"), notice("标题", "内容")))
                .isEqualTo(new Outcome.Refused("HTTP 401"));
    }

    @Test
    void send_twice_carriesTheSameName() {
        send();
        send();
        assertThat(server.requests)
                .extracting(request -> request.header(Webhook.DELIVERY))
                .containsExactly("alert%3A17%3Araised", "alert%3A17%3Araised");
        assertThat(server.last().header("Idempotency-Key")).isEqualTo("alert%3A17%3Araised");
    }

    @Test
    void send_notice_carriesItsFacts() {
        send();
        JsonNode body = Json.read(server.last().text(), JsonNode.class);
        assertThat(body.path("id").asText()).isEqualTo("alert:17:raised");
        assertThat(body.path("type").asText()).isEqualTo("alert.raised");
        assertThat(body.path("level").asInt()).isEqualTo(1);
        assertThat(body.path("at").asText()).isEqualTo("2026-11-01T02:03:04Z");
        assertThat(body.at("/facts/n").asInt()).isEqualTo(3);
    }
}

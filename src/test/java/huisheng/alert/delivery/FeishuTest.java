package huisheng.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.alert.delivery.Recorder.Answer;
import huisheng.alert.delivery.Recorder.Request;
import huisheng.json.Json;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FeishuTest extends HttpNotifierContract {
    @Override
    Dialect dialect() {
        return new Feishu();
    }

    @Override
    Answer real(Request request) {
        return FakeBots.feishu(request, NOW);
    }

    @Override
    Address address() {
        return new Address(server.url("/open-apis/bot/v2/hook/" + FakeBots.TOKEN), FakeBots.SECRET);
    }

    @Override
    String read(Request request) {
        JsonNode post = Json.read(request.text(), JsonNode.class).at("/content/post/zh_cn");
        StringBuilder text = new StringBuilder(post.path("title").asText());
        for (JsonNode line : post.path("content")) {
            for (JsonNode piece : line) {
                text.append('\n')
                        .append(piece.path("text").asText())
                        .append(piece.path("href").asText());
            }
        }
        return text.toString();
    }

    private Outcome coded(int code, String message) {
        server.answer(request -> FakeBots.code("code", code, message));
        return send();
    }

    @Test
    void send_wrongSecretOrClock_isTriedAgain() {
        assertThat(send(new Address(address().address(), "other"), notice("标题", "内容")))
                .isEqualTo(new Outcome.Failed("Feishu code 19021"));
        server.answer(request -> FakeBots.feishu(request, NOW.minusSeconds(7_200)));
        assertThat(send()).isEqualTo(new Outcome.Failed("Feishu code 19021"));
    }

    @Test
    void send_serviceOverrun_waits() {
        assertThat(coded(11232, "create message trigger system frequency limit"))
                .isInstanceOf(Outcome.Throttled.class);
        assertThat(coded(9499, "too many request")).isInstanceOf(Outcome.Throttled.class);
    }

    @Test
    void send_badForm_isRefusedForGood() {
        assertThat(coded(9499, "Bad Request")).isEqualTo(new Outcome.Refused("Feishu code 9499: malformed request"));
        assertThat(coded(19024, "Key Words Not Found")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void send_inEnglish_isFiledUnderEnglish() {
        Parcel parcel = new Parcel(notice("title", "text"), "", address(), Locale.ENGLISH, NOW);
        assertThat(huisheng.store.EmbeddedDatabases.await(notifier().send(parcel)))
                .isEqualTo(Outcome.DELIVERED);
        assertThat(server.last().text())
                .contains("en_us")
                .contains("in English: text")
                .doesNotContain("zh_cn");
    }
}

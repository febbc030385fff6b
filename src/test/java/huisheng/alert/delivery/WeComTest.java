package huisheng.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.alert.delivery.Recorder.Answer;
import huisheng.alert.delivery.Recorder.Request;
import huisheng.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WeComTest extends HttpNotifierContract {
    @Override
    Dialect dialect() {
        return new WeCom();
    }

    @Override
    Answer real(Request request) {
        return FakeBots.weCom(request);
    }

    @Override
    Address address() {
        return new Address(server.url("/cgi-bin/webhook/send?key=" + FakeBots.TOKEN), null);
    }

    @Override
    String read(Request request) {
        return Json.read(request.text(), JsonNode.class).at("/markdown/content").asText();
    }

    private Outcome coded(int code) {
        server.answer(request -> FakeBots.code("errcode", code, "hint: " + FakeBots.TOKEN));
        return send();
    }

    @Test
    void send_wrongKey_isRefusedForGood() {
        assertThat(send(new Address(server.url("/cgi-bin/webhook/send?key=no"), null), notice("标题", "内容")))
                .isEqualTo(new Outcome.Refused("WeCom errcode 93000: no such bot, or removed from its group"));
    }

    @Test
    void send_tooOften_waitsAMinute() {
        assertThat(coded(45009)).isEqualTo(new Outcome.Throttled("WeCom errcode 45009", Duration.ofMinutes(1)));
    }

    @Test
    void send_serviceBusyOrUnknownCode_isTriedAgain() {
        assertThat(coded(-1)).isEqualTo(new Outcome.Failed("WeCom errcode -1"));
        assertThat(coded(987654)).isEqualTo(new Outcome.Failed("WeCom errcode 987654"));
    }

    @Test
    void send_statusAloneWithoutCode_isNoSuccess() {
        server.answer(request -> new Answer(200, "<html>portal login</html>"));
        assertThat(send()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void send_customerWhoWritesMarkdown_mentionsAndLinksNobody() {
        assertThat(send(address(), notice("<@all>", "[领奖](http://evil.example) <@all> **假**")))
                .isEqualTo(Outcome.DELIVERED);
        assertThat(received())
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .doesNotContain("<@all>")
                        .doesNotContain("[领奖]")
                        .contains("［领奖］"));
    }
}

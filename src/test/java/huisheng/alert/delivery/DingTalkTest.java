package huisheng.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.alert.delivery.Recorder.Answer;
import huisheng.alert.delivery.Recorder.Request;
import huisheng.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DingTalkTest extends HttpNotifierContract {
    @Override
    Dialect dialect() {
        return new DingTalk();
    }

    @Override
    Answer real(Request request) {
        return FakeBots.dingTalk(request, NOW);
    }

    @Override
    Address address() {
        return new Address(server.url("/robot/send?access_token=" + FakeBots.TOKEN), FakeBots.SECRET);
    }

    @Override
    String read(Request request) {
        return Json.read(request.text(), JsonNode.class).at("/markdown/text").asText();
    }

    private Outcome coded(int code, String message) {
        server.answer(request -> FakeBots.code("errcode", code, message));
        return send();
    }

    @Test
    void send_wrongSecret_isRefusedForGood() {
        assertThat(send(new Address(address().address(), "SECother"), notice("标题", "内容")))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void send_clocksFarApart_isTriedAgain() {
        server.answer(request -> FakeBots.dingTalk(request, NOW.plusSeconds(7_200)));
        assertThat(send()).isEqualTo(new Outcome.Failed("DingTalk: clocks differ"));
    }

    @Test
    void send_tooOften_waitsTenMinutes() {
        assertThat(coded(130101, "send too fast, exceed 20 times per minute"))
                .isEqualTo(new Outcome.Throttled("DingTalk errcode 130101", Duration.ofMinutes(10)));
    }

    @Test
    void send_keywordOrAddressNotAllowed_isRefusedForGood() {
        assertThat(coded(310000, "keywords not in content")).isInstanceOf(Outcome.Refused.class);
        assertThat(coded(310000, "ip 1.2.3.4 not in whitelist")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void send_withoutSecret_isNotSigned() {
        server.answer(request -> FakeBots.code("errcode", 0, "ok"));
        send(new Address(address().address(), null), notice("标题", "内容"));
        assertThat(server.last().query()).isEqualTo("access_token=" + FakeBots.TOKEN);
    }
}

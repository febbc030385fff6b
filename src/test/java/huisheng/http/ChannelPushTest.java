package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.channel.Connectors;
import huisheng.ingest.Delivery;
import huisheng.review.Scope;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelPushTest {
    private Server server;

    @BeforeAll
    void start() {
        server = new Server();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Server.Answer push(String path) {
        return server.send(server.request(Server.PUSHER, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[{\"oid\":\"1\"}]")));
    }

    @Test
    void push_knownChannel_isReadByItsConnectorWithTheDefaults() {
        assertThat(push("/api/v1/channels/taobao/reviews?brand=%E4%BA%91%E5%B2%AD&region=%E5%B9%BF%E4%B8%9C")
                        .status())
                .isEqualTo(202);
        Delivery delivery = Objects.requireNonNull(server.intake.last);
        assertThat(delivery.connector().channel()).isEqualTo("taobao");
        assertThat(delivery.defaults()).isEqualTo(Map.of("brand", "云岭", "region", "广东"));
        assertThat(delivery.scope()).isEqualTo(Scope.ALL);
    }

    @Test
    void push_unknownChannel_isToldWhichThereAre() {
        Server.Answer answer = push("/api/v1/channels/amazon/reviews");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains("taobao").contains("douyin");
    }

    @Test
    void push_badDefault_isNamed() {
        for (String bad : new String[] {"brand=", "colour=red", "language=%21", "brand=a&brand=b", "store=%00"}) {
            Server.Answer answer = push("/api/v1/channels/jd/reviews?" + bad);
            assertThat(answer.status()).as(bad).isEqualTo(400);
            assertThat(answer.json().path("parameter").asText()).isEqualTo(bad.substring(0, bad.indexOf('=')));
        }
    }

    @Test
    void channels_areListed() {
        assertThat(server.get(Server.PUSHER, "/api/v1/channels").json().path("channels"))
                .hasSize(Connectors.channels().size());
    }
}

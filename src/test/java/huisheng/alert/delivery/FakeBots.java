package huisheng.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.alert.delivery.Recorder.Answer;
import huisheng.alert.delivery.Recorder.Request;
import huisheng.json.Json;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the services of group bots answer, as their documentation tells: HTTP 200 with a code in the body for nearly
 * everything. Signatures are computed here anew, not by the code under test.
 */
final class FakeBots {
    static final String TOKEN = "693a91f6-7xxx";
    static final String SECRET = "SEC0f1e2d3c";
    private static final int MOST_WECOM_BYTES = 4096;
    private static final int MOST_FEISHU_BYTES = 20 << 10;
    private static final long HOUR = 3_600;

    private FakeBots() {}

    static Answer weCom(Request request) {
        if (!("key=" + TOKEN).equals(request.query())) return code("errcode", 93000, "invalid webhook url");
        JsonNode body = body(request);
        if (!body.path("msgtype").asText().equals("markdown")) return code("errcode", 40008, "invalid message type");
        String content = body.at("/markdown/content").asText();
        if (content.isEmpty()) return code("errcode", 44004, "empty content");
        if (content.getBytes(UTF_8).length > MOST_WECOM_BYTES)
            return code("errcode", 40058, "content size out of limit");
        return code("errcode", 0, "ok");
    }

    static Answer dingTalk(Request request, Instant now) {
        String query = String.valueOf(request.query());
        if (!parameter(query, "access_token").equals(TOKEN)) return code("errcode", 300001, "token is not exist");
        String millis = parameter(query, "timestamp");
        if (Math.abs(Long.parseLong(millis) / 1000 - now.getEpochSecond()) > HOUR) {
            return code("errcode", 310000, "invalid timestamp");
        }
        String sign = base64(SECRET, millis + "\n" + SECRET);
        if (!query.endsWith("&sign=" + URLEncoder.encode(sign, UTF_8)))
            return code("errcode", 310000, "sign not match");
        JsonNode markdown = body(request).path("markdown");
        if (markdown.path("title").asText().isEmpty()) return code("errcode", 40035, "缺少参数 title");
        return code("errcode", 0, "ok");
    }

    static Answer feishu(Request request, Instant now) {
        if (!request.path().endsWith("/hook/" + TOKEN)) {
            return code("code", 19001, "param invalid: incoming webhook access token invalid");
        }
        JsonNode body = body(request);
        String seconds = body.path("timestamp").asText();
        boolean late = Math.abs(Long.parseLong(seconds) - now.getEpochSecond()) > HOUR;
        if (late || !body.path("sign").asText().equals(base64(seconds + "\n" + SECRET, ""))) {
            return code("code", 19021, "sign match fail or timestamp is not within one hour from current time");
        }
        if (request.text().getBytes(UTF_8).length > MOST_FEISHU_BYTES) return code("code", 9499, "Bad Request");
        if (body.at("/content/post").isEmpty()) return code("code", 19002, "params error, msg_type need");
        return code("code", 0, "success");
    }

    static Answer code(String field, int code, String message) {
        String name = field.equals("code") ? "msg" : "errmsg";
        return new Answer(
                200,
                Json.MAPPER
                        .createObjectNode()
                        .put(field, code)
                        .put(name, message)
                        .toString());
    }

    private static JsonNode body(Request request) {
        return Json.read(request.text(), JsonNode.class);
    }

    private static String parameter(String query, String name) {
        for (String part : query.split("&", -1)) {
            if (part.startsWith(name + "=")) return URLDecoder.decode(part.substring(name.length() + 1), UTF_8);
        }
        return "";
    }

    private static String base64(String key, String data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(data.getBytes(UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package huisheng.http;

import java.time.Duration;

/**
 * @param port 0 for any free one
 * @param instances event loops that serve
 * @param idle after which a silent connection is closed
 * @param subscribers live streams at the same time
 */
public record HttpSettings(String host, int port, int instances, Duration idle, int subscribers, IntakeLimits intake) {
    public static final HttpSettings DEFAULT =
            new HttpSettings("0.0.0.0", 8080, 2, Duration.ofSeconds(60), 200, IntakeLimits.DEFAULT);

    public HttpSettings at(String otherHost, int otherPort) {
        return new HttpSettings(otherHost, otherPort, instances, idle, subscribers, intake);
    }
}

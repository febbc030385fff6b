package huisheng.http;

import huisheng.access.ApiKeys;
import java.util.function.Supplier;

/**
 * What the API stands on.
 *
 * @param metrics in the Prometheus text format; may block
 */
public record Ports(
        Intake intake, Reads reads, ApiKeys keys, Live live, Readiness readiness, Supplier<String> metrics) {}

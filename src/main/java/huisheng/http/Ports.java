package huisheng.http;

import huisheng.access.ApiKeys;
import huisheng.access.Keyring;
import huisheng.store.KeptAnswers;
import java.util.function.Supplier;

/**
 * What the API stands on.
 *
 * @param metrics in the Prometheus text format; may block
 */
public record Ports(
        Intake intake,
        KeptAnswers kept,
        Reads reads,
        Corrections corrections,
        Sandbox sandbox,
        Targets targets,
        ClosedLoop loop,
        Alerts alerts,
        RuleBook rules,
        ApiKeys keys,
        Keyring keyring,
        Access access,
        Live live,
        Readiness readiness,
        Supplier<String> metrics) {}

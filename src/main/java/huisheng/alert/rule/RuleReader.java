package huisheng.alert.rule;

import huisheng.store.StoredRule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads rules that another version of the service may have written. */
public final class RuleReader {
    private static final Logger LOG = LoggerFactory.getLogger(RuleReader.class);

    private RuleReader() {}

    /** Null where a later version of the service wrote what this one does not know. */
    public static @Nullable Rule read(StoredRule stored) {
        try {
            return Rule.read(stored.body());
        } catch (RuntimeException e) {
            LOG.warn("alert rule {} cannot be read by this version, which leaves it alone", stored.id(), e);
            return null;
        }
    }
}

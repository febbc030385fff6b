package huisheng.insight;

import org.jspecify.annotations.Nullable;

/** An answer that may lack the data to say anything: that it found nothing then means nothing. */
public interface Limited {
    /** Null where there is enough. */
    @Nullable
    Insufficient insufficient();
}

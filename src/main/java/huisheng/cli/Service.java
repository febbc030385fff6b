package huisheng.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The running program, as commands see it. Every method blocks. */
public interface Service extends AutoCloseable {
    URI url();

    /** The key made at the very first start, told this once; null later, since only its hash is kept. */
    @Nullable
    String firstKey();

    /** A fresh key that may do everything, for a command that has to call the API itself. */
    String newKey(String name);

    /** Pushes canonical reviews as a connector would, and returns how many were refused. */
    int push(List<JsonNode> reviews);

    /** Reviews that can be searched. */
    long searchable();

    /** Pushed reviews that cannot be searched yet. */
    long waiting();

    @Override
    void close();

    /** Starts the program; it listens when this returns. */
    interface Starter {
        Service start(String pack) throws Exception;
    }
}

package huisheng.analysis.pack;

import java.util.List;

/** Another maker or product, and what people call it. */
public record Competitor(String name, List<String> aliases) {
    public Competitor {
        aliases = List.copyOf(aliases);
    }
}

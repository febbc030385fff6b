package huisheng.cli;

import huisheng.review.Dimension;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of the reviews somebody or something may see. */
final class ScopeOptions {
    @Option(names = "--brand", split = ",", description = "brands it sees")
    private @Nullable List<String> brands;

    @Option(names = "--product", split = ",", description = "products (SKU) it sees")
    private @Nullable List<String> products;

    @Option(names = "--channel", split = ",", description = "channels it sees")
    private @Nullable List<String> channels;

    @Option(names = "--store", split = ",", description = "stores it sees")
    private @Nullable List<String> stores;

    @Option(names = "--region", split = ",", description = "regions it sees")
    private @Nullable List<String> regions;

    Map<Dimension, List<String>> values() {
        Map<Dimension, List<String>> scope = new EnumMap<>(Dimension.class);
        if (brands != null) scope.put(Dimension.BRAND, brands);
        if (products != null) scope.put(Dimension.PRODUCT, products);
        if (channels != null) scope.put(Dimension.CHANNEL, channels);
        if (stores != null) scope.put(Dimension.STORE, stores);
        if (regions != null) scope.put(Dimension.REGION, regions);
        return scope;
    }
}

package huisheng.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who writes where about what: it decides which clauses fit and what the slots of product and place hold. */
record Situation(House house, Writer writer, House.Product product, House.Channel channel, boolean followup) {
    Set<String> tokens() {
        Set<String> tokens = new HashSet<>(writer.tokens());
        tokens.addAll(product.tokens());
        tokens.addAll(channel.tokens());
        if (writer.purchases() > 1) tokens.add("repeat");
        if (followup) tokens.add("followup");
        return tokens;
    }

    /** What the slot holds here; empty where it depends on no situation. */
    List<String> slot(String name) {
        return switch (name) {
            case "酒" -> product.aliases();
            case "品" -> List.of(product.aliases().getFirst());
            case "度" -> List.of(product.strength());
            case "香型" -> List.of(product.aroma());
            case "地" -> List.of(writer.region());
            case "对手" -> rivals();
            case "d" -> List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
            default -> product.slots().getOrDefault(name, List.of());
        };
    }

    private List<String> rivals() {
        boolean rival = product.tokens().contains("rival");
        return house.brands().stream()
                .filter(b -> rival ? !b.name().equals(product.brand()) : !b.own())
                .map(House.Brand::name)
                .toList();
    }
}

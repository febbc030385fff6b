package huisheng.alert.rule;

import huisheng.review.Author;
import huisheng.review.Review;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is listened to: any of these is enough. */
public record Influence(@Nullable Integer likes, @Nullable Integer purchases, Set<String> levels) {
    private static final int MOST = 1_000_000_000;

    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public Influence {
        levels = levels == null ? Set.of() : Set.copyOf(levels);
        if (likes != null) Check.range("when.influence.likes", likes, 1, MOST);
        if (purchases != null) Check.range("when.influence.purchases", purchases, 1, MOST);
        Check.values("when.influence.levels", levels, 50);
        Check.that(
                likes != null || purchases != null || !levels.isEmpty(),
                "when.influence 里至少要有 likes、purchases、levels 之一",
                "when.influence needs at least one of likes, purchases, levels");
    }

    boolean holds(Review review) {
        Author author = review.author();
        if (likes != null && review.likes() >= likes) return true;
        Integer bought = author.purchases();
        if (purchases != null && bought != null && bought >= purchases) return true;
        String level = author.level();
        return level != null && levels.contains(level);
    }
}

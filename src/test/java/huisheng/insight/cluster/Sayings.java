package huisheng.insight.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up wishes in any number: themes of Zipf sizes, each with its own words, some of them shared, and a rest alone. */
final class Sayings {
    private static final int CHARACTERS = 1_500;
    private static final int WORDS_OF_THEME = 10;
    private static final String[] FRAMES = {"希望", "建议", "能不能", "要是", "期待", "为什么", "总是", ""};
    private static final String[] ENDS = {"就好了", "吧", "了", "", "行不行", ""};

    private final SplittableRandom random;
    private final List<String> common = new ArrayList<>();

    private Sayings(long seed) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < 3_000; i++) common.add(word());
    }

    /** @param alone share of items that belong to no theme */
    static Wishes of(long seed, int items, int themes, double alone) {
        Sayings sayings = new Sayings(seed);
        List<List<String>> words = new ArrayList<>();
        for (int t = 0; t < themes; t++) words.add(sayings.themeWords());
        double[] sizes = new double[themes];
        double sum = 0;
        for (int t = 0; t < themes; t++) {
            sizes[t] = 1 / (t + 3.0);
            sum += sizes[t];
        }
        List<String> own = new ArrayList<>();
        List<Item> made = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            int theme = sayings.random.nextDouble() < alone ? -1 : sayings.draw(sizes, sum);
            own.add(theme < 0 ? Wishes.ALONE : "theme" + theme);
            made.add(sayings.item(i, theme < 0 ? List.of() : words.get(theme)));
        }
        return new Wishes(own, made);
    }

    private int draw(double[] sizes, double sum) {
        double rest = random.nextDouble() * sum;
        int theme = 0;
        while (theme < sizes.length - 1 && rest > sizes[theme]) rest -= sizes[theme++];
        return theme;
    }

    private List<String> themeWords() {
        List<String> words = new ArrayList<>();
        for (int w = 0; w < WORDS_OF_THEME; w++) {
            words.add(random.nextInt(4) == 0 ? common.get(random.nextInt(common.size())) : word());
        }
        return words;
    }

    private Item item(int id, List<String> theme) {
        List<String> said = new ArrayList<>();
        int telling = theme.isEmpty() ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < telling; i++) said.add(theme.get(zipf(theme.size())));
        int more = theme.isEmpty() ? 2 + random.nextInt(2) : random.nextInt(3);
        for (int i = 0; i < more; i++) said.add(common.get(zipf(common.size())));
        StringBuilder text = new StringBuilder(FRAMES[random.nextInt(FRAMES.length)]);
        for (int i = 0; i < said.size(); i++) text.append(i == 0 ? "" : "的").append(said.get(i));
        text.append(ENDS[random.nextInt(ENDS.length)]);
        return new Item(id, text.toString(), List.copyOf(said.subList(0, Math.min(said.size(), 2))));
    }

    /** Few words are said often. */
    private int zipf(int size) {
        return (int) (Math.pow(size + 1.0, random.nextDouble()) - 1);
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 2; i++) word.append((char) (0x5000 + zipf(CHARACTERS)));
        return word.toString();
    }
}

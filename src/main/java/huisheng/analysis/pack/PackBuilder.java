package huisheng.analysis.pack;

import huisheng.review.Polarity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a pack's file onto what it extends, and refuses what contradicts itself. */
final class PackBuilder {
    private static final double CUE_STRENGTH = 0.7;
    private static final double FACT_STRENGTH = 0.8;

    private final Path file;
    private final PackFile own;
    private final @Nullable Pack parent;
    private final Map<String, Aspect> aspects = new LinkedHashMap<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Map<String, Cue> cues = new LinkedHashMap<>();
    private final Map<String, Map<String, Polarity>> judged = new HashMap<>();
    /** Aspect of the parent to the aspect that stands for it here. */
    private final Map<String, String> heirs = new HashMap<>();

    PackBuilder(Path file, PackFile own, @Nullable Pack parent) {
        this.file = file;
        this.own = own;
        this.parent = parent;
    }

    Pack build(String id, Lexicon lexicon, String version) {
        if (!id.equals(own.id())) {
            throw new PackException(
                    file,
                    "id",
                    "应与文件名一致，为 " + id + "，而不是 " + own.id(),
                    "must be " + id + ", as the file is named, not " + own.id());
        }
        declareAspects();
        if (parent != null) {
            inherit(parent);
        }
        addOwnWords();
        return new Pack(
                id,
                own.name() == null ? id : own.name(),
                fallback(),
                Collections.unmodifiableMap(aspects),
                Collections.unmodifiableMap(heirs),
                Collections.unmodifiableMap(targets),
                Collections.unmodifiableMap(cues),
                Collections.unmodifiableMap(judged),
                own.products(),
                competitors(),
                stopwords(),
                thresholds(),
                parent == null ? lexicon : mapped(lexicon),
                version);
    }

    private void declareAspects() {
        if (parent != null && !own.closed()) {
            aspects.putAll(parent.aspects());
            parent.aspects().keySet().forEach(id -> heirs.put(id, id));
        }
        Set<String> declared = new HashSet<>();
        for (PackFile.Item item : own.aspects()) {
            String id = item.id();
            if (id == null || !id.matches("[a-z][a-z0-9-]*")) {
                throw new PackException(
                        file, "aspect " + id, "id 只能用小写字母 a-z、数字和 -", "its id must be of letters a-z, digits and -");
            }
            if (!declared.add(id)) {
                throw new PackException(file, "aspect " + id, "声明了两次", "declared twice");
            }
            aspects.put(id, aspect(id, item));
            item.takes().forEach(taken -> take(id, taken));
        }
    }

    private Aspect aspect(String id, PackFile.Item item) {
        Aspect before = parent == null ? null : parent.aspects().get(id);
        String name = item.name() == null && before != null ? before.name() : item.name();
        String group = item.group() == null && before != null ? before.group() : item.group();
        if (name == null || group == null) {
            throw new PackException(
                    file, "aspect " + id, "新的维度需要 name 和 group", "a new aspect needs a name and a group");
        }
        boolean firm = item.firm() == null ? before != null && before.firm() : item.firm();
        return new Aspect(id, name, group, firm);
    }

    private void take(String id, String taken) {
        if (parent == null || !parent.aspects().containsKey(taken)) {
            throw new PackException(
                    file, "aspect " + id, "takes 中的维度 " + taken + " 不存在", "takes the unknown aspect " + taken);
        }
        String other = heirs.put(taken, id);
        if (own.closed() && other != null) {
            throw new PackException(
                    file,
                    "aspect " + id,
                    "takes 中的 " + taken + " 已归 " + other,
                    "takes " + taken + ", which " + other + " took");
        }
    }

    private void inherit(Pack from) {
        from.targets().forEach((word, target) -> {
            String heir = heirs.get(target.aspect());
            if (heir != null) {
                targets.put(word, new Target(heir, target.weak()));
            }
        });
        from.cues().forEach((word, cue) -> {
            String heir = cue.aspect() == null ? null : heirs.get(cue.aspect());
            if (heir != null) {
                cues.put(word, new Cue(heir, cue.polarity(), cue.strength(), cue.fact()));
            }
        });
        from.judged()
                .forEach((word, signs) -> signs.forEach((aspect, sign) -> {
                    String heir = heirs.get(aspect);
                    if (heir != null) {
                        judged.computeIfAbsent(word, w -> new HashMap<>()).put(heir, sign);
                    }
                }));
    }

    private void addOwnWords() {
        Map<String, String> synonyms = new HashMap<>();
        Map<String, String> opinions = new HashMap<>();
        for (PackFile.Item item : own.aspects()) {
            String id = String.valueOf(item.id());
            item.synonyms().forEach(word -> addTarget(synonyms, id, word, false));
            item.weak().forEach(word -> addTarget(synonyms, id, word, true));
            addCues(opinions, id, item.positive(), new Cue(id, Polarity.POSITIVE, CUE_STRENGTH, false));
            addCues(opinions, id, item.negative(), new Cue(id, Polarity.NEGATIVE, CUE_STRENGTH, false));
            addCues(opinions, id, item.facts().positive(), new Cue(id, Polarity.POSITIVE, FACT_STRENGTH, true));
            addCues(opinions, id, item.facts().negative(), new Cue(id, Polarity.NEGATIVE, FACT_STRENGTH, true));
            item.judged().positive().forEach(word -> judge(id, word, Polarity.POSITIVE));
            item.judged().negative().forEach(word -> judge(id, word, Polarity.NEGATIVE));
        }
    }

    private void addTarget(Map<String, String> seen, String aspect, String raw, boolean weak) {
        String word = word(aspect, raw);
        refuseTwice(seen, aspect, word, "synonym");
        targets.put(word, new Target(aspect, weak));
    }

    private void addCues(Map<String, String> seen, String aspect, List<String> words, Cue cue) {
        for (String raw : words) {
            String word = word(aspect, raw);
            refuseTwice(seen, aspect, word, "opinion word");
            cues.put(word, cue);
        }
    }

    private void refuseTwice(Map<String, String> seen, String aspect, String word, String kind) {
        String before = seen.putIfAbsent(word, aspect);
        if (before != null) {
            throw new PackException(
                    file,
                    "aspect " + aspect,
                    "“" + word + "” 重复，已在 " + before + " 之下",
                    "duplicate " + kind + " " + word + ", already under " + before);
        }
    }

    private void judge(String aspect, String raw, Polarity sign) {
        Map<String, Polarity> signs = judged.computeIfAbsent(word(aspect, raw), w -> new HashMap<>());
        if (contradicts(signs.put(aspect, sign), sign) && !isInherited(aspect)) {
            throw new PackException(file, "aspect " + aspect, "“" + raw + "” 既作正面又作负面", "judges " + raw + " both ways");
        }
    }

    private static boolean contradicts(@Nullable Polarity before, Polarity now) {
        return before != null && before != now;
    }

    private boolean isInherited(String aspect) {
        return heirs.containsValue(aspect);
    }

    private String word(String aspect, @Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            throw new PackException(file, "aspect " + aspect, "有空白的词语", "holds an empty word");
        }
        return raw.strip().toLowerCase(Locale.ROOT);
    }

    private @Nullable String fallback() {
        String id = own.fallback() == null && parent != null && !own.closed() ? parent.fallback() : own.fallback();
        if (id != null && !aspects.containsKey(id)) {
            throw new PackException(file, "default", "维度 " + id + " 不存在", "names the unknown aspect " + id);
        }
        return id;
    }

    private List<Competitor> competitors() {
        List<Competitor> all = new ArrayList<>(parent == null ? List.of() : parent.competitors());
        all.addAll(own.competitors());
        return List.copyOf(all);
    }

    private Set<String> stopwords() {
        Set<String> all = new LinkedHashSet<>(parent == null ? Set.of() : parent.stopwords());
        all.addAll(own.stopwords());
        return Collections.unmodifiableSet(all);
    }

    private Thresholds thresholds() {
        if (own.thresholds() != null) {
            return own.thresholds();
        }
        return parent == null ? Thresholds.DEFAULT : parent.thresholds();
    }

    /** Patterns name aspects of the root pack. */
    private Lexicon mapped(Lexicon lexicon) {
        List<SpeechPattern> patterns = lexicon.patterns().stream()
                .map(p -> new SpeechPattern(
                        p.id(),
                        new Cue(
                                p.cue().aspect() == null
                                        ? null
                                        : heirs.get(p.cue().aspect()),
                                p.cue().polarity(),
                                p.cue().strength(),
                                p.cue().fact()),
                        p.triggers(),
                        p.expression()))
                .toList();
        return new Lexicon(
                lexicon.opinions(), lexicon.emoji(), lexicon.operators(), patterns, lexicon.risks(), lexicon.plights());
    }
}

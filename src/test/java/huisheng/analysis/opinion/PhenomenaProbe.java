package huisheng.analysis.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.Draft;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Packs;
import huisheng.json.Json;
import huisheng.review.Opinion;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Run by hand: {@code PhenomenaProbe labelled.jsonl [pack]} prints precision, recall and F1 of (aspect, sign), and speed. */
final class PhenomenaProbe {
    private PhenomenaProbe() {}

    public static void main(String[] args) throws IOException {
        Pack pack = Packs.load(Path.of("corpora"), args.length > 1 ? args[1] : "general");
        OpinionStage stage = new OpinionStage(pack);
        Drafts drafts = new Drafts(pack);
        int hit = 0;
        int signed = 0;
        int exact = 0;
        int found = 0;
        int gold = 0;
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            JsonNode row = Json.MAPPER.readTree(line);
            Draft draft = drafts.of(row.path("text").asText());
            texts.add(row.path("text").asText());
            stage.annotate(draft);
            List<String> want = new ArrayList<>();
            List<String> spans = new ArrayList<>();
            List<String> signs = new ArrayList<>();
            for (JsonNode o : row.path("opinions")) {
                want.add(o.path("aspect").asText() + "/" + o.path("polarity").asText());
                spans.add(o.path("opinion").asText());
                signs.add(o.path("polarity").asText());
            }
            List<String> left = new ArrayList<>(want);
            StringBuilder got = new StringBuilder();
            for (Opinion o : draft.opinions) {
                String key = o.aspect() + "/" + o.polarity().label();
                hit += left.remove(key) ? 1 : 0;
                signed += signs.remove(o.polarity().label()) ? 1 : 0;
                exact += spans.remove(o.opinion()) ? 1 : 0;
                got.append(key).append(' ').append(o.opinion()).append("; ");
            }
            gold += want.size();
            found += draft.opinions.size();
            if (!left.isEmpty() || want.size() != draft.opinions.size()) {
                System.out.println(row.path("id").asText() + " "
                        + row.path("text").asText() + "\n   want " + row.path("opinions") + "\n   got  " + got);
            }
        }
        System.out.printf(
                "P %.3f R %.3f F1 %.3f; sign only F1 %.3f; exact spans %d; found %d gold %d%n",
                hit / (double) found,
                hit / (double) gold,
                2.0 * hit / (found + gold),
                2.0 * signed / (found + gold),
                exact,
                found,
                gold);
        speed(stage, drafts, texts);
    }

    /** Of this thread alone, so that a busy machine does not blur the figure. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void speed(OpinionStage stage, Drafts drafts, List<String> texts) {
        List<Draft> all = texts.stream().map(drafts::of).toList();
        for (int round = 0; round < 5; round++) {
            long start = cpu();
            int n = 0;
            for (int i = 0; i < 40; i++) {
                for (Draft draft : all) {
                    draft.opinions.clear();
                    stage.annotate(draft);
                    n++;
                }
            }
            System.out.printf("%.0f reviews per CPU second%n", n / ((cpu() - start) / 1e9));
        }
    }
}

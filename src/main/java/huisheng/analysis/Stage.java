package huisheng.analysis;

import java.util.Set;

/** One step of the pipeline: stateless, safe from any thread, no input or output but the draft. */
public interface Stage {
    Set<Layer> needs();

    Layer adds();

    void annotate(Draft draft);
}

package huisheng.analysis.deep;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A deep reading was asked for and none of its models is there; the message says how to get them. */
public final class DeepModelsMissing extends IllegalStateException {
    private static final long serialVersionUID = 1;

    DeepModelsMissing() {
        super(message());
    }

    private static String message() {
        String profiles =
                Arrays.stream(DeepModel.values()).map(DeepModel::profile).collect(Collectors.joining(","));
        return "--deep 需要 CoreNLP 的模型（英文约 450 MB，中文约 1.5 GB），请运行一次：HUISHENG_PROFILES=" + profiles
                + " ./huisheng analyze --deep\n"
                + "--deep needs CoreNLP's models (English 450 MB, Chinese 1.5 GB). Run once: HUISHENG_PROFILES="
                + DeepModel.ENGLISH.profile() + " ./huisheng analyze --deep";
    }
}

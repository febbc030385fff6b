package huisheng.analysis.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DeepReaderTest {
    @Test
    void construct_withoutModels_saysWhichCommandBringsThem() {
        assumeTrue(Arrays.stream(DeepModel.values()).noneMatch(DeepModel::isThere), "built with a profile");
        assertThatThrownBy(DeepReader::new)
                .isInstanceOf(DeepModelsMissing.class)
                .hasMessageContaining("HUISHENG_PROFILES=corenlp-english");
    }

    @Test
    void profiles_areThoseOfTheBuild() {
        assertThat(DeepModel.values())
                .extracting(DeepModel::profile)
                .containsExactly("corenlp-english", "corenlp-chinese");
    }
}

package huisheng.insight;

import static huisheng.insight.DemoReviews.all;
import static huisheng.insight.DemoReviews.days;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The spicy batch of the last two months is the largest group of complaints, and its features are those planted. */
class ReviewGroupsDemoTest {
    @Test
    void spicyComplaints_areTheLargestGroup() throws IOException {
        try (DemoReviews demo = DemoReviews.withEvents()) {
            ReviewGroups.Answer answer =
                    demo.answer(ReviewGroups.Answer.class, new ReviewGroups(), all(days(150, 180)), "of", "complaints");
            ReviewGroups.Group largest = answer.groups().getFirst();
            assertThat(largest.label()).contains("辛辣");
            assertThat(largest.features())
                    .extracting(ReviewGroups.Feature::value)
                    .contains("HQ-125", "18-24", "taste:negative");
            assertThat(largest.evidence().quotes())
                    .allSatisfy(quote -> assertThat(quote.text()).contains("辛辣"));

            ReviewGroups.Answer customers =
                    demo.answer(ReviewGroups.Answer.class, new ReviewGroups(), all(days(150, 180)), "of", "customers");
            assertThat(customers.groups()).hasSizeBetween(3, 10);
            assertThat(customers.ungrouped() * 10).isLessThan(customers.lookedAt());
        }
    }
}

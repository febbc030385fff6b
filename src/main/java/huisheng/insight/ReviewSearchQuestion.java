package huisheng.insight;

import huisheng.index.ReviewIndex;
import huisheng.index.ReviewSearch;
import huisheng.index.SearchPage;
import java.io.IOException;

/** Which reviews say this? Blocks. */
public final class ReviewSearchQuestion {
    private final ReviewIndex index;

    public ReviewSearchQuestion(ReviewIndex index) {
        this.index = index;
    }

    public SearchPage ask(ReviewSearch search) throws IOException {
        return index.ask(now -> now.search(search));
    }
}

package huisheng.index;

import huisheng.review.Fault;

/** The query text cannot be read as a query. */
public final class QueryException extends Fault {
    private static final long serialVersionUID = 1;
    private final int position;

    public QueryException(String chinese, String english, int position) {
        super(chinese, english);
        this.position = position;
    }

    /** Character of the query at which reading failed. */
    public int position() {
        return position;
    }
}

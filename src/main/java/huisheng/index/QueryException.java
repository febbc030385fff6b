package huisheng.index;

/** The query text cannot be read as a query. */
public final class QueryException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final int position;

    public QueryException(String reason, int position) {
        super(reason);
        this.position = position;
    }

    /** Character of the query at which reading failed. */
    public int position() {
        return position;
    }
}

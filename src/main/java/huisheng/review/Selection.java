package huisheng.review;

/** What a caller asks for, within what the caller may see. Every read takes one, so no read can forget the scope. */
public record Selection(Scope scope, Filter filter) {
    public Selection with(Filter other) {
        return new Selection(scope, other);
    }

    public Selection during(Period period) {
        return with(filter.during(period));
    }
}

package huisheng.analysis.opinion;

/** A dictionary word found in the normalised text. */
record Hit(int start, int end, Roles roles) {
    int length() {
        return end - start;
    }

    boolean overlaps(Hit other) {
        return start < other.end && other.start < end;
    }
}

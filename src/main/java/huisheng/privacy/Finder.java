package huisheng.privacy;

/** Finds one kind of personal data in a folded text. */
interface Finder {
    void find(String folded, Spans spans);
}

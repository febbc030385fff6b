package huisheng.analysis.model;

/**
 * A row of weights for each feature, one for each head, as bytes q that stand for {@code q·|q|}: a row takes half the memory
 * that its weights would, and memory is what reading a model costs.
 */
final class HeadWeights {
    /** Heads that are summed together. */
    private static final int BLOCK = 4;

    private static final short[] SQUARES = squares();

    private final byte[] roots;
    private final int heads;
    /** From one row to the next. */
    private final int stride;

    /** Rows of zeros; {@link #put} and {@link #copy} fill them before anything is read. */
    HeadWeights(int rows, int heads) {
        this.heads = heads;
        stride = (heads + BLOCK - 1) / BLOCK * BLOCK;
        roots = new byte[rows * stride];
    }

    /**
     * @param from where the first head's weight is
     * @param weights one byte for each head
     */
    void put(int row, byte[] weights, int from) {
        System.arraycopy(weights, from, roots, row * stride, heads);
    }

    void copy(int row, HeadWeights to, int target) {
        System.arraycopy(roots, row * stride, to.roots, target * stride, stride);
    }

    int rows() {
        return stride == 0 ? 0 : roots.length / stride;
    }

    byte root(int row, int head) {
        return roots[row * stride + head];
    }

    short get(int row, int head) {
        return square(roots[row * stride + head]);
    }

    /** Sums of some rows, one for each head and some more. */
    int[] sums(int[] rows) {
        int[] sums = new int[stride];
        for (int head = 0; head < stride; head += BLOCK) sum(rows, head, sums);
        return sums;
    }

    /** Four heads at a time, in the processor's registers: the rows are few and known, each but one look into memory. */
    private void sum(int[] rows, int head, int[] sums) {
        int first = 0;
        int second = 0;
        int third = 0;
        int fourth = 0;
        for (int row : rows) {
            int at = row * stride + head;
            first += square(roots[at]);
            second += square(roots[at + 1]);
            third += square(roots[at + 2]);
            fourth += square(roots[at + 3]);
        }
        sums[head] = first;
        sums[head + 1] = second;
        sums[head + 2] = third;
        sums[head + 3] = fourth;
    }

    private static short square(byte root) {
        return SQUARES[root & 0xFF];
    }

    private static short[] squares() {
        short[] squares = new short[1 << Byte.SIZE];
        for (int root = Byte.MIN_VALUE; root <= Byte.MAX_VALUE; root++) {
            squares[root & 0xFF] = (short) (root * Math.abs(root));
        }
        return squares;
    }
}

package downhill.engine.host;

/** What the blocks of a walk give to a sum or largest value, kept until all are there and then added in their order. */
final class FloatKeptSums {
    private final SumForm form;
    private final OperandWalk walk;
    private final boolean maximum;
    private final double[] numbers;
    private final int block;
    private final int each;
    private final int rows;

    /** @param numbers of all threads */
    FloatKeptSums(SumForm form, OperandWalk walk, boolean maximum, double[] numbers, int block) {
        this.form = form;
        this.walk = walk;
        this.maximum = maximum;
        this.numbers = numbers;
        this.block = block;
        each = form.kept(walk, block);
        rows = walk.rows();
    }

    void row(int row, double value) {
        numbers[row] = value;
    }

    /** Of the block that begins at {@code start}, its first numbers. */
    void folded(int start, float[] values) {
        int at = start / block * each;
        for (int i = 0; i < each; i++) {
            numbers[at + i] = values[i];
        }
    }

    /** @param second whether it is the second row of its block */
    void piece(int start, boolean second, double value) {
        numbers[start / block * each + (second ? 1 : 0)] = value;
    }

    void addTo(double[] totals, int blocks) {
        switch (form) {
            case FOLDED -> {
                for (int from = 0; from < blocks * each; from += each) {
                    for (int i = 0; i < each; i++) {
                        totals[i] += numbers[from + i];
                    }
                }
            }
            case ROWS -> {
                for (int row = 0; row < rows; row++) {
                    FloatReduction.add(totals, walk.rowOffset(row), numbers[row], maximum);
                }
            }
            default -> addPieces(totals, blocks);
        }
    }

    private void addPieces(double[] totals, int blocks) {
        for (int i = 0; i < blocks; i++) {
            int start = i * block;
            int row = start / walk.inner();
            FloatReduction.add(totals, walk.rowOffset(row), numbers[i * each], maximum);
            int last = (Math.min(start + block, rows * walk.inner()) - 1) / walk.inner();
            if (last > row) {
                FloatReduction.add(totals, walk.rowOffset(last), numbers[i * each + 1], maximum);
            }
        }
    }
}

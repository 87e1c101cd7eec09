package downhill.race.document;

import downhill.data.split.FoldSpec;

/**
 * How contenders are judged by rows that they did not learn from.
 *
 * @param division how rows are held out
 * @param folds    how many; without effect where each row or group is left out
 * @param repeats  how often all rows are divided anew; without effect in order and where each row or group is left out
 * @param group    column whose equal values stay in one fold, where rows are divided by group; null for none yet
 * @param metric   name of the metric; null for the usual one of what is learned
 * @param margin   a difference that is negligible; null for the usual one of the metric
 * @param nested   how contenders are tuned within the folds; null where they are not
 */
public record EvaluationSpec(Division division, int folds, int repeats, String group, String metric, Double margin, NestedSpec nested) {
    /** How rows are held out. */
    public enum Division {
        /** By chance, for classes with the shares of all rows. */
        RANDOM,
        /** By chance, rows with the same value of a column together. */
        GROUPS,
        /** Stretches in order, each learned from what came before it. */
        ROLLING,
        /** Each row by itself. */
        EACH,
        /** All rows with the same value of a column, one value after the other. */
        EACH_GROUP;

        /** Whether rows with the same value of a column stay together. */
        public boolean isGrouped() {
            return this == GROUPS || this == EACH_GROUP;
        }

        /** Whether there are as many folds as rows or groups, and nothing is drawn. */
        public boolean isEach() {
            return this == EACH || this == EACH_GROUP;
        }

        /** Whether rows are drawn, so that they can be divided anew. */
        public boolean isDrawn() {
            return this == RANDOM || this == GROUPS;
        }

        /** Of rows that are divided so. */
        public static Division of(FoldSpec folds) {
            if (folds.rolling()) {
                return ROLLING;
            }
            if (folds.folds() == FoldSpec.EACH) {
                return folds.group() == null ? EACH : EACH_GROUP;
            }
            return folds.group() == null ? RANDOM : GROUPS;
        }
    }

    /** As usual in all. */
    public static final EvaluationSpec USUAL = new EvaluationSpec(EvaluationSettings.DIVISION.usual(),
            EvaluationSettings.FOLDS.usual().intValue(), EvaluationSettings.REPEATS.usual().intValue(), null, null, null, null);

    /**
     * As rows are divided.
     *
     * @param series whether they are windows of a series, which is always divided in its order
     * @throws downhill.data.DataException of one sentence where no rows could be divided so
     */
    public FoldSpec foldSpec(boolean series) {
        return switch (series ? Division.ROLLING : division) {
            case RANDOM -> new FoldSpec(folds, repeats, null, false);
            case GROUPS -> new FoldSpec(folds, repeats, group, false);
            case ROLLING -> FoldSpec.rolling(folds);
            case EACH -> new FoldSpec(FoldSpec.EACH, 1, null, false);
            case EACH_GROUP -> new FoldSpec(FoldSpec.EACH, 1, group, false);
        };
    }

    public EvaluationSpec withDivision(Division other) {
        return new EvaluationSpec(other, folds, repeats, group, metric, margin, nested);
    }

    public EvaluationSpec withFolds(int other) {
        return new EvaluationSpec(division, other, repeats, group, metric, margin, nested);
    }

    public EvaluationSpec withRepeats(int other) {
        return new EvaluationSpec(division, folds, other, group, metric, margin, nested);
    }

    public EvaluationSpec withMargin(Double other) {
        return new EvaluationSpec(division, folds, repeats, group, metric, other, nested);
    }

    public EvaluationSpec withMetric(String other) {
        return new EvaluationSpec(division, folds, repeats, group, other, margin, nested);
    }

    public EvaluationSpec withGroup(String other) {
        return new EvaluationSpec(division, folds, repeats, other, metric, margin, nested);
    }

    public EvaluationSpec withNested(NestedSpec other) {
        return new EvaluationSpec(division, folds, repeats, group, metric, margin, other);
    }

    /** Trials of each contender within each fold; 0 where none is tuned. */
    public int trials() {
        return nested == null ? 0 : nested.trials();
    }
}

package downhill.study;

import downhill.data.split.FoldSpec;
import downhill.race.document.EvaluationSpec;
import downhill.race.document.EvaluationSpec.Division;
import downhill.setting.Chosen;
import downhill.words.RefusedException;
import downhill.words.Said;

/** By which folds trials are judged, as it was chosen: everything that a cross-validation offers. */
public final class FoldChoice {
    private FoldChoice() {
    }

    /**
     * Refuses what fits no data.
     *
     * @throws RefusedException of one sentence
     */
    public static void check(Chosen chosen) {
        if (chosen.has(StudySettings.OUTER) && chosen.has(StudySettings.GROUPS)) {
            throw new RefusedException(Said.of("tune.outer.groups"));
        }
        boolean divided = chosen.has(StudySettings.GROUPS) || chosen.get(StudySettings.ROLLING) || chosen.has(StudySettings.REPEATS);
        if (!chosen.has(StudySettings.FOLDS) && divided) {
            throw new RefusedException(Said.of("tune.folds"));
        }
        of(chosen, false);
    }

    /**
     * How rows are divided.
     *
     * @param series whether they are windows of a series, which is always divided in its order
     * @return null where trials are judged by one split
     * @throws RefusedException of one sentence where no rows could be divided so
     */
    public static FoldSpec of(Chosen chosen, boolean series) {
        if (!chosen.has(StudySettings.FOLDS)) {
            return null;
        }
        return new FoldSpec(chosen.whole(StudySettings.FOLDS), chosen.whole(StudySettings.REPEATS), chosen.get(StudySettings.GROUPS),
                chosen.get(StudySettings.ROLLING) || series);
    }

    /** The same as an evaluation has it, which stands for the usual where trials are judged by one split. */
    public static EvaluationSpec shown(Chosen chosen) {
        FoldSpec folds = of(chosen, false);
        if (folds == null) {
            return EvaluationSpec.USUAL;
        }
        int count = folds.folds() == FoldSpec.EACH ? EvaluationSpec.USUAL.folds() : folds.folds();
        return EvaluationSpec.USUAL.withDivision(Division.of(folds)).withFolds(count).withRepeats(folds.repeats()).withGroup(folds.group());
    }

    /** With the folds of an evaluation; {@code null} for one split. */
    public static Chosen with(Chosen chosen, EvaluationSpec method) {
        boolean drawn = method != null && method.division().isDrawn();
        boolean grouped = method != null && method.division().isGrouped();
        return chosen.with(StudySettings.FOLDS, method == null ? null : (Long) count(method))
                .with(StudySettings.REPEATS, drawn && method.repeats() > 1 ? (Long) (long) method.repeats() : null)
                .with(StudySettings.GROUPS, grouped ? method.group() : null)
                .with(StudySettings.ROLLING, method != null && method.division() == Division.ROLLING ? true : null);
    }

    private static long count(EvaluationSpec method) {
        return method.division().isEach() ? FoldSpec.EACH : method.folds();
    }
}

package downhill.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.split.FoldSpec;
import downhill.race.document.EvaluationSpec;
import downhill.race.document.EvaluationSpec.Division;
import downhill.setting.Chosen;
import downhill.words.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldChoiceTest {
    private static EvaluationSpec method(Division division, int folds, int repeats, String group) {
        return EvaluationSpec.USUAL.withDivision(division).withFolds(folds).withRepeats(repeats).withGroup(group);
    }

    static List<EvaluationSpec> methods() {
        return List.of(method(Division.RANDOM, 7, 1, null), method(Division.RANDOM, 3, 4, null),
                method(Division.GROUPS, 4, 2, "patient"), method(Division.ROLLING, 6, 1, null),
                method(Division.EACH, 5, 1, null), method(Division.EACH_GROUP, 5, 1, "patient"));
    }

    /** What a form shows, what the document writes, and what rows are divided by is one. */
    @ParameterizedTest
    @MethodSource("methods")
    void everyDivisionOfAnEvaluationCanBeChosen(EvaluationSpec method) {
        Chosen chosen = FoldChoice.with(Chosen.NOTHING, method);
        FoldChoice.check(chosen);
        assertThat(FoldChoice.shown(chosen)).isEqualTo(method);
        assertThat(FoldChoice.of(chosen, false)).isEqualTo(method.foldSpec(false));
        Chosen read = StudySettings.chosen(StudySettings.texts(chosen), name -> name);
        assertThat(FoldChoice.of(read, false)).isEqualTo(method.foldSpec(false));
    }

    @Test
    void oneSplitIsNoFolds() {
        Chosen folded = FoldChoice.with(Chosen.NOTHING, methods().get(2));
        assertThat(FoldChoice.of(FoldChoice.with(folded, null), false)).isNull();
        assertThat(StudySettings.texts(FoldChoice.with(folded, null))).isEmpty();
        assertThat(FoldChoice.shown(Chosen.NOTHING)).isEqualTo(EvaluationSpec.USUAL);
    }

    @Test
    void aSeriesIsAlwaysInItsOrder() {
        assertThat(FoldChoice.of(Chosen.NOTHING.with(StudySettings.FOLDS, 4L), true)).isEqualTo(FoldSpec.rolling(4));
    }

    @Test
    void whatFitsNoDataIsRefused() {
        Chosen groups = Chosen.NOTHING.with(StudySettings.GROUPS, "patient");
        assertThatThrownBy(() -> FoldChoice.check(groups)).isInstanceOf(RefusedException.class).hasMessageContaining("--folds K");
        Chosen aside = groups.with(StudySettings.FOLDS, 3L).with(StudySettings.OUTER, 0.2);
        assertThatThrownBy(() -> FoldChoice.check(aside)).isInstanceOf(RefusedException.class).hasMessageContaining("not whole groups");
        assertThatThrownBy(() -> FoldChoice.check(groups.with(StudySettings.FOLDS, 3L).with(StudySettings.ROLLING, true)))
                .hasMessageContaining("order");
        assertThatThrownBy(() -> StudySettings.FOLDS.read("--folds", "1")).hasMessageContaining("or all");
        assertThatThrownBy(() -> StudySettings.FOLDS.read("--folds", "every")).hasMessageContaining("or all");
    }
}

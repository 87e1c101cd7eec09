package downhill.cli;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.words.Said;
import downhill.words.Said;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is to be explained.
 *
 * @param model      asked, with classes in the scale that was asked for
 * @param file       all rows of the file that the model can answer
 * @param rows       those of them that were asked for, all where none were
 * @param background rows that an answer is compared with
 * @param numbers    which data row of the file, from 1, each row of its table is
 * @param compared   what the background is, where nobody said; else {@link Said#NOTHING}
 * @param options    what else was asked for
 * @param past       moments of its training, where the method looks at them
 */
record ExplainTask(Explained model, ExplainedRows file, ExplainedRows rows, ExplainedRows background, int[] numbers,
                   Said compared, ExplainOptions options, ExplainPast past) {

    /** Which data row of the file, from 1, one of {@link #rows} is. */
    int number(int row) {
        return numbers[rows.sourceRows()[row]];
    }

    /** How many threads may compute. */
    int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Whether all rows get the same answer, so that there is nothing to explain. */
    /** Said where the rows have one target only, two or more times. */
    Optional<Said> sameTarget() {
        double[] known = Arrays.stream(file.targets()).filter(each -> !Double.isNaN(each)).toArray();
        boolean same = known.length > 1 && Arrays.stream(known).allMatch(each -> each == known[0]);
        return same ? Optional.of(Said.of("explain.target.same", model.preprocessing().target().column(), known.length)) : Optional.empty();
    }

    boolean isConstant() {
        double[] answers = model.answers(file.values());
        int outputs = model.outputs().size();
        double scale = Arrays.stream(answers).map(Math::abs).max().orElse(0);
        for (int i = 0; i < answers.length; i++) {
            if (Math.abs(answers[i] - answers[i % outputs]) > 1e-12 * scale) {
                return false;
            }
        }
        return true;
    }
}

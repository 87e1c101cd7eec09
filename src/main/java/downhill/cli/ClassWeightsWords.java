package downhill.cli;

import downhill.data.prepare.Prepared;
import downhill.model.ClassWeights;
import downhill.race.LossWeights;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the rows of each class count for, in a sentence; nothing where all count the same. */
final class ClassWeightsWords {
    private static final int MOST = 8;

    private ClassWeightsWords() {
    }

    static List<Said> of(Problem problem, Prepared prepared) {
        ClassWeights weights = problem instanceof Problem.Learning learning ? learning.model().settledOptions().classWeights() : null;
        if (weights == null || prepared.isElsewhere()) {
            return List.of();
        }
        double[] each = LossWeights.of(prepared, ((Problem.Learning) problem).model()).byClass();
        List<String> names = prepared.classNames();
        String list = IntStream.range(0, Math.min(MOST, names.size()))
                .mapToObj(i -> names.get(i) + " " + String.format(Locale.ROOT, "%.4g", each[i]))
                .collect(Collectors.joining(", "));
        String shown = list + (names.size() > MOST ? ", …" : "");
        return List.of(Said.of(weights instanceof ClassWeights.Balanced ? "cli.weighted.balanced" : "cli.weighted", shown));
    }
}

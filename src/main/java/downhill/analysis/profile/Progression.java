package downhill.analysis.profile;

import downhill.analysis.score.ContenderScores;
import downhill.analysis.score.FoldScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores on their way: what runs came to at the same steps.
 *
 * @param steps  rising
 * @param names  of the contenders
 * @param scores [contender][run][step]; NaN where it had diverged, or was not looked at; runs at one place are of the same fold
 */
public record Progression(double[] steps, List<String> names, double[][][] scores) {

    /**
     * A look at some folds.
     *
     * @param step   updates done
     * @param scores of all contenders there
     */
    public record Look(long step, List<ContenderScores> scores) {
        public Look {
            scores = List.copyOf(scores);
        }
    }

    /**
     * From looks at folds, part by part: only steps at which all parts were looked at are kept, so that every run has a value at each.
     *
     * @param parts looks at some folds each, by rising steps, at least one
     */
    public static Progression of(List<List<Look>> parts) {
        double[] steps = parts.get(0).stream().mapToDouble(Look::step).filter(step -> parts.stream()
                .allMatch(part -> part.stream().anyMatch(each -> each.step() == step))).toArray();
        List<ContenderScores> first = parts.get(0).get(0).scores();
        double[][][] scores = new double[first.size()][][];
        for (int i = 0; i < scores.length; i++) {
            int contender = i;
            List<double[]> runs = new ArrayList<>();
            parts.forEach(part -> runs.addAll(runs(part, contender, steps)));
            scores[i] = runs.toArray(double[][]::new);
        }
        return new Progression(steps, first.stream().map(ContenderScores::name).toList(), scores);
    }

    private static List<double[]> runs(List<Look> part, int contender, double[] steps) {
        List<List<FoldScore>> looks = Arrays.stream(steps).mapToObj(step -> part.stream().filter(each -> each.step() == step).findFirst()
                .orElseThrow().scores().get(contender).runs()).toList();
        return IntStream.range(0, looks.isEmpty() ? 0 : looks.get(0).size())
                .mapToObj(run -> looks.stream().mapToDouble(each -> each.get(run).value()).toArray()).toList();
    }
}

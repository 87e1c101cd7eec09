package downhill.analysis.diagnosis;

import downhill.data.Examples;
import downhill.data.Notice;
import downhill.data.Scaling;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Prepared;
import downhill.model.Loss;
import downhill.model.LossOptions;
import downhill.model.ModelSpec;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the training rows themselves say. */
final class DataFacts {
    /** Imbalance ratios above it are called high in the repository KEEL (Alcalá-Fdez et al. 2011). */
    private static final double UNEVEN = 9;
    /** Curvature along an input grows as the square of its spread: ten apart need some hundred times the steps of gradient descent. */
    private static final double APART = 10;

    private record Spread(String name, double size) {
    }

    private final Problem.Learning learning;
    private final Prepared data;

    DataFacts(Problem.Learning learning, Prepared data) {
        this.learning = learning;
        this.data = data;
    }

    /** Training rows. */
    int rows() {
        return data.training().count();
    }

    /** Columns that alone give the target, as the import found. */
    List<String> leaking() {
        return giving().map(Notice::column).toList();
    }

    private Stream<Notice> giving() {
        return data.notices().stream().filter(Notice::isGiveaway);
    }

    /** What the import said of them, unless there would be none left. */
    Optional<Said> giveaways() {
        long others = data.preprocessing().features().stream().filter(step -> !leaking().contains(step.column())).count();
        List<Said> said = giving().map(Notice::said).toList();
        return said.isEmpty() || others == 0 ? Optional.empty() : Optional.of(Said.sentences(said.toArray(Said[]::new)));
    }

    /** How far the classes are out of balance; empty where they are not, or count the same already. */
    Optional<Said> balance() {
        if (!data.task().isClassification() || learning.model().settledOptions().classWeights() != null) {
            return Optional.empty();
        }
        double[] rows = classes();
        int[] order = IntStream.range(0, rows.length).filter(i -> rows[i] > 0).boxed().sorted(Comparator.comparingDouble(i -> rows[i]))
                .mapToInt(i -> i).toArray();
        int rare = order[0];
        int common = order[order.length - 1];
        return rows[common] > UNEVEN * rows[rare] ? Optional.of(Said.of("finding.balance", data.classNames().get(rare),
                ShortFigures.of(rows[rare]), data.classNames().get(common), ShortFigures.of(rows[common]))) : Optional.empty();
    }

    /** How far the spreads of numeric inputs lie apart; empty where they are alike, or are scaled. */
    Optional<Said> scale() {
        if (learning.data().scaling() != Scaling.NONE || data.inputShape().length != 1) {
            return Optional.empty();
        }
        List<Spread> spreads = spreads();
        if (spreads.size() < 2) {
            return Optional.empty();
        }
        Spread least = spreads.get(0);
        Spread most = spreads.get(spreads.size() - 1);
        return most.size() > APART * least.size() ? Optional.of(Said.of("finding.scale", least.name(), ShortFigures.of(least.size()),
                most.name(), ShortFigures.of(most.size()))) : Optional.empty();
    }

    /** The training loss of the best constant answer; NaN where it is not known for this loss, or all answers are one. */
    double constant() {
        ModelSpec model = learning.model();
        double[] targets = data.training().targets();
        if (!model.settledOptions().equals(LossOptions.DEFAULT) || data.training().isWeighted()
                || Arrays.stream(targets).allMatch(target -> target == targets[0])) {
            return Double.NaN;
        }
        if (model.loss().onLogits()) {
            double n = data.training().count();
            return Arrays.stream(classes()).filter(rows -> rows > 0).map(rows -> -rows / n * Math.log(rows / n)).sum();
        }
        return model.loss() == Loss.MSE && !data.task().isClassification() ? square(deviation(data.training().targets())) : Double.NaN;
    }

    private double[] classes() {
        double[] rows = new double[data.classNames().size()];
        for (double target : data.training().targets()) {
            rows[(int) target]++;
        }
        return rows;
    }

    /** Of numeric columns that have more than one value, the least first. */
    private List<Spread> spreads() {
        List<Spread> spreads = new ArrayList<>();
        int at = 0;
        for (FeatureStep step : data.preprocessing().features()) {
            if (step instanceof FeatureStep.Numeric) {
                spreads.add(new Spread(step.column(), deviation(column(at))));
            }
            at += step.width();
        }
        return spreads.stream().filter(spread -> spread.size() > 0).sorted(Comparator.comparingDouble(Spread::size)).toList();
    }

    private double[] column(int at) {
        Examples rows = data.training();
        return IntStream.range(0, rows.count()).mapToDouble(row -> rows.values().value(row, at)).toArray();
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(value -> square(value - mean)).average().orElseThrow());
    }

    private static double square(double value) {
        return value * value;
    }
}

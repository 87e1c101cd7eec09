package downhill.export;

import downhill.compress.InputRanges;
import downhill.compress.Quantiser;
import downhill.data.ColumnType;
import downhill.data.ImageSpec;
import downhill.data.Level;
import downhill.data.MadeColumn;
import downhill.data.Making;
import downhill.data.Relation;
import downhill.data.RowValues;
import downhill.data.Scaling;
import downhill.data.SequenceSpec;
import downhill.data.TaskKind;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.TargetStep;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelCases;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Models of every family with columns of every kind, and several that answer as one. */
public final class ExportCases {
    private ExportCases() {
    }

    /** All, each with a name of its own. */
    public static List<TrainedEnsemble> all() {
        List<ModelCases.Case> cases = ModelCases.all()
                .filter(each -> !each.weighting().rows() && (each.outputs() == 1 || each.spec().loss().onLogits())).toList();
        List<TrainedEnsemble> all = new ArrayList<>();
        cases.forEach(each -> all.add(TrainedEnsemble.of(model(each, all.size()))));
        cases.stream().limit(3).forEach(each -> all.add(new TrainedEnsemble("ensemble " + each.name(),
                List.of(new TrainedEnsemble.Member(0.25, model(each, 91)), new TrainedEnsemble.Member(0.75, model(each, 92))))));
        cases.stream().filter(each -> each.spec().loss() == each.spec().architecture().family().usualLoss(task(each)))
                .forEach(each -> all.add(TrainedEnsemble.of(quantised(each, all.size(), false))));
        all.add(TrainedEnsemble.of(quantised(cases.stream().filter(each -> each.name().startsWith("mlp")).findFirst().orElseThrow(), 5,
                true)));
        all.add(made(Loss.MSE, 93));
        all.add(made(Loss.BINARY_CROSS_ENTROPY, 94));
        return all;
    }

    /** Of every family with what goes into its products rounded as well. */
    public static List<TrainedEnsemble> rounded() {
        return ModelCases.all().filter(each -> !each.weighting().rows() && (each.outputs() == 1 || each.spec().loss().onLogits()))
                .filter(each -> each.spec().loss() == each.spec().architecture().family().usualLoss(task(each)))
                .map(each -> TrainedEnsemble.of(quantised(each, 7, true))).toList();
    }

    private static TaskKind task(ModelCases.Case of) {
        return of.spec().loss().onLogits() ? of.outputs() == 1 ? TaskKind.BINARY : TaskKind.MULTICLASS : TaskKind.REGRESSION;
    }

    private static TrainedModel quantised(ModelCases.Case of, long seed, boolean inputs) {
        TrainedModel real = model(of, seed);
        double[] some = new Random(seed).doubles(64L * of.shape().size(), -2, 2).toArray();
        int bits = seed % 3 == 0 ? 4 : 8;
        RowValues rows = RowValues.of(some, of.shape().size());
        return Quantiser.quantised(real, of.name() + " int" + bits, bits, inputs ? InputRanges.of(real, rows) : Map.of());
    }

    /** Of columns that are made of those of the file in every way, two of which are nothing but what others are made of. */
    public static TrainedEnsemble made(Loss loss, long seed) {
        List<MadeColumn> made = List.of(MadeColumn.of(Making.LOG, 0, "a b"), MadeColumn.of(Making.SIGNED_LOG, 0, "x"),
                MadeColumn.of(Making.STEP, 0.5, "x"), MadeColumn.of(Making.PRODUCT, 0, "x", "a b"),
                MadeColumn.of(Making.PRODUCT, 0, "x", "x"), MadeColumn.of(Making.RATIO, 0, "x", "a b"),
                MadeColumn.of(Making.SINE, MadeColumn.YEAR, "day"), MadeColumn.of(Making.COSINE, MadeColumn.WEEK, "day"),
                MadeColumn.of(Making.WEEKEND, 0, "day"));
        List<FeatureStep> features = new ArrayList<>();
        features.add(new FeatureStep.Numeric("x", ColumnType.NUMBER, 0.25, Scaling.STANDARD, 1, 2));
        features.add(new FeatureStep.OneHot("colour", ColumnType.CATEGORY, List.of("red", "blue"), "red"));
        for (int i = 0; i < made.size(); i++) {
            features.add(new FeatureStep.Numeric(made.get(i).name(), ColumnType.NUMBER, 0.5, Scaling.STANDARD, 0.1 * i, 1 + i));
        }
        ModelSpec spec = new ModelSpec(new Architecture.Mlp(List.of(4), Activation.TANH), loss);
        TaskKind task = loss == Loss.MSE ? TaskKind.REGRESSION : TaskKind.BINARY;
        TargetStep target = loss == Loss.MSE ? new TargetStep.NumberTarget("y", 0.1, 3)
                : new TargetStep.ClassTarget("y", List.of("no", "yes"));
        Preprocessing steps = new Preprocessing(features, target, task, null, null, null, null, made);
        double[] row = InitialValues.row(spec, InputShape.of(steps.inputShape()), 1, seed);
        return TrainedEnsemble.of(new TrainedModel("made " + loss, spec, steps, 1, row,
                new TrainedModel.Origin("adam", Map.of(), 10, seed, "float", "FINISHED", 1, 1)));
    }

    private static TrainedModel model(ModelCases.Case of, long seed) {
        double[] row = InitialValues.row(of.spec(), of.shape(), of.outputs(), seed);
        return new TrainedModel(of.name(), of.spec(), steps(of), of.outputs(), row,
                new TrainedModel.Origin("adam", Map.of(), 10, seed, "float", "FINISHED", 1, 1));
    }

    private static Preprocessing steps(ModelCases.Case of) {
        List<Integer> shape = of.shape().lengths();
        int inputs = shape.size() == 2 ? shape.get(1) : of.shape().size();
        TaskKind task = task(of);
        ImageSpec image = shape.size() == 3 ? new ImageSpec(shape.get(0), shape.get(1), shape.get(2)) : null;
        SequenceSpec windows = shape.size() == 2 ? new SequenceSpec(shape.get(0), 1, 1, Level.WINDOW) : null;
        return new Preprocessing(features(inputs, windows != null), target(of, task, windows != null), task, image, windows, null);
    }

    /** Among the numbers a label where there is room for its categories, and the target's own past in a series. */
    private static List<FeatureStep> features(int inputs, boolean series) {
        List<FeatureStep> features = new ArrayList<>();
        int left = inputs;
        if (series) {
            features.add(new FeatureStep.Relative("y", ColumnType.NUMBER, 1.5, Relation.RATIO, Scaling.STANDARD, 0.1, 0.4));
            left--;
        }
        if (left >= 4) {
            features.add(new FeatureStep.OneHot("colour \"of\" <it>", ColumnType.CATEGORY, List.of("red", "a b", "绿+*\\"), "a b"));
            left -= 3;
        }
        for (int i = 0; i < left; i++) {
            features.add(new FeatureStep.Numeric("x" + i, i == 1 ? ColumnType.DATE : ColumnType.NUMBER, i % 2 == 0 ? null : 0.1 * i,
                    Scaling.STANDARD, i, i == 2 ? FeatureStep.Numeric.CONSTANT : 1 + i));
        }
        return features;
    }

    private static TargetStep target(ModelCases.Case of, TaskKind task, boolean series) {
        if (task == TaskKind.REGRESSION) {
            return series ? new TargetStep.RelativeTarget("y", Relation.RATIO, 0.1, 3) : new TargetStep.NumberTarget("y", 0.1, 3);
        }
        return new TargetStep.ClassTarget("y", IntStream.range(0, Math.max(2, of.outputs())).mapToObj(i -> "class " + i).toList());
    }

    /** Those that bring an operation or a kind of column that those before them did not. */
    public static List<TrainedEnsemble> distinct() {
        Set<String> seen = new HashSet<>();
        return all().stream().filter(model -> seen.addAll(kinds(model))).toList();
    }

    private static Set<String> kinds(TrainedEnsemble model) {
        return ModelText.of(model, List.of()).lines().map(line -> line.split(" "))
                .map(words -> words[0].equals("=") || words[0].equals("answer") ? words[1] : words[0]).collect(Collectors.toSet());
    }
}

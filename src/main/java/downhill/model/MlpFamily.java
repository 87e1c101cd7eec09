package downhill.model;

import downhill.engine.graph.Node;
import downhill.setting.Kind;
import downhill.setting.Part;
import downhill.setting.Setting;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Multilayer perceptrons: dense layers one after the other, {@code dense1}, {@code dense2}, ..., for any data. */
final class MlpFamily extends NetworkFamily<Architecture.Mlp> {
    private static final Setting<List<Integer>> HIDDEN = Sizes.sizes("mlp.hidden", 0, List.of(16, 16), "--hidden");
    private static final Setting<Activation> ACTIVATION =
            Setting.of("mlp.activation", Kind.choice(Activation.class), Activation.TANH).option("--activation");
    private static final List<Part<Architecture.Mlp, ?>> PARTS = List.of(
            new Part<>(HIDDEN, Architecture.Mlp::hidden, (of, widths) -> new Architecture.Mlp(widths, first(of))),
            new Part<>(ACTIVATION, of -> of.activations().isEmpty() ? null : first(of),
                    (of, activation) -> new Architecture.Mlp(of.hidden(), activation)));

    MlpFamily() {
        super("mlp");
    }

    /** The one that a person sets for all layers. */
    private static Activation first(Architecture.Mlp mlp) {
        return mlp.activations().isEmpty() ? ACTIVATION.usual() : mlp.activations().get(0);
    }

    @Override
    Input input() {
        return Input.ANY;
    }

    @Override
    void check(Architecture.Mlp mlp, Loss loss, InputShape shape) {
        int depth = mlp.hidden().size();
        Sizes.require(mlp.activations().size() == depth || mlp.activations().size() == depth + 1, Said.of("model.activations", depth,
                depth, mlp.activations().size()));
    }

    @Override
    Node output(Architecture.Mlp mlp, Layers layers, Node x, int outputs) {
        Node a = flat(x);
        int depth = mlp.hidden().size();
        for (int i = 0; i < depth; i++) {
            Node active = mlp.activation(i).of(layers.dense("dense" + (i + 1), a, mlp.hidden().get(i)));
            a = layers.dropout(layers.view(activation(i), active));
        }
        return mlp.activation(depth).of(layers.dense("dense" + (depth + 1), a, outputs));
    }

    private static String activation(int layer) {
        return "dense" + (layer + 1) + ".activation";
    }

    @Override
    void count(Architecture.Mlp mlp, InputShape shape, int outputs, SizeCount count) {
        count.dense(count.dense(shape.size(), mlp.hidden()), outputs);
    }

    /** Examples are a row of numbers here. */
    @Override
    List<String> outline(Architecture.Mlp mlp, InputShape shape) {
        List<Integer> widths = new ArrayList<>(mlp.hidden());
        widths.add(0, shape.size());
        return widths.stream().map(String::valueOf).toList();
    }

    @Override
    public List<Part<Architecture.Mlp, ?>> settings() {
        return PARTS;
    }

    @Override
    Architecture.Mlp usual(InputShape shape) {
        return new Architecture.Mlp(HIDDEN.usual(), ACTIVATION.usual());
    }

    @Override
    public List<Inside> insides() {
        return List.of();
    }

    @Override
    public boolean hasHidden(Architecture.Mlp mlp) {
        return !mlp.hidden().isEmpty();
    }

    @Override
    public boolean isAffine(Architecture.Mlp mlp) {
        return mlp.hidden().isEmpty() && mlp.activation(0) == Activation.IDENTITY;
    }

    @Override
    public List<String> reluViews(Architecture.Mlp mlp) {
        return IntStream.range(0, mlp.hidden().size()).filter(i -> mlp.activation(i) == Activation.RELU)
                .mapToObj(MlpFamily::activation).toList();
    }

    @Override
    public Map<String, Activation> boundedViews(Architecture.Mlp mlp) {
        return IntStream.range(0, mlp.hidden().size()).boxed()
                .filter(i -> mlp.activation(i) == Activation.TANH || mlp.activation(i) == Activation.SIGMOID)
                .collect(Collectors.toMap(MlpFamily::activation, mlp::activation, (first, second) -> first, TreeMap::new));
    }

    @Override
    public Optional<Architecture> withUnits(Architecture.Mlp mlp, Activation units) {
        return mlp.activation(0) == units ? Optional.empty() : Optional.of(new Architecture.Mlp(mlp.hidden(), units));
    }

    @Override
    public Optional<Architecture> shallower(Architecture.Mlp mlp, List<Integer> hidden) {
        return mlp.hidden().size() > hidden.size() ? Optional.of(new Architecture.Mlp(hidden, mlp.activation(0))) : Optional.empty();
    }

    @Override
    public List<HiddenUnits> units(Architecture.Mlp mlp, InputShape shape) {
        return IntStream.range(0, mlp.hidden().size()).mapToObj(i -> Layers.units("dense" + (i + 1), 1, mlp.hidden().get(i),
                new HiddenUnits.Place("dense" + (i + 2) + ".weight", 0, 1, true))).toList();
    }

    @Override
    public Architecture.Mlp narrowed(Architecture.Mlp mlp, List<Integer> counts) {
        return new Architecture.Mlp(counts, mlp.activations());
    }

    @Override
    public boolean isHeavy() {
        return false;
    }
}

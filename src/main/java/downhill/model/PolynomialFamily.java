package downhill.model;

import downhill.data.TaskKind;
import downhill.engine.graph.Node;
import downhill.setting.Kind;
import downhill.setting.Part;
import downhill.setting.Setting;
import java.util.List;
import java.util.Optional;

/** Linear models of {@link Monomials}: any loss, but offered for numbers. */
final class PolynomialFamily extends Family<Architecture.Polynomial> {
    private static final Setting<Long> DEGREE = Setting.of("polynomial.degree", Kind.whole(1, 12), 3L).option("--degree");
    private static final List<Part<Architecture.Polynomial, ?>> PARTS = List.of(
            new Part<>(DEGREE, of -> (long) of.degree(), (of, degree) -> new Architecture.Polynomial(degree.intValue())));

    PolynomialFamily() {
        super("polynomial");
    }

    @Override
    public boolean isAffine(Architecture.Polynomial polynomial) {
        return polynomial.degree() == 1;
    }

    @Override
    boolean suits(TaskKind task) {
        return task == TaskKind.REGRESSION;
    }

    @Override
    public Optional<TaskKind> means() {
        return Optional.of(TaskKind.REGRESSION);
    }

    @Override
    Input input() {
        return Input.ANY;
    }

    @Override
    Optional<Loss> onlyLoss() {
        return Optional.empty();
    }

    @Override
    void check(Architecture.Polynomial polynomial, Loss loss, InputShape shape) {
        // any degree goes with any loss and shape
    }

    @Override
    Node output(Architecture.Polynomial polynomial, Layers layers, Node x, int outputs) {
        Node flat = flat(x);
        return layers.dense("dense1", Monomials.of(flat.length(1), polynomial.degree()).expand(flat), outputs);
    }

    @Override
    void count(Architecture.Polynomial polynomial, InputShape shape, int outputs, SizeCount count) {
        count.dense(Monomials.terms(shape.size(), polynomial.degree()), outputs);
    }

    @Override
    List<String> outline(Architecture.Polynomial polynomial, InputShape shape) {
        int terms = Monomials.of(shape.size(), polynomial.degree()).exponents().size();
        return List.of(shape.toString(), String.valueOf(terms));
    }

    @Override
    public List<Part<Architecture.Polynomial, ?>> settings() {
        return PARTS;
    }

    @Override
    Architecture.Polynomial usual(InputShape shape) {
        return new Architecture.Polynomial(DEGREE.usual().intValue());
    }

    @Override
    public List<Inside> insides() {
        return List.of();
    }

    @Override
    public List<String> reluViews(Architecture.Polynomial polynomial) {
        return List.of();
    }

    @Override
    public boolean isHeavy() {
        return false;
    }
}

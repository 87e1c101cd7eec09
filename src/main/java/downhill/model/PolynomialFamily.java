package downhill.model;

import downhill.data.TaskKind;
import downhill.engine.graph.Node;
import java.util.List;
import java.util.Optional;

/** Linear models of {@link Monomials}: any loss, but offered for numbers. */
final class PolynomialFamily extends Family<Architecture.Polynomial> {
    private static final int MAX_DEGREE = 12;
    private static final int START = 3;

    PolynomialFamily() {
        super("polynomial");
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
        Sizes.require(polynomial.degree() >= 1 && polynomial.degree() <= MAX_DEGREE,
                "the degree must be from 1 to " + MAX_DEGREE + ", not " + polynomial.degree());
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
    public Architecture.Polynomial start(InputShape shape) {
        return new Architecture.Polynomial(START);
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

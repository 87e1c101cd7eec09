package downhill.ui.screen.state;

import downhill.analysis.step.StepRecord;
import downhill.optim.Rule;
import downhill.optim.StateRole;
import downhill.ui.i18n.Messages;
import java.util.Locale;

/**
 * A number that each parameter has in a step.
 *
 * @param kind   which
 * @param symbol of the state, for {@link Kind#MEMORY}; else empty
 * @param role   what the rule keeps it for
 */
record Quantity(Kind kind, String symbol, StateRole role) {
    /** Sorts of numbers. */
    enum Kind { RATE, GRADIENT, CHANGE, VALUE, MEMORY, SPREAD, MATRICES }

    static final Quantity RATE = new Quantity(Kind.RATE, "", StateRole.OTHER);
    static final Quantity GRADIENT = new Quantity(Kind.GRADIENT, "", StateRole.OTHER);
    static final Quantity CHANGE = new Quantity(Kind.CHANGE, "", StateRole.OTHER);
    static final Quantity VALUE = new Quantity(Kind.VALUE, "", StateRole.OTHER);

    /** No number of one step: histograms of weights and gradients over the run. */
    static final Quantity SPREAD = new Quantity(Kind.SPREAD, "", StateRole.OTHER);

    /** No number of a parameter: the gradient and the change of each matrix as pictures, with their singular values. */
    static final Quantity MATRICES = new Quantity(Kind.MATRICES, "", StateRole.OTHER);

    static Quantity memory(Rule rule, String symbol) {
        return new Quantity(Kind.MEMORY, symbol, StateRole.of(rule, symbol));
    }

    String words() {
        return switch (kind) {
            case RATE -> Messages.text("state.rate");
            case GRADIENT -> Messages.text("state.gradient");
            case CHANGE -> Messages.text("state.change");
            case VALUE -> Messages.text("state.value");
            case SPREAD -> Messages.text("state.over");
            case MATRICES -> Messages.text("state.matrices");
            case MEMORY -> Messages.text("state.role." + role.name().toLowerCase(Locale.ROOT), symbol);
        };
    }

    /** Spread over powers of ten and never below 0. */
    boolean log() {
        return kind == Kind.RATE || role == StateRole.SECOND_MOMENT;
    }

    /** [P]; effective rates and memory as they are after the step. */
    double[] of(StepRecord record) {
        return switch (kind) {
            case RATE -> record.effectiveRates();
            case GRADIENT -> record.gradient().total();
            case CHANGE -> record.changes();
            case VALUE -> record.before();
            case SPREAD, MATRICES -> new double[0];
            case MEMORY -> record.memoryAfter().elements().get(symbol);
        };
    }
}

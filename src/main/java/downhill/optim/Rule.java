package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.UpdatePart;
import downhill.expr.Evaluator;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.Symbols;
import downhill.words.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How an optimizer changes the parameters: a text of formulas. The few methods that are none have no lines.
 *
 * <p>Reserved symbols: θ the parameters, g their gradient (penalties and clipping included), t the number of the step
 * from 1, η the learning rate of this step (after the schedule). Lines are done in order and later lines see what earlier ones
 * assigned. A line assigns θ, a state, η or a local value of this step. The factor by which a rule changes η stays in force
 * for all later steps, on top of any schedule.
 *
 * @param id              short name for files and the command line, such as {@code adam}
 * @param name            name on screen
 * @param source          paper and algorithm number
 * @param note            where other programs differ; may be empty
 * @param families        what kinds of optimizer it is, the one that tells most first; empty where it does not say
 * @param hyperparameters in the order of the text
 * @param states          in the order of the text
 * @param update          the lines, in order
 * @param answer          where the model is asked, validated and saved: θ, or a state with one number for each parameter
 * @param text            the text this was read from
 */
public record Rule(String id, String name, String source, String note, List<RuleFamily> families, List<Hyperparameter> hyperparameters,
                   List<StateVariable> states, List<Assignment> update, String answer, String text) {
    /** The parameters. */
    public static final String PARAMETERS = "θ";
    /** The gradient. */
    public static final String GRADIENT = "g";
    /** The number of the step, from 1. */
    public static final String STEP = "t";
    /** The learning rate. */
    public static final String LEARNING_RATE = "η";
    /** The loss of this step's batch at θ, penalties included; where a rule gives the name no other meaning. */
    public static final String LOSS = "loss";
    /** Standard normal numbers, one for each parameter, others in each step; where a rule gives the name no other meaning. */
    public static final String NOISE = "noise";
    /** The key of the hyperparameter η. */
    public static final String LEARNING_RATE_KEY = "learningRate";

    /** Copies the lists. */
    public Rule {
        families = List.copyOf(families);
        hyperparameters = List.copyOf(hyperparameters);
        states = List.copyOf(states);
        update = List.copyOf(update);
    }

    /** The hyperparameter with this key. */
    public Optional<Hyperparameter> hyperparameter(String key) {
        return hyperparameters.stream().filter(h -> h.key().equals(key)).findFirst();
    }

    /** The place of the hyperparameter with this key in {@link #hyperparameters()}, or −1. */
    public int indexOf(String key) {
        for (int i = 0; i < hyperparameters.size(); i++) {
            if (hyperparameters.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** The place of η in {@link #hyperparameters()}, or −1 for a rule without a learning rate. */
    public int learningRateIndex() {
        return indexOf(LEARNING_RATE_KEY);
    }

    /** The place of the answer among the states with one number for each parameter, or −1 where it is θ. */
    public int answerRow() {
        List<StateVariable> rows = states.stream().filter(state -> !state.scalar()).toList();
        return IntStream.range(0, rows.size()).filter(i -> rows.get(i).symbol().equals(answer)).findFirst().orElse(-1);
    }

    /** The lines of an update as they are done, one after the other: what {@code repeat} repeats stands there as often. */
    public List<Assignment> steps() {
        return UpdateBlocks.unrolled(update);
    }

    /** Whether one parameter's step depends on others or on the array it is part of, or has lines that are not always done. */
    public boolean seesTensors() {
        return cutsTensors() || asks(LOSS) || asks(NOISE)
                || update.stream().anyMatch(line -> line.block().gate() != null || Exprs.seesTensors(line.value()));
    }

    /** Whether it treats matrices as matrices. */
    public boolean seesMatrices() {
        return update.stream().anyMatch(line -> line.block().ofMatrices());
    }

    /** Whether a line takes something of whole arrays. */
    public boolean looksAtArrays() {
        return cutsTensors() || update.stream().anyMatch(line -> Exprs.evaluated(line.value()) == null && Exprs.seesTensors(line.value()));
    }

    /** Whether it asks for something by a name that has a meaning where no line and no declaration gives it another. */
    public boolean asks(String name) {
        return isUnclaimed(name) && update.stream().anyMatch(line -> Symbols.of(line.value()).contains(name));
    }

    /** Whether it asks for more of a step than its gradient: the model once more, the batch's loss, or noise. */
    public boolean asksMore() {
        return evaluates() || asks(LOSS) || asks(NOISE);
    }

    /** Whether it asks the model once more in a step. */
    public boolean evaluates() {
        return update.stream().anyMatch(line -> Exprs.evaluated(line.value()) != null);
    }

    /**
     * How many gradients a step takes on the average, the usual one included; more than 1 where the rule asks the model once more.
     *
     * @param values of the hyperparameters, in the rule's order
     */
    public double gradients(double[] values) {
        Map<String, Double> known = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            known.put(hyperparameters.get(i).symbol(), values[i]);
        }
        double sum = 1;
        for (Assignment line : steps()) {
            Expr.Evaluated evaluated = Exprs.evaluated(line.value());
            sum += evaluated == null ? 0 : evaluated.what().gradients() * share(line.block().gate(), known);
        }
        return sum;
    }

    /** The same with values by key, defaults standing for those that are missing; 1 for a method. */
    public double gradients(Map<String, Double> byKey) {
        return gradients(hyperparameters.stream().mapToDouble(h -> byKey.getOrDefault(h.key(), h.defaultValue())).toArray());
    }

    /** Of how many of a thousand steps a gate's lines are done; of all where that depends on what is remembered. */
    private static double share(UpdatePart.Gate gate, Map<String, Double> known) {
        int many = 1000;
        known.put(STEP, 1.0);
        if (gate == null || !known.keySet().containsAll(Symbols.of(gate.due()))) {
            return 1;
        }
        double due = 0;
        for (int t = 1; t <= many; t++) {
            known.put(STEP, (double) t);
            due += Evaluator.evaluate(gate.due(), known) != 0 ? 1 : 0;
        }
        return due / many;
    }

    /** Whether a line of the update gives a symbol a value for such a tensor. */
    public boolean changes(String symbol, RuleTensor tensor) {
        return update.stream().anyMatch(line -> line.target().equals(symbol) && tensor.isIn(line.block()));
    }

    /** Whether it treats the arrays of a model one by one, and not just all parameters alike. */
    public boolean cutsTensors() {
        return states.stream().anyMatch(StateVariable::shaped)
                || update.stream().anyMatch(line -> line.block().place() != UpdatePart.Place.EVERYWHERE || Exprs.seesOneTensor(line.value())
                || Symbols.of(line.value()).stream().anyMatch(this::isFact));
    }

    private boolean isFact(String name) {
        return RuleTensor.isFact(name) && isUnclaimed(name);
    }

    private boolean isUnclaimed(String name) {
        return states.stream().noneMatch(state -> state.symbol().equals(name))
                && hyperparameters.stream().noneMatch(h -> h.symbol().equals(name))
                && update.stream().noneMatch(line -> line.target().equals(name));
    }

    /** Whether it is a text of formulas; else it is one of {@link RuleLibrary#methods()}, whatever its id. */
    public boolean isFormula() {
        return !update.isEmpty();
    }

    /** Why it cannot have a penalty, in a sentence; null where it can. Differences of gradients need gradients without jumps. */
    public Said refusal(Penalty penalty) {
        return !isFormula() && penalty.l1() > 0 ? Said.of("penalty.l1.differences", name) : null;
    }

    /** The defaults, in the order of {@link #hyperparameters()}. */
    public double[] defaults() {
        return hyperparameters.stream().mapToDouble(Hyperparameter::defaultValue).toArray();
    }
}

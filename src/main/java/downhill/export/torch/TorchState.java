package downhill.export.torch;

import downhill.engine.train.RunState;
import downhill.expr.TorchCode;
import downhill.optim.CompiledRule;
import downhill.optim.Rule;
import downhill.optim.StateVariable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What a contender's rule remembers where it stands, so that a script goes on from there. Nothing where the rule has states of shapes of
 * their own: the script then begins afresh.
 *
 * @param rule  the rule itself, also one of a person's own
 * @param state where it stands
 * @param steps that the rule has done since it began afresh
 */
public record TorchState(Rule rule, RunState state, long steps) {
    /** Numbers on a line. */
    private static final int PER_LINE = 600;

    /** The lines of the script's text: steps and factor of the rate, then each state, and θ where the model is asked elsewhere. */
    String text() {
        boolean shaped = rule.states().stream().anyMatch(StateVariable::shaped);
        if (state.fresh() || !rule.isFormula() || shaped) {
            return "";
        }
        CompiledRule compiled = CompiledRule.of(rule);
        List<String> scalars = compiled.scalarStates();
        int carry = scalars.indexOf(CompiledRule.CARRY);
        StringBuilder text = new StringBuilder("stands " + steps + " " + (carry < 0 ? 1.0 : state.scalars()[carry]) + "\n");
        for (int i = 0; i < compiled.elementStates().size(); i++) {
            numbers(text, TorchCode.name(compiled.elementStates().get(i)), state.elements()[i]);
        }
        for (int i = 0; i < scalars.size(); i++) {
            if (i != carry) {
                text.append("scalar ").append(TorchCode.name(scalars.get(i))).append(' ').append(state.scalars()[i]).append('\n');
            }
        }
        if (!Arrays.equals(state.parameters(), state.answer())) {
            numbers(text, "theta", state.parameters());
        }
        return text.toString();
    }

    /** Little-endian binary64 in Base64. */
    private static void numbers(StringBuilder text, String name, double[] values) {
        for (int from = 0; from < values.length; from += PER_LINE) {
            int count = Math.min(PER_LINE, values.length - from);
            ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asDoubleBuffer().put(values, from, count);
            text.append("state ").append(name).append(' ').append(Base64.getEncoder().encodeToString(bytes.array())).append('\n');
        }
    }
}

package downhill.export.torch;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RuleTensors;
import downhill.engine.train.RunState;
import downhill.expr.TorchCode;
import downhill.optim.CompiledRule;
import downhill.optim.Rule;
import downhill.optim.StateLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What a contender's rule remembers where it stands, so that a script goes on from there.
 *
 * @param rule   the rule itself, also one of a person's own
 * @param state  where it stands
 * @param before steps of the race when the rule began afresh
 * @param layout of the parameters
 * @param seed   of the contender's noise
 */
public record TorchState(Rule rule, RunState state, long before, ParameterLayout layout, long seed) {
    /** Numbers on a line. */
    private static final int PER_LINE = 600;

    /** The lines of the script's text: steps and factor of the rate, then each state, and θ where the model is asked elsewhere. */
    String text() {
        // who has noise and no states remembers how many steps it has done
        if (!rule.isFormula() || state.fresh() && !(rule.states().isEmpty() && rule.asks(Rule.NOISE))) {
            return "";
        }
        CompiledRule compiled = CompiledRule.of(rule);
        List<String> scalars = compiled.scalarStates();
        int carry = scalars.indexOf(CompiledRule.CARRY);
        StringBuilder text = new StringBuilder("stands " + (state.step() - before) + " " + (carry < 0 ? 1.0 : state.scalars()[carry])
                + " " + seed + " " + before + "\n");
        Map<String, StateLayout> shaped = StateLayout.of(rule, RuleTensors.of(layout));
        for (int i = 0; i < compiled.elementStates().size(); i++) {
            String name = compiled.elementStates().get(i);
            if (shaped.containsKey(name)) {
                own(text, name, shaped.get(name), state.elements()[i]);
            } else {
                numbers(text, "state " + TorchCode.name(name), state.elements()[i]);
            }
        }
        for (int i = 0; i < scalars.size(); i++) {
            if (i != carry) {
                text.append("scalar ").append(TorchCode.name(scalars.get(i))).append(' ').append(state.scalars()[i]).append('\n');
            }
        }
        if (!Arrays.equals(state.parameters(), state.answer())) {
            numbers(text, "state theta", state.parameters());
        }
        return text.toString();
    }

    /** What a state has for each array, column after column. */
    private static void own(StringBuilder text, String name, StateLayout layout, double[] row) {
        for (int i = 0; i < layout.arrays(); i++) {
            int from = layout.offset(i);
            if (from >= 0) {
                numbers(text, "own " + TorchCode.name(name) + " " + i + " " + layout.rows(i),
                        Arrays.copyOfRange(row, from, from + layout.rows(i) * layout.columns(i)));
            }
        }
    }

    /** Little-endian binary64 in Base64. */
    private static void numbers(StringBuilder text, String words, double[] values) {
        for (int from = 0; from < values.length; from += PER_LINE) {
            int count = Math.min(PER_LINE, values.length - from);
            ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asDoubleBuffer().put(values, from, count);
            text.append(words).append(' ').append(Base64.getEncoder().encodeToString(bytes.array())).append('\n');
        }
    }
}

package downhill.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TorchOptimizersTest {
    @Test
    void optionsChooseTheRuleAndItsNumbers() {
        assertEquals(new OptimizerChoice("amsgrad", Map.of("beta1", 0.5), 0.1),
                TorchOptimizers.choose("adam", Map.of("beta1", 0.5, "amsgrad", true, "weightDecay", 0.1)));
        assertEquals(new OptimizerChoice("adamw", Map.of("weightDecay", 0.2), 0),
                TorchOptimizers.choose("adamw", Map.of("weightDecay", 0.2)));
        assertEquals("rmsprop-centered", TorchOptimizers.choose("rmsprop", Map.of("centered", true, "momentum", 0)).ruleId());
        assertEquals("rmsprop-momentum", TorchOptimizers.choose("rmsprop", Map.of("momentum", 0.5)).ruleId());
    }

    @Test
    void whatIsLeftOutHasTheDefault() {
        Rule adam = RuleLibrary.builtIn().byId("adam").orElseThrow();
        assertArrayEquals(new double[] {0.001, 0.9, 0.99, 1e-8}, TorchOptimizers.choose("adam", Map.of("beta2", 0.99)).values(adam));
    }

    @Test
    void whatIsUnknownIsUnsupported() {
        refuse("lbfgs", Map.of(), "no optimizer lbfgs");
        refuse("adam", Map.of("maximize", true), "no option maximize");
        refuse("adam", Map.of("beta1", 1.5), "beta1 must be a number in [0, 1)");
        refuse("adam", Map.of("learningRate", Double.NaN), "learningRate");
        refuse("adam", Map.of("beta1", "x"), "neither a number");
        refuse("adam", Map.of("weightDecay", -1), "weightDecay");
        refuse("sgd", Map.of("nesterov", true), "Nesterov");
        refuse("sgd", Map.of("nesterov", 0.5, "momentum", 0.9), "nesterov must be 0 or 1");
    }

    @Test
    void clippingAndPenaltiesAreTheirDefinitions() {
        double[] gradient = {3, -4};
        new Clipping.ByNorm(1).apply(gradient);
        assertArrayEquals(new double[] {3 / (5 + 1e-6), -4 / (5 + 1e-6)}, gradient, 1e-15);
        assertEquals(1, new Clipping.ByNorm(10).factor(5));
        double[] other = {3, -4, 0.5};
        new Clipping.ByValue(1).apply(other);
        assertArrayEquals(new double[] {1, -1, 0.5}, other);
        Penalty net = new Penalty(0.1, 0.2);
        assertEquals(0.1 * 3 + 0.1 * 9, net.value(-3), 1e-15);
        assertEquals(-0.1 - 0.6, net.gradient(-3), 1e-15);
        assertEquals(0, net.gradient(0));
        assertTrue(Penalty.NONE.isNone());
    }

    private static void refuse(String name, Map<String, ?> options, String words) {
        UnsupportedOptimizerException refused = assertThrows(UnsupportedOptimizerException.class,
                () -> TorchOptimizers.choose(name, options));
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }
}

package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import downhill.engine.Precision;
import downhill.engine.train.RunSpec;
import downhill.engine.train.RunState;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingStack;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A step of any family takes nothing from the heap: the collector has nothing to do however long a training runs. */
class AllocationTest {
    private static final int ROWS = 32;
    private static final int STEPS = 60;

    static Stream<Arguments> families() {
        InputShape series = InputShape.of(6, 2);
        return Stream.of(Arguments.of(new Architecture.Logistic(), Loss.BINARY_CROSS_ENTROPY, InputShape.of(5), 1),
                Arguments.of(new Architecture.Mlp(List.of(8, 8), Activation.GELU), Loss.HUBER, InputShape.of(5), 2),
                Arguments.of(new Architecture.Cnn(List.of(new Convolution(3, 3)), 2, List.of(7)), Loss.CROSS_ENTROPY,
                        InputShape.of(2, 8, 8), 3),
                Arguments.of(new Architecture.Recurrent(Cell.RNN, 5), Loss.MAE, series, 1),
                Arguments.of(new Architecture.Recurrent(Cell.LSTM, 5), Loss.MSE, series, 1),
                Arguments.of(new Architecture.Recurrent(Cell.GRU, 5), Loss.MSE, series, 1),
                Arguments.of(new Architecture.Transformer(8, 2, 12), Loss.MSE, series, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void aStepAllocatesNothing(Architecture architecture, Loss loss, InputShape shape, int outputs) {
        allocatesNothing("adam", architecture, loss, shape, outputs);
    }

    /** Rules that see arrays and matrices, keep other shapes, or ask the model once more. */
    @ParameterizedTest
    @ValueSource(strings = {"muon", "lamb", "adafactor", "prodigy", "dion", "shampoo", "soap", "kron", "sam",
        "sophia-h", "sgld", "newton-cg", "gauss-newton"})
    void aStepOfARuleThatSeesMoreAllocatesNothing(String rule) {
        allocatesNothing(rule, new Architecture.Mlp(List.of(6), Activation.TANH), Loss.MSE, InputShape.of(4), 2);
    }

    private static void allocatesNothing(String rule, Architecture architecture, Loss loss, InputShape shape, int outputs) {
        ModelSpec spec = new ModelSpec(architecture, loss);
        Rule one = RuleLibrary.builtIn().byId(rule).orElseThrow();
        double[] x = new double[ROWS * shape.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.sin(i);
        }
        double[] y = new double[ROWS * outputs];
        for (int i = 0; i < y.length; i += outputs) {
            y[i] = 1;
        }
        List<RunSpec> runs = Collections.nCopies(2, RunSpec.plain(one, one.defaults(), 1));
        try (TrainingStack stack = new TrainingStack(ModelBuilder.build(spec, shape, outputs, 8, false).training(),
                new TrainingData(ROWS, x, y, null), runs, Precision.FLOAT, 1)) {
            stack.restore(Collections.nCopies(2, RunState.initial(InitialValues.row(spec, shape, outputs, 1))));
            StepLog log = new StepLog(2, STEPS, 0);
            stack.advance(STEPS, log);
            stack.advance(STEPS, log);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            stack.advance(STEPS, log);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat(allocated).as("bytes in %s steps", STEPS).isLessThan(4096);
            assertThat(Double.isFinite(log.loss(0, STEPS - 1))).isTrue();
        }
    }
}

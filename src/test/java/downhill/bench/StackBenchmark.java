package downhill.bench;

import downhill.cli.bench.BenchWork;
import downhill.engine.Precision;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingStack;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Initializer;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What {@code downhill bench} measures, under JMH: one step of a stack, its batch drawn and its loss read. Divide by the
 * number of runs for the time of a run-step. Not part of the tests; docs/performance.md says how to run it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StackBenchmark {
    /** Runs in the stack. */
    @Param({"1", "4", "64"})
    public int runs;

    /** Which optimizer. */
    @Param("adam")
    public String optimizer;

    private TrainingStack stack;
    private StepLog log;

    /** Builds the stack: MLP 2-16-16-1 (tanh), batch 32, float, one thread. */
    @Setup(Level.Trial)
    public void build() {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(16, 16), Activation.TANH), Loss.MSE, Initializer.DEFAULT, 0);
        stack = new BenchWork(model, InputShape.of(2), 1, 1024, 32, RuleLibrary.complete().byId(optimizer).orElseThrow())
                .stack(runs, Precision.FLOAT, 1);
        log = new StepLog(runs, 1, 0);
    }

    /** One step of all runs. */
    @Benchmark
    public double step() {
        stack.advance(1, log);
        return log.loss(0, 0);
    }

    /** Frees its memory. */
    @TearDown(Level.Trial)
    public void close() {
        stack.close();
    }

    /** Runs it with JMH's own options. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        new Runner(new OptionsBuilder().parent(new CommandLineOptions(arguments)).include(StackBenchmark.class.getSimpleName()).build())
                .run();
    }
}

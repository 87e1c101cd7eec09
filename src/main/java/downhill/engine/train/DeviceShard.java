package downhill.engine.train;

import downhill.engine.Precision;
import downhill.engine.Threads;
import downhill.engine.opencl.HostNumbers;
import downhill.engine.opencl.OpenCl;
import downhill.optim.HostProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs of one rule on a device: a work-group for each, many steps in a launch. While the device computes, threads of the host fill the
 * tables of the next launch.
 */
final class DeviceShard implements RunShard, AutoCloseable {
    /** A driver that also draws the screen gives up what takes seconds, and people see what takes longer than this. */
    private static final double LAUNCH_SECONDS = 0.04;
    private static final int MOST_STEPS = 512;
    /** Numbers of one table. */
    private static final int TABLE = 1 << 22;

    private final int first;
    private final List<RunSpec> specs;
    private final DevicePlan plan;
    private final RunRates rates;
    private final double[][] scalars;
    private final boolean[] started;
    private final DeviceStates states;
    private final StepTables[] tables = new StepTables[2];
    private final DeviceSteps device;
    private final ExecutorService threads;
    private final int workers;
    private int chunk = 1;

    /**
     * @param first   index of the shard's first run within the stack
     * @param plan    of these runs
     * @param all     one data for all runs, or one for each
     * @param workers how many threads fill tables
     */
    DeviceShard(OpenCl on, int first, DevicePlan plan, TrainingGraph graph, List<TrainingData> all, List<RunSpec> specs, int workers) {
        this.first = first;
        this.specs = specs;
        this.plan = plan;
        this.workers = workers;
        HostProgram host = plan.rule().step().host();
        int runs = specs.size();
        Precision precision = plan.program().precision();
        int parameters = graph.graph().layout().count();
        DeviceData data = new DeviceData(graph, all, specs, plan.asksForNoise() ? parameters : 0);
        rates = new RunRates(specs);
        scalars = new double[runs][host.scalarCount()];
        started = new boolean[runs];
        int capacity = capacity(data, host);
        for (int i = 0; i < tables.length; i++) {
            tables[i] = new StepTables(data, specs, host, rates, scalars, precision, capacity);
        }
        states = new DeviceStates(on, plan.program(), runs, parameters, plan.stateLengths());
        device = new DeviceSteps(on, plan.program(), data, states, given(precision), tables[0], runs);
        threads = Executors.newFixedThreadPool(workers, Threads.daemons("tables"));
    }

    private int capacity(DeviceData data, HostProgram host) {
        long widest = Math.max(Math.max((long) specs.size() * Math.max(1, host.slots().size()), (long) data.sets() * data.batch()),
                Math.max((long) data.sets() * data.maskNumbers(), data.noiseNumbers()));
        return (int) Math.max(1, Math.min(MOST_STEPS, TABLE / widest));
    }

    private HostNumbers given(Precision precision) {
        int each = plan.program().given();
        HostNumbers all = new HostNumbers(precision, Math.multiplyExact(specs.size(), each));
        for (int run = 0; run < specs.size() && each > 0; run++) {
            all.put(run * each, plan.given(specs.get(run)));
        }
        return all;
    }

    @Override
    public int first() {
        return first;
    }

    @Override
    public int runs() {
        return specs.size();
    }

    @Override
    public void advance(int from, int to, int[] watch, StepLog log) {
        if (from >= to) {
            return;
        }
        device.watch(watch);
        begin(log.firstStep() + from);
        StepTables now = tables[0];
        StepTables next = tables[1];
        await(fill(now, log.firstStep() + from, Math.min(chunk, to - from)));
        for (int at = from; at < to; ) {
            long begin = System.nanoTime();
            device.launch(now);
            int after = at + now.steps();
            List<Future<?>> filling = after < to ? fill(next, log.firstStep() + after, Math.min(chunk, to - after)) : List.of();
            device.await();
            pace((System.nanoTime() - begin) * 1e-9 / now.steps());
            tell(at, now, log);
            await(filling);
            StepTables done = now;
            now = next;
            next = done;
            at = after;
        }
    }

    /** As many steps, and at last as many runs, as keep a launch short. */
    private void pace(double perStep) {
        chunk = (int) Math.max(1, Math.min(tables[0].capacity(), Math.min(2.0 * chunk, LAUNCH_SECONDS / perStep)));
        if (perStep > LAUNCH_SECONDS * device.launches()) {
            device.fewerGroups();
        }
    }

    private List<Future<?>> fill(StepTables table, long step, int steps) {
        table.begin(steps);
        List<Future<?>> all = new ArrayList<>();
        all.add(threads.submit(() -> table.fillInputs(step)));
        int share = (specs.size() + workers - 1) / workers;
        for (int run = 0; run < specs.size(); run += share) {
            int begin = run;
            int end = Math.min(specs.size(), run + share);
            all.add(threads.submit(() -> table.fillSlots(step, begin, end)));
        }
        return all;
    }

    /** Without giving up: what is being filled must not be read. */
    private static void await(List<Future<?>> futures) {
        boolean interrupted = false;
        for (Future<?> future : futures) {
            boolean done = false;
            while (!done) {
                try {
                    future.get();
                    done = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(int at, StepTables table, StepLog log) {
        for (int run = 0; run < specs.size(); run++) {
            for (int i = 0; i < table.steps(); i++) {
                log.loss(first + run, at + i, device.loss(i, run));
                log.rate(first + run, at + i, table.rate(i, run));
                for (int k = 0; k < device.watched(); k++) {
                    log.watch(first + run, at + i, k, device.trace(i, run, k));
                }
            }
        }
    }

    /** Gives the states of runs that have not started their first values. */
    private void begin(long step) {
        HostProgram host = plan.rule().start().host();
        int slots = host.slots().size();
        HostNumbers wanted = new HostNumbers(Precision.FLOAT, specs.size());
        HostNumbers values = new HostNumbers(plan.program().precision(), specs.size() * slots);
        double[] registers = host.newWorkspace();
        double[] out = new double[slots];
        boolean any = false;
        for (int run = 0; run < specs.size(); run++) {
            if (!started[run]) {
                host.evaluate(rates.schedule(run, step), 1, scalars[run], registers, out, 0, 1);
                values.put(run * slots, out);
                wanted.putWhole(run, 1);
                started[run] = true;
                any = true;
            }
        }
        if (any) {
            device.start(values, wanted);
        }
    }

    @Override
    public double learningRate(int run, long step) {
        if (!rates.has(run)) {
            return Double.NaN;
        }
        double scheduled = rates.scheduled(run, step);
        return started[run] ? plan.rule().learningRate(scheduled, scalars[run]) : scheduled;
    }

    @Override
    public void setHyperparameter(int run, String key, double value) {
        rates.set(run, key, value);
    }

    @Override
    public void observe(int run, double loss, long step) {
        rates.observe(run, loss, step);
    }

    @Override
    public void parameters(int run, double[] target) {
        double[] own = states.parameters(run);
        System.arraycopy(own, 0, target, 0, own.length);
    }

    @Override
    public RunState save(int run, long step) {
        double[][] elements = started[run] ? states.elements(run) : new double[0][];
        double[] kept = started[run] ? scalars[run].clone() : new double[0];
        return new RunState(step, states.parameters(run), elements, kept, rates.state(run)).answeringBy(specs.get(run).rule());
    }

    @Override
    public void restore(int run, RunState state) {
        started[run] = !state.fresh();
        states.write(run, state.parameters(), state.elements());
        Arrays.fill(scalars[run], 0);
        if (started[run]) {
            System.arraycopy(state.scalars(), 0, scalars[run], 0, Math.min(state.scalars().length, scalars[run].length));
        }
        rates.restore(run, state.schedule());
    }

    @Override
    public void close() {
        threads.shutdown();
        device.close();
    }
}

package downhill.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.ui.fx.FxExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;

/** A session whose document is changed and changed back. */
abstract class UndoneSession {
    static final String RATE = "learningRate";

    final List<MadeUpRace> races = new ArrayList<>();
    Session session;

    void overMadeUpRaces() {
        session = new Session((experiment, prepared, from) -> {
            races.add(new MadeUpRace(experiment));
            return races.get(races.size() - 1);
        }, FxExecutor.immediate(), RuleLibrary.builtIn());
        session.open(Demo.experiment("Demo"), null, null);
        session.poll();
    }

    void overTheEngine() {
        session = new Session(RaceOpener.of(RuleLibrary.builtIn(), RaceOptions.besideWindow()), FxExecutor.immediate(),
                RuleLibrary.builtIn());
        session.open(Demo.experiment("Demo"), null, null);
        await(() -> session.race().isOpen());
    }

    @AfterEach
    void close() {
        if (session != null) {
            session.close();
        }
    }

    /** Polls as a window does. */
    void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        session.poll();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.yield();
            session.poll();
        }
    }

    void goOn(int steps, long to) {
        session.race().step(steps);
        settle(to);
    }

    /** The race has done all that was asked of it and stands at a step. */
    void settle(long step) {
        await(() -> session.race().isOpen());
        session.race().racing().states().join();
        await(() -> stands(step));
    }

    boolean stands(long step) {
        return session.race().isOpen() && session.snapshotProperty().get().step() == step
                && session.snapshotProperty().get().contenders().stream().allMatch(one -> one.step() == step);
    }

    double[] losses(String contender) {
        return session.race().racing().curve(contender, Racing.Quantity.TRAINING_LOSS, 1 << 20).y();
    }

    ContenderSpec contender(String id) {
        return session.experiment().contenders().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}

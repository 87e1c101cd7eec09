package downhill.ui.screen.doctor;

import downhill.data.source.SampleData;
import downhill.data.TaskKind;
import downhill.engine.Threads;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.RaceState;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.fx.FxExecutor;
import downhill.ui.session.Demo;
import downhill.ui.session.Feed;
import downhill.ui.session.RaceOpener;
import downhill.ui.session.Session;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * What the doctor costs beside a race, and the race without: {@code mvn test -Dtest=DoctorCost} prints it, as time of processors, which
 * other programs on the machine change little. Not part of the tests that always run.
 */
class DoctorCost {
    private static final int STEPS = 20_000;

    @Test
    void watchedAndNot() throws Exception {
        for (int turn = 0; turn < 3; turn++) {
            for (boolean on : new boolean[] {true, false}) {
                System.out.println("demonstration, watched " + on + ": " + race(demo(), on));
                System.out.println("breast-cancer, watched " + on + ": " + race(cancer(), on));
            }
        }
    }

    private static Experiment demo() {
        Experiment demo = Demo.experiment("");
        return demo.withTraining(demo.training().withSteps(STEPS));
    }

    private static Experiment cancer() {
        Problem.Learning learning = (Problem.Learning) demo().problem();
        return demo().withProblem(new Problem.Learning(SampleData.of("breast-cancer").spec(), new ModelSpec(
                learning.model().architecture(), Loss.defaultFor(TaskKind.BINARY), learning.model().initializer(), 0)));
    }

    private static String race(Experiment document, boolean on) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor(Threads.daemons("doctor-cost"));
        Session session = new Session(RaceOpener.of(RuleLibrary.builtIn(), RaceOptions.alone().withThreads(1)), FxExecutor.immediate(),
                RuleLibrary.builtIn());
        DoctorModel doctor = new DoctorModel(session, new Feed(thread, System::nanoTime));
        long id = thread.submit(() -> Thread.currentThread().getId()).get();
        session.open(document, null, null);
        doctor.watch(DoctorCost.class, on);
        long all = processor();
        long begun = System.nanoTime();
        session.race().start();
        while (session.snapshotProperty().get().state() != RaceState.ENDED) {
            session.poll();
            doctor.frame();
            LockSupport.parkNanos(16_000_000L);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        double mine = ManagementFactory.getThreadMXBean().getThreadCpuTime(id) / 1e9;
        double whole = (processor() - all) / 1e9;
        doctor.close();
        thread.shutdown();
        session.close();
        return String.format(Locale.ROOT, "%.2f s by the clock, %.3f s of the doctor of %.2f s of processor", seconds, mine, whole);
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}

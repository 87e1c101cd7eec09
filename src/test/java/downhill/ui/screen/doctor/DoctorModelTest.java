package downhill.ui.screen.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.diagnosis.Ailment;
import downhill.analysis.diagnosis.Finding;
import downhill.data.Scaling;
import downhill.data.TaskKind;
import downhill.data.source.SampleData;
import downhill.engine.Threads;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TriedRemedy;
import downhill.store.ExperimentStore;
import downhill.ui.fx.FxExecutor;
import downhill.ui.session.Demo;
import downhill.ui.session.Feed;
import downhill.ui.session.RaceOpener;
import downhill.ui.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A real race beside which the doctor looks, without a window: frames are called by the test. */
class DoctorModelTest {
    private static final int STEPS = 400;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.daemons("doctor-test"));
    private final AtomicLong clock = new AtomicLong();
    private final Session session = new Session(RaceOpener.of(RuleLibrary.builtIn(), RaceOptions.alone().withThreads(1)),
            FxExecutor.immediate(), RuleLibrary.builtIn());
    private final DoctorModel doctor = new DoctorModel(session, new Feed(thread, clock::get));

    @AfterEach
    void close() {
        doctor.close();
        thread.shutdown();
        session.close();
    }

    private void race(double rate) {
        race(Demo.experiment("").withTraining(Demo.experiment("").training().withSteps(STEPS))
                .withContenders(List.of(ContenderSpec.of("c1", "SGD", "sgd", Map.of("learningRate", rate), 0))));
    }

    private void race(Experiment document) {
        session.open(document, null, null);
        doctor.watch(this, true);
        session.race().start();
        seen("the race has ended", () -> session.snapshotProperty().get().state() == RaceState.ENDED);
    }

    /** What is seen once the doctor has looked at a race that is as it shall be. */
    private Round seen(String what, BooleanSupplier so) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!so.getAsBoolean() || !doctor.isSettled()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            clock.addAndGet(100_000_000L);
            session.poll();
            doctor.frame();
            LockSupport.parkNanos(1_000_000L);
        }
        return doctor.roundProperty().get();
    }

    private static Finding found(Round round, Ailment kind) {
        return round.findings().stream().filter(one -> one.kind() == kind).findFirst()
                .orElseThrow(() -> new AssertionError(round.findings()));
    }

    private List<String> names() {
        return session.experiment().contenders().stream().map(ContenderSpec::name).toList();
    }

    @Test
    void aLargerRateIsTriedByABranchAndHelpedAndCanBeUndone() {
        race(0.001);
        Finding slow = found(doctor.roundProperty().get(), Ailment.RATE_TOO_SMALL);
        assertThat(slow.contender()).isEqualTo("SGD");
        Experiment before = session.experiment();
        doctor.attempt(slow, slow.remedy());
        assertThat(names()).containsExactly("SGD", "SGD ⎇ 0: η 0.01");
        Round after = seen("the branch has ended", () -> !doctor.roundProperty().get().reports().isEmpty()
                && doctor.roundProperty().get().reports().get(0).over());
        TriedRemedy.Effect effect = after.reports().get(0).effect();
        assertThat(effect.relief()).isEqualTo("helped");
        assertThat(effect.after()).isLessThan(effect.before());
        assertThat(DoctorWords.report(after.reports().get(0))).startsWith("SGD, η 0.01 helped. Best validation loss ")
                .endsWith(", on this seed and these 30 rows.");
        keptAndShownAgain(after.reports());
        session.undo();
        assertThat(session.experiment()).isEqualTo(before);
        assertThat(seen("the doctor has looked", () -> true).reports()).isEmpty();
    }

    /** What came of it stands in the document, comes back from a file, and is told where its branch is gone. */
    private void keptAndShownAgain(List<FollowUp> reports) {
        TriedRemedy kept = session.experiment().tried().get(0);
        assertThat(kept.effect()).isEqualTo(reports.get(0).effect());
        String text = ExperimentStore.text(session.experiment(), Path.of(""));
        assertThat(ExperimentStore.read(text, "x.json", Path.of("")).experiment()).isEqualTo(session.experiment());
        String told = DoctorWords.report(reports.get(0));
        session.edit(document -> document.withContenders(document.contenders().subList(0, 1)));
        Round gone = seen("it has looked again", () -> session.snapshotProperty().get().contenders().size() == 1);
        assertThat(gone.reports()).extracting(DoctorWords::report).containsExactly(told);
        session.undo();
    }

    @Test
    void whatDivergesIsToldAndSmallerStepsMendIt() {
        race(300);
        Finding ill = found(doctor.roundProperty().get(), Ailment.DIVERGING);
        doctor.attempt(ill, ill.remedy());
        assertThat(names()).hasSize(2);
        Round after = seen("the branch has ended", () -> !doctor.roundProperty().get().reports().isEmpty()
                && doctor.roundProperty().get().reports().get(0).over());
        assertThat(after.reports().get(0).effect().relief()).as(DoctorWords.report(after.reports().get(0)))
                .isIn("helped", "no-difference", "worse");
    }

    /** No branch can have other inputs: the race begins anew, and undone it is there again with all that it had. */
    @Test
    void whatAllShareIsTriedByAllAndCanBeUndone() {
        Experiment demo = Demo.experiment("");
        Problem.Learning learning = (Problem.Learning) demo.problem();
        Experiment unscaled = demo.withTraining(demo.training().withSteps(STEPS))
                .withProblem(new Problem.Learning(SampleData.of("breast-cancer").spec().withScaling(Scaling.NONE),
                        new ModelSpec(learning.model().architecture(), Loss.defaultFor(TaskKind.BINARY), learning.model().initializer(),
                                0)))
                .withContenders(List.of(ContenderSpec.of("c1", "SGD", "sgd", Map.of("learningRate", 0.05), 0)));
        race(unscaled);
        Finding apart = found(doctor.roundProperty().get(), Ailment.INPUTS_OUT_OF_SCALE);
        assertThat(DoctorWords.how(doctor, apart, apart.remedy())).contains("All contenders share this");
        assertThat(DoctorWords.lines(doctor.roundProperty().get().findings()).get(0)).isEqualTo("All contenders: inputs out of scale");
        doctor.attempt(apart, apart.remedy());
        Round after = seen("all have ended anew", () -> session.snapshotProperty().get().state() == RaceState.ENDED
                && doctor.roundProperty().get().reports().stream().anyMatch(FollowUp::over));
        assertThat(after.findings()).noneMatch(one -> one.kind() == Ailment.INPUTS_OUT_OF_SCALE);
        assertThat(after.reports().get(0).effect().relief()).isEqualTo("helped");
        assertThat(session.experiment().tried().get(0).effect()).isEqualTo(after.reports().get(0).effect());
        session.edit(now -> now.withTraining(now.training().withSteps(STEPS / 2)));
        Round other = seen("it has looked at another race", () -> session.snapshotProperty().get().step() == 0);
        assertThat(other.reports()).as("what was written down of it").containsExactlyElementsOf(
                session.experiment().tried().stream().map(one -> new FollowUp(one, one.effect(), true)).toList());
        session.undo();
        session.undo();
        assertThat(session.experiment()).isEqualTo(unscaled);
    }

    @Test
    void nothingIsSaidOfTheDemonstrationWhileItRunsNorAtItsEnd() {
        session.open(Demo.experiment(""), null, null);
        doctor.watch(this, true);
        for (int part = 0; part < 8; part++) {
            session.race().step(250);
            long until = 250 * (part + 1);
            Round now = seen("it has gone on", () -> session.snapshotProperty().get().step() == until
                    && session.snapshotProperty().get().state() != RaceState.RUNNING);
            assertThat(DoctorWords.lines(now.findings())).as("step %d", until).isEmpty();
        }
    }

    @Test
    void whileNobodyWatchesNobodyLooks() {
        session.open(Demo.experiment(""), null, null);
        session.race().step(100);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (session.snapshotProperty().get().step() < 100) {
            assertThat(System.nanoTime()).isLessThan(end);
            session.poll();
            doctor.frame();
        }
        clock.addAndGet(TimeUnit.SECONDS.toNanos(60));
        doctor.frame();
        assertThat(doctor.roundProperty().get()).isEqualTo(Round.NONE);
    }
}

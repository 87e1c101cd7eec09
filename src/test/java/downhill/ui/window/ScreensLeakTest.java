package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.ui.chart.ChartPane;
import downhill.ui.control.Sheets;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fx.FxExecutor;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.screen.Screen;
import downhill.ui.screen.compare.CompareController;
import downhill.ui.screen.contenders.ContendersCard;
import downhill.ui.screen.curvature.CurvatureController;
import downhill.ui.screen.data.DataCard;
import downhill.ui.screen.data.DataController;
import downhill.ui.screen.doctor.DoctorController;
import downhill.ui.screen.doctor.DoctorController;
import downhill.ui.screen.fit.FitController;
import downhill.ui.screen.formula.FormulaCard;
import downhill.ui.screen.glass.GlassCard;
import downhill.ui.screen.landscape.LandscapeController;
import downhill.ui.screen.metrics.MetricsController;
import downhill.ui.screen.model.ModelCard;
import downhill.ui.screen.multiples.MultiplesController;
import downhill.ui.screen.parameters.ParametersController;
import downhill.ui.screen.race.RaceController;
import downhill.ui.screen.results.ResultsCard;
import downhill.ui.screen.state.StateController;
import downhill.ui.screen.training.TrainingCard;
import downhill.ui.screen.transport.TransportController;
import downhill.ui.screen.tune.TuneController;
import downhill.ui.session.CurvatureFeed;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Demo;
import downhill.ui.session.Feed;
import downhill.ui.session.StepFeed;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Screens and sheets opened and closed twelve times over one session are gone, and nothing of them listens any more. */
class ScreensLeakTest extends Leaks {
    private static final int TIMES = 12;
    /** Each so many-th is laid out and drawn too, which takes most of the time. */
    private static final int DRAWN = 5;
    private static OpenWindow open;
    private static StackPane root;
    private static Stage stage;

    @BeforeAll
    static void openWindow() {
        open = new OpenWindow(1100, 700);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(40));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 40);
        runFx(() -> WindowSheet.prepare(open));
        await("there is a file to ask about", () -> open.window.parts().data().shown().spec().source() instanceof DataSource.CsvFile);
        root = onFx(() -> new StackPane());
        stage = show(root, 600, 400);
    }

    @AfterAll
    static void closeWindow() {
        runFx(stage::close);
        open.close();
    }

    /** The views of {@link Screens} that are opened and closed here. */
    private enum View {
        RACE(RaceController.class), COMPARE(CompareController.class), PARAMETERS(ParametersController.class), DATA(DataController.class),
        PANELS(MultiplesController.class), RESULTS(ResultsCard.class), DATA_CARD(DataCard.class), MODEL_CARD(ModelCard.class),
        TRAINING_CARD(TrainingCard.class), CONTENDERS(ContendersCard.class), FORMULA(FormulaCard.class), RULE(RuleCards.class),
        TRANSPORT(TransportController.class), DOCTOR(DoctorController.class), CURVATURE(CurvatureController.class);

        /** Those with a leak test of their own: LandscapeLeakTest, FitLeakTest, StepViewsLeakTest, TuneLeakTest, DoctorLeakTest. */
        private static final Set<Class<?>> ELSEWHERE = Set.of(LandscapeController.class, LandscapeFeed.class, FitController.class,
                MetricsController.class, DoctorController.class, ModelFeed.class, StateController.class, GlassCard.class,
                        TuneController.class);

        private final Class<?> type;

        View(Class<?> type) {
            this.type = type;
        }
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void screensThatWereClosedAreGone(View view) {
        CurveFeed curves = onFx(() -> new CurveFeed(open.session));
        ModelFeed models = onFx(() -> ModelFeed.of(open.session));
        StepFeed steps = onFx(() -> new StepFeed(open.session));
        LandscapeFeed landscapes = onFx(() -> new LandscapeFeed(open.session, new Feed(Runnable::run, System::nanoTime)));
        FxExecutor work = FxExecutor.immediate();
        Sheets sheets = open.window.sheets();
        assertGone(() -> switch (view) {
            case RACE -> shown(new RaceController(open.session, curves, open.window.sheets()));
            case COMPARE -> shown(new CompareController(open.session, curves, landscapes, models, id -> null));
            case PARAMETERS -> shown(new ParametersController(open.session, curves));
            case DATA -> shown(new DataController(open.session, work, sheets, open.picker, () -> { }, () -> { }, row -> { }));
            case PANELS -> panels(new MultiplesController(open.session, curves, landscapes, models, () -> { }));
            case RESULTS -> results(new ResultsCard(open.session, sheets));
            case DATA_CARD -> card(new DataCard(open.session, () -> { }), DataCard::node, DataCard::dispose);
            case MODEL_CARD -> card(new ModelCard(open.session, () -> { }), ModelCard::node, ModelCard::dispose);
            case TRAINING_CARD -> card(new TrainingCard(open.session, () -> { }), TrainingCard::node, TrainingCard::dispose);
            case CONTENDERS -> card(new ContendersCard(open.session, sheets), ContendersCard::node, ContendersCard::dispose);
            case FORMULA -> card(new FormulaCard(open.session), FormulaCard::node, FormulaCard::dispose);
            case RULE -> rule(new FormulaCard(open.session), new GlassCard(open.session, steps));
            case TRANSPORT -> card(new TransportController(open.session, () -> { }), TransportController::node,
                    TransportController::dispose);
            case CURVATURE -> shown(new CurvatureController(open.session, new CurvatureFeed(open.session)));
            case DOCTOR -> doctor(new DoctorController(open.session, sheets, new Feed(Runnable::run, System::nanoTime)));
        });
        runFx(() -> {
            landscapes.dispose();
            models.dispose();
            steps.close();
        });
    }

    @Test
    void everyViewOfTheWindowIsInALeakTest() {
        Set<String> views = Arrays.stream(Screens.class.getDeclaredFields()).map(Field::getType)
                .filter(ScreensLeakTest::canBeDisposed)
                .map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
        Set<String> tested = Stream.concat(Arrays.stream(View.values()).map(view -> view.type), View.ELSEWHERE.stream())
                .map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(tested).isEqualTo(views);
        assertThat(Screens.class.getDeclaredFields()).as("screens of the middle are fields, too")
                .hasSizeGreaterThan(open.window.screens().size());
    }

    private static boolean canBeDisposed(Class<?> type) {
        return type != null && (Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.getName().equals("dispose"))
                || canBeDisposed(type.getSuperclass()));
    }

    /** A view in a window, and how it is closed. */
    private record Opened(Object view, Runnable close) {
    }

    private static Opened shown(Screen screen) {
        root.getChildren().setAll(screen.content(), new Pane(screen.options()));
        screen.setActive(true);
        return new Opened(screen, () -> {
            screen.setActive(false);
            screen.dispose();
        });
    }

    private static Opened panels(MultiplesController panels) {
        root.getChildren().setAll(panels.node());
        panels.setActive(true);
        return new Opened(panels, () -> {
            panels.setActive(false);
            panels.dispose();
        });
    }

    private static Opened results(ResultsCard card) {
        root.getChildren().setAll(card.node(), card.projected());
        return new Opened(card, card::dispose);
    }

    private static <T> Opened card(T card, Function<T, Node> node, Consumer<T> dispose) {
        root.getChildren().setAll(node.apply(card));
        return new Opened(card, () -> dispose.accept(card));
    }

    private static Opened doctor(DoctorController doctor) {
        root.getChildren().setAll(doctor.note());
        doctor.setActive(true);
        return new Opened(doctor, () -> {
            doctor.setActive(false);
            doctor.dispose();
        });
    }

    private static Opened rule(FormulaCard formula, GlassCard glass) {
        RuleCards cards = new RuleCards(formula, glass);
        root.getChildren().setAll(cards.node());
        return new Opened(cards, () -> {
            cards.dispose();
            formula.dispose();
            glass.dispose();
        });
    }

    private static void assertGone(Supplier<Opened> make) {
        List<WeakReference<Object>> gone = new ArrayList<>();
        List<Integer> before = listening(open);
        for (int i = 0; i < TIMES; i++) {
            gone.add(openAndClose(make, i % DRAWN == 0));
        }
        assertThat(listening(open)).as("listeners of session and selection").isEqualTo(before);
        assertThat(gone).hasSize(TIMES);
        awaitAllGone(gone, 0);
    }

    private static WeakReference<Object> openAndClose(Supplier<Opened> make, boolean drawn) {
        if (!drawn) {
            return onFx(() -> close(make.get()));
        }
        List<Opened> opened = List.of(onFx(make::get));
        nextFrame();
        return onFx(() -> close(opened.get(0)));
    }

    private static WeakReference<Object> close(Opened opened) {
        opened.close().run();
        root.getChildren().clear();
        return new WeakReference<>(opened.view());
    }

    @ParameterizedTest
    @EnumSource(WindowSheet.class)
    void sheetsThatWereClosedAreGone(WindowSheet sheet) {
        awaitChart();
        closeOf(sheet); // the first makes what all others use
        List<WeakReference<Object>> gone = new ArrayList<>();
        List<Integer> before = listening(open);
        for (int i = 0; i < TIMES; i++) {
            gone.add(closeOf(sheet));
        }
        assertThat(listening(open)).as("listeners of session, selection and feeds").isEqualTo(before);
        assertThat(gone).hasSize(TIMES);
        awaitAllGone(gone, 1); // the toolkit may hold the last
    }

    /** Some are open at once, others as soon as a file is read. */
    private static WeakReference<Object> closeOf(WindowSheet sheet) {
        runFx(() -> sheet.show(open));
        await(sheet + " is open", () -> open.window.sheets().isVisible());
        return onFx(ScreensLeakTest::closeSheet);
    }

    private static WeakReference<Object> closeSheet() {
        Node content = open.window.sheets().lookup(".scroll-pane") instanceof ScrollPane pane ? pane.getContent()
                : open.window.sheets().lookup(".palette");
        open.press(KeyCode.ESCAPE);
        assertThat(open.window.sheets().isVisible()).as("Escape closes it").isFalse();
        return new WeakReference<>(content);
    }

    private static void awaitChart() {
        runFx(() -> open.window.shownProperty().set(open.window.parts().race()));
        await("there is a chart to take away", () -> {
            ChartPane chart = ChartMenu.chart(open.window.scene(), open.window.shownProperty().get().content());
            return chart != null && chart.drawing() != null && !chart.drawing().isEmpty();
        });
    }
}

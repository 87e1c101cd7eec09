package downhill.ui.screen.evaluate;

import downhill.analysis.profile.Progression;
import downhill.analysis.profile.Ranks;
import downhill.analysis.profile.StepCost;
import downhill.analysis.profile.TimeToTarget;
import downhill.data.split.Fold;
import downhill.race.document.ContenderSpec;
import downhill.setting.Interval;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Band;
import downhill.ui.chart.shape.PointBuffer;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.command.Command;
import downhill.ui.control.Choice;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The score on held out rows while the contenders train: the mean of all folds within a standard error of it. */
final class CoursesScreen extends EvaluateScreen {
    private static final double SHARE_ROOM = 0.02;

    private final LineChart chart = new LineChart();
    private final VBox lines = new VBox(4);
    private final VBox whole = new VBox(8, chart, lines);
    private final Choice<CourseView> view = new Choice<CourseView>(Messages.binding("evaluate.course"), List.of(CourseView.values()),
            each -> Messages.text(each.key())).start(CourseView.SCORE, chosen -> refresh());
    private final NumberField target = new NumberField(Interval.ANY, false, 0);
    private final Label asked = Labels.secondary("evaluate.course.target");
    private final Line cost;
    private Hearing aimed;
    private Hearing costed;
    private List<StepCost> costs;

    CoursesScreen(EvaluateModel model, Command run) {
        super(model, run, "tab.courses");
        chart.setId("evaluate-courses");
        VBox.setVgrow(chart, Priority.ALWAYS);
        cost = model.feed().line("evaluate.cost");
        view.getStyleClass().add(Choice.QUIET);
        view.setId("evaluate-course-view");
        target.setId("evaluate-target");
        target.accessibleTextProperty().bind(Messages.binding("evaluate.course.target"));
        target.valueProperty().addListener((source, old, now) -> refresh());
        offer(asked, target, view);
        offerTarget();
        attached.bind(chart.titleProperty(), Messages.binding("evaluate.courses"));
    }

    @Override
    protected boolean has(EvaluationState state) {
        return !state.courses().isEmpty();
    }

    @Override
    protected Node unfit() {
        EvaluationState state = model.state();
        boolean tuned = state.hearing() != null && state.hearing().method().nested() != null;
        return tuned ? new EmptyState("evaluate.courses.nested", "evaluate.courses.nested.why") : null;
    }

    /** The target stands where it is of use. */
    private void offerTarget() {
        for (Node each : List.of(asked, target)) {
            each.setVisible(view.getValue().hasTarget());
            each.setManaged(view.getValue().hasTarget());
        }
    }

    @Override
    protected Node picture(EvaluationState state) {
        offerTarget();
        lines.getChildren().clear();
        Progression way = way(state);
        if (view.getValue() == CourseView.SCORE || way.steps().length == 0) {
            return scores(state);
        }
        return view.getValue() == CourseView.RANK ? ranks(state, way) : reached(state, way);
    }

    private static Progression way(EvaluationState state) {
        List<ContenderSpec> contenders = state.hearing().experiment().contenders();
        return ScoreCourse.progression(state.courses(), contenders.stream().map(ContenderSpec::name).toList());
    }

    private Node ranks(EvaluationState state, Progression way) {
        Ranks ranks = Ranks.of(way, state.metric().lossLike().higherIsBetter());
        draw(state, LineOptions.PLAIN.titled(Messages.text("evaluate.step"), Messages.text("evaluate.course.rank.y")), way.steps(),
                ranks.ranks(), null);
        String flips = ranks.flips().stream().map(at -> Numbers.count(Math.round(way.steps()[at])))
                .collect(Collectors.joining(Messages.text("caption.join")));
        tell(Messages.text(flips.isEmpty() ? "evaluate.course.same" : "evaluate.course.flips", flips));
        return whole;
    }

    private Node reached(EvaluationState state, Progression way) {
        boolean higher = state.metric().lossLike().higherIsBetter();
        aim(state, way);
        List<StepCost> known = costs(state);
        double goal = target.valueProperty().get();
        int count = way.names().size();
        double[][] shares = new double[count][];
        double[] scales = new double[count];
        for (int i = 0; i < count; i++) {
            TimeToTarget time = TimeToTarget.of(way, i, goal, higher);
            shares[i] = time.reached();
            StepCost one = known == null ? new StepCost(Double.NaN, Double.NaN) : known.get(i);
            scales[i] = scale(one);
            if (known != null) {
                tell(Spoken.text(time.said(way.names().get(i), Numbers.plain(goal), one)));
            }
        }
        draw(state, LineOptions.PLAIN.titled(Messages.text(view.getValue().key() + ".x"), Messages.text("evaluate.course.reached",
                MethodWords.metric(state.metric().lossLike()), Numbers.plain(goal))).wholeX(view.getValue() != CourseView.SECONDS)
                .ranges(null, new Range(-SHARE_ROOM, 1 + SHARE_ROOM)), way.steps(), shares, scales);
        return whole;
    }

    private double scale(StepCost one) {
        return switch (view.getValue()) {
            case GRADIENTS -> one.gradients();
            case SECONDS -> one.seconds();
            default -> 1;
        };
    }

    /** Begins with what half of all runs come to. */
    private void aim(EvaluationState state, Progression way) {
        if (aimed != state.hearing()) {
            aimed = state.hearing();
            double[] last = Arrays.stream(way.scores()).flatMap(Arrays::stream).mapToDouble(run -> run[run.length - 1])
                    .filter(Double::isFinite).sorted().toArray();
            target.valueProperty().set(last.length == 0 ? 0 : Double.parseDouble(String.format(java.util.Locale.ROOT, "%.2g",
                    last[last.length / 2])));
        }
    }

    /** What a step costs each; null as long as it is being measured. */
    private List<StepCost> costs(EvaluationState state) {
        Hearing now = state.hearing();
        if (costed != now && !state.running()) {
            cost.<List<StepCost>>ask(List.of(System.identityHashCode(now)), task -> StepCost.of(now.experiment(), state.rows(),
                    state.metric(), model.session().rules()), found -> {
                        costs = found;
                        costed = now;
                        refresh();
                    });
        }
        return costed == now ? costs : null;
    }

    private void tell(String words) {
        Label line = Labels.plain(words);
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        lines.getChildren().add(line);
    }

    /** {@code scales} of x, one for each contender; null for 1. */
    private void draw(EvaluationState state, LineOptions look, double[] steps, double[][] values, double[] scales) {
        List<SeriesData> curves = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            ContenderSpec one = state.hearing().experiment().contenders().get(i);
            double scale = scales == null ? 1 : scales[i];
            if (!Double.isNaN(scale)) {
                double[] x = Arrays.stream(steps).map(step -> step * scale).toArray();
                curves.add(SeriesData.main(one.name(), Points.of(x, values[i]), one.style()));
            }
        }
        chart.show(look, curves);
    }

    private Node scores(EvaluationState state) {
        List<SeriesData> curves = new ArrayList<>();
        for (int place : chosenLast(state)) {
            ContenderSpec one = state.hearing().experiment().contenders().get(place);
            state.courses().stream().filter(course -> course.id().equals(one.id())).findFirst()
                    .ifPresent(course -> {
                        curves.addAll(chosen(one, course));
                        curves.add(curve(one, course));
                    });
        }
        chart.show(LineOptions.PLAIN.titled(Messages.text("evaluate.step"), Messages.text("evaluate.axis.mean",
                MethodWords.metric(state.metric().lossLike()))).log(LossScale.wantsLog(state.metric().lossLike(), curves.stream()
                .filter(curve -> curve.band() != null).flatMapToDouble(curve -> heights(curve.points())))), curves);
        return whole;
    }

    /** Those of the fold that a person has chosen, thin. */
    private List<SeriesData> chosen(ContenderSpec one, ScoreCourse course) {
        Fold fold = model.chosenFold();
        List<SeriesData> found = new ArrayList<>();
        for (int run = 0; fold != null && run < course.scores().length; run++) {
            if (course.folds().get(run).is(fold)) {
                PointBuffer points = new PointBuffer();
                double[] scores = course.scores()[run];
                IntStream.range(0, scores.length).filter(i -> Double.isFinite(scores[i])).forEach(i -> points.append(course.steps()[i],
                        scores[i]));
                found.add(SeriesData.second(one.name(), points.snapshot(), one.style()));
            }
        }
        return found;
    }

    private static SeriesData curve(ContenderSpec one, ScoreCourse course) {
        PointBuffer mean = new PointBuffer();
        PointBuffer low = new PointBuffer();
        PointBuffer high = new PointBuffer();
        for (int i = 0; i < course.steps().length; i++) {
            int at = i;
            double[] runs = Arrays.stream(course.scores()).mapToDouble(run -> run[at]).filter(Double::isFinite).toArray();
            if (runs.length > 0) {
                double middle = Arrays.stream(runs).average().orElseThrow();
                double error = error(runs, middle);
                mean.append(course.steps()[i], middle);
                low.append(course.steps()[i], middle - error);
                high.append(course.steps()[i], middle + error);
            }
        }
        return SeriesData.main(one.name(), mean.snapshot(), one.style()).within(new Band(low.snapshot(), high.snapshot()));
    }

    private static DoubleStream heights(Points points) {
        return IntStream.range(0, points.size()).mapToDouble(points::y);
    }

    /** Standard error of the mean; 0 of one run. */
    private static double error(double[] runs, double mean) {
        double squares = Arrays.stream(runs).map(value -> (value - mean) * (value - mean)).sum();
        return runs.length < 2 ? 0 : Math.sqrt(squares / (runs.length - 1) / runs.length);
    }

    @Override
    public void setActive(boolean on) {
        model.feed().watch(this, on);
        super.setActive(on);
    }

    @Override
    public void dispose() {
        super.dispose();
        chart.dispose();
    }
}

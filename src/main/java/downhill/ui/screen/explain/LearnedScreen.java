package downhill.ui.screen.explain;

import downhill.data.Visible;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Points;
import downhill.ui.command.Command;
import downhill.ui.control.Choice;
import downhill.ui.control.CommandButton;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** When the model began to use which feature, or to say what of the row chosen, at each step of the history. A click goes to that step. */
final class LearnedScreen extends ExplainScreen {
    private static final int MOST = 6;

    /** What is followed. */
    private enum Look {
        FEATURES("explain.learned.features"), ROW("explain.learned.row");

        private final String key;

        Look(String key) {
            this.key = key;
        }
    }

    private final LineChart chart = new LineChart();
    private final Choice<Look> look;

    /** {@code play} begins and ends {@code film}. */
    LearnedScreen(ExplainModel model, Playback film, Command play) {
        super(model, "learned", model.work().learned(), model.work().course());
        chart.setId("explain-learned");
        chart.setPicked(step -> model.session().race().seek(Math.max(0, Math.round(step))));
        look = new Choice<Look>(Messages.binding("explain.learned.look"), List.of(Look.values()), each -> Messages.text(each.key))
                .start(Look.FEATURES, now -> {
                    watch(isActive());
                    refresh();
                });
        look.setId("explain-learned-look");
        look.getStyleClass().add(Choice.QUIET);
        look.managedProperty().bind(look.visibleProperty());
        Button button = CommandButton.link("explain.film.play", play);
        button.setId("explain-film");
        button.minHeightProperty().bind(look.heightProperty());
        button.textProperty().unbind();
        attached.bind(button.textProperty(), Messages.following(
                () -> Messages.text(film.playingProperty().get() ? "explain.film.stop" : "explain.film.play"), film.playingProperty()));
        options.getChildren().setAll(look, button);
        attached.bind(chart.titleProperty(), Messages.binding("explain.learned.chart"));
        attached.bindBoth(chart.hoverXProperty(), model.session().selection().hoverStepProperty());
        attached.listen(model.work().learned().answerProperty(), now -> refresh());
        attached.listen(model.work().course().answerProperty(), now -> refresh());
        attached.listen(model.askedProperty(), now -> {
            if (!model.isRunning()) {
                refresh(); // the mark of the step; while the race runs it comes with the next answer
            }
        });
        attached.add(chart::dispose);
    }

    private boolean isOfRow() {
        return isOfImages() || look.getValue() == Look.ROW;
    }

    @Override
    protected void watch(boolean on) {
        model.work().learned().watch(this, on && !isOfRow());
        model.work().course().watch(this, on && isOfRow());
    }

    @Override
    protected boolean tellsImages() {
        return true;
    }

    @Override
    protected Node picture() {
        watch(true);
        look.setVisible(!isOfImages());
        return isOfRow() ? row(model.work().course().answer()) : features(model.work().learned().answer());
    }

    private Node features(Learned found) {
        if (found == null) {
            return null;
        }
        List<Integer> order = IntStream.range(0, found.columns().size()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -last(found.means()[i]))).limit(MOST).toList();
        List<SeriesData> series = new ArrayList<>();
        for (int i : order) {
            series.add(SeriesData.main(found.columns().get(i), Points.of(found.steps(), found.means()[i]), series.size()));
        }
        show(ExplainModel.words("explain.effect.mean", found.asked()), series);
        return chart;
    }

    private Node row(RowCourse found) {
        if (found == null) {
            return null;
        }
        show(Messages.text(found.asked().isOfClasses() ? "explain.learned.said.class" : "explain.learned.said",
                RowText.number(found.tableRow())), found.asked().isOfClasses() ? classes(found) : number(found));
        return chart;
    }

    /** The most probable ones at the end; that of the data is always among them. */
    private static List<SeriesData> classes(RowCourse found) {
        List<String> names = found.asked().prepared().classNames();
        List<Integer> order = IntStream.range(0, names.size()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> i == found.actual() ? -2 : -last(found.said()[i]))).limit(MOST).toList();
        List<SeriesData> series = new ArrayList<>();
        for (int i : order) {
            series.add(SeriesData.main(Visible.line(names.get(i)), Points.of(found.steps(), found.said()[i]), series.size()));
        }
        return series;
    }

    private static List<SeriesData> number(RowCourse found) {
        String target = Visible.line(found.asked().prepared().targetName());
        List<SeriesData> series = new ArrayList<>(List.of(SeriesData.main(Messages.text("explain.learned.line", target),
                Points.of(found.steps(), found.said()[0]), found.asked().contender().style())));
        if (!Double.isNaN(found.actual()) && found.steps().length > 0) {
            double[] actual = new double[found.steps().length];
            Arrays.fill(actual, found.actual());
            series.add(SeriesData.main(Messages.text("explain.learned.actual", target), Points.of(found.steps(), actual),
                    found.asked().contender().style() + 1));
        }
        return series;
    }

    private void show(String upwards, List<SeriesData> series) {
        Asked asked = model.askedProperty().get();
        chart.show(LineOptions.PLAIN.titled(Messages.text("race.step"), upwards)
                .at(asked == null ? Double.NaN : asked.step()), series);
    }

    private static double last(double[] values) {
        return values.length == 0 ? 0 : values[values.length - 1];
    }
}

package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.data.ColumnType;
import downhill.data.Visible;
import downhill.race.history.PathPoint;
import downhill.ui.chart.ColumnAxis;
import downhill.ui.chart.Film;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.ShareDrawing;
import downhill.ui.chart.SurfaceDrawing;
import downhill.ui.chart.shape.Range;
import downhill.ui.control.Choice;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** What features do together: the strongest pairs, and what is said over the values of the pair chosen. */
final class TogetherScreen extends ExplainScreen {
    private static final int MOST = 12;
    private static final double LEFT = 42;
    private static final int DIGITS = 3;

    private final PickChart bars = new PickChart();
    private final PickChart surface = new PickChart();
    private final GridPane both = new GridPane();
    private final Choice<String> one;
    private final Choice<String> other;

    TogetherScreen(ExplainModel model) {
        super(model, "together", model.work().pairs(), model.work().surface());
        one = choice("explain.pair.one", "explain-pair-one", 0);
        other = choice("explain.pair.other", "explain-pair-other", 1);
        options.getChildren().setAll(one, other);
        bars.setId("explain-pairs");
        surface.setId("explain-surface");
        bars.setPicked(this::picked);
        bars.setWords(number -> "");
        bars.setFilm(this::pairsFilm);
        surface.setFilm(this::surfaceFilm);
        surface.setWords(this::said);
        both.setHgap(12);
        both.getColumnConstraints().setAll(share(LEFT), share(100 - LEFT));
        RowConstraints whole = new RowConstraints();
        whole.setVgrow(Priority.ALWAYS);
        both.getRowConstraints().setAll(whole);
        attached.bind(bars.titleProperty(), Messages.binding("explain.pairs.chart"));
        attached.bind(surface.titleProperty(), Messages.binding("explain.surface.chart"));
        attached.bind(surface.emptyTextProperty(), Messages.binding("explain.soon.how"));
        attached.listen(model.work().pairs().answerProperty(), now -> refresh());
        attached.listen(model.work().surface().answerProperty(), now -> refresh());
        attached.listen(model.work().probe().answerProperty(), now -> refresh());
        attached.listen(model.picks().pairProperty(), now -> refresh());
        attached.add(bars::dispose);
        attached.add(surface::dispose);
    }

    private Choice<String> choice(String key, String id, int place) {
        Choice<String> choice = new Choice<String>(Messages.binding(key), List.of(), Visible::line).start(null,
                name -> choose(name, place));
        choice.getStyleClass().add(Choice.QUIET);
        choice.setId(id);
        return choice;
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    /** Whoever chooses the same feature twice has the two change places. */
    private void choose(String name, int place) {
        List<String> now = pair();
        if (now.size() == 2) {
            String beside = now.get(1 - place).equals(name) ? now.get(place) : now.get(1 - place);
            model.picks().pairProperty().set(place == 0 ? List.of(name, beside) : List.of(beside, name));
        }
    }

    private List<String> pair() {
        return model.picks().pair(model.names(), model.work().pairs().answer());
    }

    @Override
    protected void watch(boolean on) {
        model.work().pairs().watch(this, on);
        model.work().surface().watch(this, on);
        model.work().probe().watch(this, on);
    }

    @Override
    protected Node picture() {
        PairShares found = model.work().pairs().answer();
        if (found == null) {
            return null;
        }
        List<String> pair = pair();
        if (pair.size() == 2) {
            one.offer(model.names(), pair.get(0));
            other.offer(model.names(), pair.get(1));
        }
        if (found.refused() != null) {
            return sentence(Spoken.text(found.refused()));
        }
        bars.show(bars(found, shown(found), pair(), null));
        PairSurface over = model.work().surface().answer();
        if (over != null && over.refused() != null) {
            put(sentence(Spoken.text(over.refused())));
        } else {
            surface.show(over == null ? new SurfaceDrawing(axis(found.columns().get(0)), axis(found.columns().get(1)), new double[0],
                    new double[0], new double[0][], new double[0][], null, null, "", "") : surface(over, row(over), null));
            put(surface);
        }
        return both;
    }

    private void put(Node right) {
        if (both.getChildren().size() != 2 || both.getChildren().get(1) != right) {
            both.getChildren().clear();
            both.add(bars, 0, 0);
            both.add(right, 1, 0);
        }
    }

    private static List<List<String>> shown(PairShares found) {
        return found.pairs().stream().limit(MOST).map(found::names).toList();
    }

    /** These pairs, of which one is chosen. */
    private static ShareDrawing bars(PairShares found, List<List<String>> shown, List<String> chosen, Range range) {
        List<ShareDrawing.Bar> bars = shown.stream().map(names -> new ShareDrawing.Bar(String.join(" × ", names), found.size(names),
                Double.NaN, Double.NaN, Numbers.significant(found.size(names), DIGITS))).toList();
        int strong = shown.stream().map(names -> names.containsAll(chosen) && !chosen.isEmpty()).toList().indexOf(true);
        return new ShareDrawing(bars, strong, range, found.asked().contender().style(),
                ExplainModel.words("explain.pairs.size", found.asked()),
                bars.stream().map(bar -> bar.name() + ": " + bar.words()).collect(Collectors.joining("; ")));
    }

    static ColumnAxis axis(ExplainedColumn column) {
        return new ColumnAxis(column.name(), column.isLabels() ? column.categories() : List.of(), column.type() == ColumnType.DATE);
    }

    /** Where the row chosen lies; null where that is not known. */
    private double[] row(PairSurface over) {
        Probe probe = model.work().probe().answer();
        return probe == null || probe.asked().site() != over.asked().site() ? null
                : new double[] {over.one().value(probe.values(), 0), over.two().value(probe.values(), 0)};
    }

    private static SurfaceDrawing surface(PairSurface over, double[] row, Range colours) {
        return new SurfaceDrawing(axis(over.one()), axis(over.two()), over.x(), over.y(), over.said(), over.there(), row, colours,
                ExplainModel.words("explain.how.said", over.asked()), Messages.text("explain.surface.told",
                        Visible.line(over.one().name()), Visible.line(over.two().name())));
    }

    private Optional<Film> pairsFilm() {
        PairShares found = model.work().pairs().answer();
        List<PathPoint> path = model.path();
        if (path.size() < 2 || found == null || found.refused() != null) {
            return Optional.empty();
        }
        List<List<String>> shown = shown(found);
        List<String> chosen = pair();
        return Optional.of(new PairFilms(model.work(), found.asked(), path).pairs(shown, (one, range) -> bars(one, shown, chosen, range)));
    }

    private Optional<Film> surfaceFilm() {
        PairSurface over = model.work().surface().answer();
        List<PathPoint> path = model.path();
        Question question = model.question();
        if (path.size() < 2 || over == null || over.refused() != null || question == null || question.pair().isEmpty()) {
            return Optional.empty();
        }
        double[] row = row(over);
        return Optional.of(new PairFilms(model.work(), over.asked(), path).surface(question, (one, colours) -> surface(one, row, colours)));
    }

    private void picked(int number) {
        PairShares found = model.work().pairs().answer();
        if (found != null && number < found.pairs().size()) {
            model.picks().pairProperty().set(found.names(found.pairs().get(number)));
        }
    }

    private String said(int cell) {
        PairSurface over = model.work().surface().answer();
        if (over == null || over.y().length == 0 || cell / over.y().length >= over.x().length) {
            return "";
        }
        int i = cell / over.y().length;
        int j = cell % over.y().length;
        return Messages.text("explain.surface.at", Visible.line(over.one().name()), value(over.one(), over.x()[i]),
                Visible.line(over.two().name()), value(over.two(), over.y()[j]), ExplainModel.words(over.asked(), over.said()[i][j]));
    }

    /** For people: numbers in few digits. */
    static String value(ExplainedColumn column, double value) {
        boolean number = !column.isLabels() && column.type() != ColumnType.DATE;
        String text = number ? Numbers.significant(value, DIGITS + 1) : column.text(value);
        return text == null ? "–" : Visible.line(text);
    }
}

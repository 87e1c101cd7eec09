package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.data.ColumnType;
import downhill.data.Visible;
import downhill.ui.chart.ColumnAxis;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.ShareDrawing;
import downhill.ui.chart.SurfaceDrawing;
import downhill.ui.control.Choice;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.List;
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
        bars.show(bars(found));
        PairSurface over = model.work().surface().answer();
        if (over != null && over.refused() != null) {
            put(sentence(Spoken.text(over.refused())));
        } else {
            surface.show(over == null ? new SurfaceDrawing(axis(found.columns().get(0)), axis(found.columns().get(1)), new double[0],
                    new double[0], new double[0][], new double[0][], null, "", "") : surface(over));
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

    private ShareDrawing bars(PairShares found) {
        List<ShareDrawing.Bar> bars = found.pairs().stream().limit(MOST).map(pair -> new ShareDrawing.Bar(
                String.join(" × ", found.names(pair)), pair.size(), Double.NaN, Double.NaN,
                Numbers.significant(pair.size(), DIGITS))).toList();
        List<String> chosen = pair();
        int strong = found.pairs().stream().limit(MOST).map(pair -> found.names(pair).containsAll(chosen) && !chosen.isEmpty()).toList()
                .indexOf(true);
        return new ShareDrawing(bars, strong, null, found.asked().contender().style(),
                ExplainModel.words("explain.pairs.size", found.asked()),
                bars.stream().map(bar -> bar.name() + ": " + bar.words()).collect(Collectors.joining("; ")));
    }

    static ColumnAxis axis(ExplainedColumn column) {
        return new ColumnAxis(column.name(), column.isLabels() ? column.categories() : List.of(), column.type() == ColumnType.DATE);
    }

    private SurfaceDrawing surface(PairSurface over) {
        Probe probe = model.work().probe().answer();
        double[] row = probe == null || probe.asked().site() != over.asked().site() ? null
                : new double[] {over.one().value(probe.values(), 0), over.two().value(probe.values(), 0)};
        return new SurfaceDrawing(axis(over.one()), axis(over.two()), over.x(), over.y(), over.said(), over.there(), row,
                ExplainModel.words("explain.how.said", over.asked()), Messages.text("explain.surface.told",
                        Visible.line(over.one().name()), Visible.line(over.two().name())));
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

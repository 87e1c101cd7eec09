package downhill.ui.screen.explain;

import downhill.race.history.PathPoint;
import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.Film;
import downhill.ui.chart.PickChart;
import downhill.ui.control.Choice;
import downhill.ui.control.Segments;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** What the model does near one row, in other ways than by shares: a line, slopes, a region in which the answer stays. */
final class RowScreen extends ExplainScreen {
    /** In which way. */
    private enum Way {
        LINE("explain.row.line"), SLOPES("explain.row.slopes"), REGION("explain.row.region");

        private final String key;

        Way(String key) {
            this.key = key;
        }
    }

    /**
     * What is to be seen.
     *
     * @param drawing null for words alone
     * @param words   below it
     */
    record Shown(ChartDrawing drawing, String words) {
    }

    private final PickChart chart = new PickChart();
    private final Captioned captioned;
    private final Segments<Way> way;
    private final Choice<SlopeKind> kind;

    RowScreen(ExplainModel model) {
        super(model, "row", model.work().line(), model.work().region(), model.work().slopes());
        way = new Segments<>(List.of(Way.values()), each -> Messages.binding(each.key)).boxed();
        way.setId("explain-row-way");
        kind = new Choice<SlopeKind>(Messages.binding("explain.slopes.kind"), List.of(SlopeKind.values()),
                each -> Messages.text(each.key())).start(SlopeKind.INTEGRATED, chosen -> refresh());
        kind.setId("explain-slopes");
        kind.getStyleClass().add(Choice.QUIET);
        kind.managedProperty().bind(kind.visibleProperty());
        way.managedProperty().bind(way.visibleProperty());
        options.getChildren().setAll(kind, way);
        chart.setId("explain-row");
        captioned = new Captioned(chart);
        chart.setPicked(this::picked);
        chart.setWords(this::said);
        chart.setFilm(this::film);
        attached.bind(chart.titleProperty(), Messages.binding("explain.row.chart"));
        attached.listen(way.valueProperty(), now -> watch(isActive()));
        attached.listen(way.valueProperty(), now -> refresh());
        List.of(model.work().line(), model.work().region(), model.work().slopes())
                .forEach(each -> attached.listen(each.answerProperty(), now -> refresh()));
        attached.listen(model.featureProperty(), now -> refresh());
        attached.add(chart::dispose);
    }

    private Way way() {
        return isOfImages() ? Way.SLOPES : way.valueProperty().get();
    }

    @Override
    protected void watch(boolean on) {
        model.work().line().watch(this, on && way() == Way.LINE);
        model.work().region().watch(this, on && way() == Way.REGION);
        model.work().slopes().watch(this, on && (isOfImages() || way() == Way.SLOPES));
    }

    @Override
    protected boolean tellsImages() {
        return true;
    }

    @Override
    protected Node picture() {
        watch(true);
        way.setVisible(!isOfImages());
        kind.setVisible(way() == Way.SLOPES && !isOfImages());
        Shown shown = switch (way()) {
            case LINE -> LimePicture.of(model, model.work().line().answer());
            case SLOPES -> SlopePicture.of(model, model.work().slopes().answer(), kind.getValue());
            case REGION -> RegionPicture.of(model, model.work().region().answer());
        };
        if (shown == null || shown.drawing() == null) {
            return shown == null ? null : sentence(shown.words());
        }
        chart.show(shown.drawing());
        return captioned.of(shown.words());
    }

    /** Of what is drawn now: weights, a region, slopes as bars, behind a curve or over an image. */
    private Optional<Film> film() {
        Question question = model.question();
        List<PathPoint> path = model.path();
        if (path.size() < 2 || question == null || question.tableRow() < 0) {
            return Optional.empty();
        }
        RowFilms films = new RowFilms(model.work(), question, path, isOfImages() ? "" : model.featureName());
        if (way() == Way.LINE) {
            NearRow found = model.work().line().answer();
            return found == null || found.lime() == null ? Optional.empty() : Optional.of(films.line(LimePicture.order(found)));
        }
        if (way() == Way.REGION) {
            return Optional.ofNullable(model.work().region().answer()).map(found -> films.region(RegionPicture.throughout(found)));
        }
        RowSlopes found = model.work().slopes().answer();
        if (found == null) {
            return Optional.empty();
        }
        SlopeKind told = kind.getValue();
        if (isOfImages()) {
            return Optional.of(films.image());
        }
        return Optional.of(found.asked().site().isSeries() ? films.window(told) : films.bars(told, SlopePicture.order(found, told)));
    }

    private void picked(int number) {
        if (way() == Way.LINE && model.work().line().answer() != null) {
            NearRow found = model.work().line().answer();
            model.chooseFeature(found.fields().list().get(LimePicture.order(found).get(number)).column());
        } else if (way() == Way.REGION && model.work().region().answer() != null && number > 0) {
            model.chooseFeature(model.work().region().answer().anchor().conditions().get(number - 1).field().column());
        } else if (way() == Way.SLOPES && model.work().slopes().answer() != null) {
            RowSlopes found = model.work().slopes().answer();
            if (!found.asked().site().isOfImages() && !found.asked().site().isSeries()) {
                model.chooseFeature(found.columns().get(SlopePicture.order(found, kind.getValue()).get(number)).name());
            }
        }
    }

    private String said(int number) {
        NearRegion region = model.work().region().answer();
        if (way() == Way.REGION) {
            return region == null ? "" : RegionPicture.said(region, number);
        }
        RowSlopes found = model.work().slopes().answer();
        return way() != Way.SLOPES || found == null ? "" : SlopePicture.said(model, found, kind.getValue(), number);
    }
}

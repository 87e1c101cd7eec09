package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.tree.ErrorGroups;
import downhill.analysis.explain.tree.ErrorRule;
import downhill.analysis.explain.tree.TreeCondition;
import downhill.data.Visible;
import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.OverlayDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.ShareDrawing;
import downhill.ui.control.Choice;
import downhill.ui.control.Segments;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;

/** Where a model errs: by group, by the leaves of a tree of its errors, and the rows whose target may be wrong. */
final class ErringScreen extends ExplainScreen {
    private static final int MOST = 12;
    private static final int PICTURES = 24;
    private static final int DIGITS = 3;

    /** How it is told. */
    private enum Look {
        GROUPS("explain.errs.groups"), KINDS("explain.errs.kinds"), SUSPECTS("explain.errs.suspects");

        private final String key;

        Look(String key) {
            this.key = key;
        }
    }

    private final PickChart chart = new PickChart();
    private final Captioned captioned;
    private final Segments<Look> look;
    private final Choice<String> column;
    private String chosen;

    ErringScreen(ExplainModel model) {
        super(model, "errors", model.work().errs());
        look = new Segments<>(List.of(Look.values()), each -> Messages.binding(each.key)).boxed();
        look.setId("explain-errs-look");
        column = new Choice<String>(Messages.binding("explain.errs.column"), List.of(),
                name -> name.isEmpty() ? Messages.text("explain.errs.all") : Visible.line(name)).start("", name -> {
                    chosen = name;
                    refresh();
                });
        column.setId("explain-errs-column");
        column.getStyleClass().add(Choice.QUIET);
        column.managedProperty().bind(column.visibleProperty());
        options.getChildren().setAll(column, look);
        chart.setId("explain-errs");
        captioned = new Captioned(chart);
        chart.setPicked(this::picked);
        chart.setWords(this::learned);
        attached.bind(chart.titleProperty(), Messages.binding("explain.errs.chart"));
        attached.listen(look.valueProperty(), now -> refresh());
        attached.listen(model.work().errs().answerProperty(), now -> refresh());
        attached.add(chart::dispose);
    }

    @Override
    protected void watch(boolean on) {
        model.work().errs().watch(this, on);
    }

    @Override
    protected boolean tellsImages() {
        return true;
    }

    @Override
    protected Node picture() {
        Erring found = model.work().errs().answer();
        if (found == null) {
            return null;
        }
        if (found.known() < Erring.FEWEST) {
            return sentence(Messages.text("explain.errs.few", Numbers.count(Erring.FEWEST), Numbers.count(found.known())));
        }
        column.setVisible(look.valueProperty().get() == Look.GROUPS && columns(found).size() > 2);
        column.offer(columns(found), columns(found).contains(chosen) ? chosen : "");
        ChartDrawing drawing = drawing(found);
        if (drawing.isEmpty()) {
            boolean suspects = look.valueProperty().get() == Look.SUSPECTS;
            return sentence(Messages.text(suspects ? "explain.errs.suspects.none" : "explain.errs.none"));
        }
        if (found.mean() == 0 && look.valueProperty().get() != Look.SUSPECTS) {
            return sentence(mean(found) + Messages.text("explain.errs.right"));
        }
        chart.show(drawing);
        return captioned.of(mean(found) + words(found));
    }

    private ChartDrawing drawing(Erring found) {
        return switch (look.valueProperty().get()) {
            case GROUPS -> bars(found, groups(found).stream().map(each -> new ShareDrawing.Bar(each.group().text(), each.mean(),
                    Double.NaN, Double.NaN, number(found, each.mean()))).toList(), "explain.errs.mean");
            case KINDS -> bars(found, found.kinds().stream().map(each -> kind(found, each)).toList(), "explain.errs.unseen");
            default -> found.asked().site().isOfImages() ? pictures(found) : suspects(found);
        };
    }

    private static List<String> columns(Erring found) {
        List<String> names = new ArrayList<>(List.of(""));
        found.groups().stream().map(each -> each.group().field().name()).distinct().sorted().forEach(names::add);
        return names;
    }

    private List<ErrorGroups> groups(Erring found) {
        String of = column.getValue() == null ? "" : column.getValue();
        return found.groups().stream().filter(each -> of.isEmpty() || each.group().field().name().equals(of)).limit(MOST).toList();
    }

    /** What it comes to on rows that the tree has not seen is what counts; what it was grown on stands as the bar's end. */
    private static ShareDrawing.Bar kind(Erring found, ErrorRule kind) {
        String name = kind.conditions().isEmpty() ? Messages.text("explain.rules.any")
                : kind.conditions().stream().map(TreeCondition::text).collect(Collectors.joining(Messages.text("explain.and")));
        double unseen = kind.holds();
        return new ShareDrawing.Bar(name, unseen, Math.min(unseen, kind.mean()), Math.max(unseen, kind.mean()), number(found, unseen));
    }

    private static ShareDrawing bars(Erring found, List<ShareDrawing.Bar> bars, String key) {
        return new ShareDrawing(bars, -1, null, found.asked().contender().style(), measured(found, key),
                bars.stream().map(bar -> bar.name() + ": " + bar.words()).collect(Collectors.joining("; ")));
    }

    private static String measured(Erring found, String key) {
        return found.asked().isOfClasses() ? Messages.text(key + ".class")
                : Messages.text(key, Visible.line(found.asked().prepared().targetName()));
    }

    private static String number(Erring found, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return found.asked().isOfClasses() ? Numbers.percent(Numbers.fixed(100 * value, 0)) : Numbers.significant(value, DIGITS);
    }

    private ShareDrawing suspects(Erring found) {
        List<ShareDrawing.Bar> bars = found.suspects().stream().limit(MOST).map(each -> new ShareDrawing.Bar(named(found, each.row()),
                each.much(), Double.NaN, Double.NaN, Numbers.significant(each.much(), DIGITS))).toList();
        SaidRow row = model.row();
        int strong = found.suspects().stream().limit(MOST).map(each -> row != null && each.row().tableRow() == row.tableRow()).toList()
                .indexOf(true);
        return new ShareDrawing(bars, strong, null, found.asked().contender().style(),
                measured(found, found.moments() > 0 ? "explain.errs.suspect.course" : "explain.errs.suspect"),
                bars.stream().map(ShareDrawing.Bar::name).collect(Collectors.joining("; ")));
    }

    private static String named(Erring found, SaidRow row) {
        return Messages.text("explain.errs.row", RowText.number(row.tableRow()), RowText.value(found.asked().prepared(), row.actual()),
                RowText.value(found.asked().prepared(), row.said()));
    }

    private OverlayDrawing pictures(Erring found) {
        ExplainedRows rows = model.work().rows(found.asked());
        List<ExplainedColumn> columns = model.work().columns(found.asked());
        List<OverlayDrawing.Tile> tiles = found.suspects().stream().limit(PICTURES).map(each -> new OverlayDrawing.Tile(
                named(found, each.row()), RowSlopes.laid(RowSlopes.pixels(columns, rows.values(), each.row().place() * rows.size()),
                        found.asked().prepared().inputShape()), null)).toList();
        SaidRow row = model.row();
        int strong = found.suspects().stream().limit(PICTURES).map(each -> row != null && each.row().tableRow() == row.tableRow())
                .toList().indexOf(true);
        return new OverlayDrawing(tiles, strong, Double.NaN,
                tiles.stream().map(OverlayDrawing.Tile::name).collect(Collectors.joining("; ")));
    }

    private static String mean(Erring found) {
        return Messages.text(found.asked().isOfClasses() ? "explain.errs.all.class" : "explain.errs.all.mean",
                number(found, found.mean()), Numbers.count(found.known()));
    }

    private String words(Erring found) {
        return switch (look.valueProperty().get()) {
            case GROUPS -> Messages.text("explain.errs.groups.how");
            case KINDS -> Messages.text("explain.errs.kinds.how");
            default -> RowText.counted("explain.errs.suspects.how", found.suspects().size()) + (found.moments() > 0
                    ? Messages.text("explain.errs.suspects.course", Numbers.count(found.moments())) : "");
        };
    }

    /** Since when the label of a suspect row was the most probable one. */
    private String learned(int number) {
        Erring found = model.work().errs().answer();
        if (found == null || look.valueProperty().get() != Look.SUSPECTS || found.moments() == 0 || !found.asked().isOfClasses()
                || number >= found.suspects().size()) {
            return "";
        }
        Erring.Suspect suspect = found.suspects().get(number);
        String row = RowText.number(suspect.row().tableRow());
        return suspect.learned() < 0 ? Messages.text("explain.errs.never", row)
                : Messages.text("explain.errs.since", row, Numbers.count(suspect.learned()));
    }

    private void picked(int number) {
        Erring found = model.work().errs().answer();
        if (found == null) {
            return;
        }
        if (look.valueProperty().get() == Look.SUSPECTS && number < found.suspects().size()) {
            model.choose(found.suspects().get(number).row().tableRow());
        } else if (look.valueProperty().get() == Look.GROUPS && number < groups(found).size()) {
            model.chooseFeature(groups(found).get(number).group().field().column());
        }
    }
}

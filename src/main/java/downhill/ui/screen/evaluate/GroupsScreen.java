package downhill.ui.screen.evaluate;

import downhill.analysis.curve.GroupScores;
import downhill.analysis.score.HeldOut;
import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.split.Fold;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.TileChart;
import downhill.ui.chart.TilePicture;
import downhill.ui.command.Command;
import downhill.ui.control.Choice;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.scene.Node;

/** The score of each contender on the rows of each value of a column: where they are worse than elsewhere. */
final class GroupsScreen extends FoundScreen<List<GroupScores>> {
    private final TileChart chart = new TileChart();
    private final Choice<String> column;

    GroupsScreen(EvaluateModel model, Command run) {
        super(model, run, "tab.groups");
        chart.setId("evaluate-groups");
        attached.bind(chart.titleProperty(), Messages.binding("evaluate.groups"));
        column = new Choice<String>(Messages.binding("evaluate.groups.column"), List.of(), Objects::toString).start(null,
                chosen -> refresh());
        column.getStyleClass().add(Choice.QUIET);
        offer(column);
        column.setVisible(false);
        chart.setPicked(cell -> model.chooseContender(model.state().hearing().experiment().contenders()
                .get(cell % model.state().hearing().experiment().contenders().size()).id()));
    }

    @Override
    protected Object choice() {
        Hearing hearing = model.state().hearing();
        List<String> names = hearing.table().names();
        String chosen = column.getValue() != null && names.contains(column.getValue()) ? column.getValue() : first(hearing);
        column.offer(names, chosen);
        column.setVisible(true);
        return chosen;
    }

    /** By which rows are kept together, else the first column of texts. */
    private static String first(Hearing hearing) {
        if (hearing.method().group() != null && hearing.table().names().contains(hearing.method().group())) {
            return hearing.method().group();
        }
        return hearing.table().columns().stream().filter(each -> each.type() != ColumnType.NUMBER).map(Column::name).findFirst()
                .orElse(hearing.table().names().get(0));
    }

    @Override
    protected List<GroupScores> compute(EvaluationState state, Object choice) {
        Column by = state.hearing().table().column((String) choice);
        return state.finished().answers().stream().map(each -> GroupScores.of(each, state.metric(), by)).toList();
    }

    @Override
    protected Node show(EvaluationState state, List<GroupScores> found) {
        List<GroupScores.Group> groups = found.get(0).groups();
        double[] all = found.stream().flatMap(each -> each.groups().stream()).mapToDouble(GroupScores.Group::mean)
                .filter(Double::isFinite).toArray();
        double low = Arrays.stream(all).min().orElse(0);
        double high = Arrays.stream(all).max().orElse(1);
        int decimals = Numbers.decimals(all);
        double[][] good = new double[groups.size()][found.size()];
        String[][] texts = new String[groups.size()][found.size()];
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            String name = groups.get(i).name() == null ? Messages.text("evaluate.groups.none") : groups.get(i).name();
            rows.add(Messages.text("evaluate.groups.rows", name, Numbers.count(groups.get(i).rows())));
            for (int j = 0; j < found.size(); j++) {
                double mean = found.get(j).groups().get(i).mean();
                double share = high > low ? (mean - low) / (high - low) : 1;
                good[i][j] = state.metric().higherIsBetter() ? share : 1 - share;
                texts[i][j] = text(mean, decimals) + inFold(state, j, found.get(j).groups().get(i), decimals);
            }
        }
        String chosen = model.session().selection().contenderProperty().get();
        List<String> names = state.hearing().experiment().contenders().stream()
                .map(one -> one.id().equals(chosen) ? Messages.text("evaluate.groups.chosen", one.name()) : one.name()).toList();
        String title = Messages.text("evaluate.groups.of", MethodWords.metric(state.metric()));
        chart.setPicture(new TilePicture(List.of(new TilePicture.Tile(title, good, texts, rows, names)), 0, 1,
                Messages.text("evaluate.groups.by", column.getValue()), "", title));
        return chart;
    }

    private static String text(double score, int decimals) {
        return Double.isNaN(score) ? "–" : Numbers.fixed(score, decimals);
    }

    /** In a second line the score in the fold that is chosen; empty where none is. */
    private String inFold(EvaluationState state, int contender, GroupScores.Group group, int decimals) {
        Fold fold = model.chosenFold();
        if (fold == null) {
            return "";
        }
        List<HeldOut> runs = state.finished().answers().get(contender).runs();
        OptionalDouble own = IntStream.range(0, runs.size()).filter(run -> runs.get(run).isOf(fold)).mapToDouble(run -> group.scores()[run])
                .filter(value -> !Double.isNaN(value)).average();
        return "\n" + Messages.text("evaluate.groups.fold", text(own.orElse(Double.NaN), decimals));
    }

    @Override
    public void dispose() {
        super.dispose();
        chart.dispose();
    }
}

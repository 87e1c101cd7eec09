package downhill.ui.screen.data;

import downhill.data.Column;
import downhill.data.Role;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.Terms;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Term;
import downhill.ui.session.LoadedData;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;

/** Above the columns: which of them is to be predicted, and what its values are. */
final class TargetChoice {
    private static final double WIDEST = 260;

    private final Choice<String> column;
    private final Label values = Labels.shortened(Labels.plain("", "secondary"));
    private final WrapRow row = new WrapRow(10);

    TargetChoice(DataModel model) {
        column = new Choice<String>(Messages.binding("data.target"), List.of(), name -> name == null ? "" : name)
                .start(null, name -> model.setRole(name, Role.TARGET));
        column.setId("data-target");
        column.setMaxWidth(WIDEST);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().setAll(Terms.mark(Labels.styled(Labels.of("data.target"), "strong"), Term.TARGET), column, values);
    }

    WrapRow node() {
        return row;
    }

    /** Null for nothing. */
    void show(LoadedData data) {
        column.setDisable(data == null);
        if (data == null) {
            column.offer(List.of(), null);
            values.setText("");
            return;
        }
        column.offer(data.imported().table().names(), data.roles() == null ? null : data.roles().target());
        values.setText(data.roles() == null ? Messages.text("data.target.none") : words(data));
    }

    private static String words(LoadedData data) {
        Column target = data.imported().table().column(data.roles().target());
        if (data.roles().task().isClassification()) {
            return Messages.text("data.target.classes", Numbers.count(target.distinct()));
        }
        DoubleSummaryStatistics numbers = IntStream.range(0, target.size()).mapToDouble(target::number).filter(Double::isFinite)
                .summaryStatistics();
        return Messages.text("data.target.number", Numbers.format(numbers.getMin()), Numbers.format(numbers.getMax()));
    }
}

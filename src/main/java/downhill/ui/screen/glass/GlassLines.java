package downhill.ui.screen.glass;

import downhill.analysis.step.GlassBox;
import downhill.optim.Rule;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The gradient and the rule's lines in the numbers of a step. From step to step the lines stay, and only their numbers are put in. */
final class GlassLines extends VBox {
    private static final double GAP = 3;

    private final Label method = Rows.paragraph(Messages.binding("glass.method"));

    GlassLines() {
        super(GAP);
        setId("glass-lines");
    }

    void show(Told told) {
        List<NumbersText> rows = rows(told);
        List<Node> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Node there = i < getChildren().size() ? getChildren().get(i) : null;
            lines.add(rows.get(i).into(there) ? there : rows.get(i).flow());
        }
        if (told.lines().isEmpty()) {
            lines.add(method);
        }
        if (!lines.equals(getChildren())) {
            getChildren().setAll(lines);
        }
    }

    private static List<NumbersText> rows(Told told) {
        List<NumbersText> rows = new ArrayList<>(gradient(told.box()));
        for (RuleLines.Line line : told.lines()) {
            if (!line.corrected().isEmpty()) {
                rows.add(NumbersText.corrected(line.corrected()));
            }
            rows.add(row(line, told.box()));
        }
        if (told.lines().isEmpty()) {
            GlassBox box = told.box();
            rows.add(new NumbersText().symbol("θ").plain(" ← ").live(Figures.parameter(box.theta(), box.change()))
                    .plain(box.change() < 0 ? " − " : " + ")
                    .live(Figures.of(Math.abs(box.change()))).plain(" = ").strong(Figures.parameter(box.next(), box.change())));
        }
        return rows;
    }

    private static NumbersText row(RuleLines.Line line, GlassBox box) {
        NumbersText text = new NumbersText().symbol(line.target()).plain(" ← ").numbers(line.numbers());
        if (line.matrix()) {
            return text.plain(", ").words("glass.matrix");
        }
        boolean last = line.target().equals(Rule.PARAMETERS);
        text.plain(" = ");
        return last ? text.strong(Figures.parameter(line.value(), box.change())) : text.live(Figures.of(line.value()));
    }

    /** The gradient, and its parts where it has more than one. */
    private static List<NumbersText> gradient(GlassBox box) {
        NumbersText text = new NumbersText().words("glass.gradient").symbol("g").plain(" = ");
        boolean parts = box.penalty() != 0 || box.clipping() != 1 || box.decay() != 0;
        if (!parts) {
            return List.of(text.live(Figures.of(box.gradient())));
        }
        List<NumbersText> rows = new ArrayList<>();
        rows.add(part("glass.gradient.data", box.dataGradient()));
        if (box.penalty() != 0) {
            rows.add(part("glass.gradient.penalty", box.penalty()));
        }
        if (box.decay() != 0) {
            rows.add(part("glass.gradient.decay", box.decay()));
        }
        if (box.clipping() != 1) {
            rows.add(part("glass.gradient.clipping", box.clipping()));
        }
        boolean sum = box.penalty() != 0 && box.clipping() != 1;
        text.plain(sum ? "(" : "").live(Figures.of(box.dataGradient()));
        term(text, box.penalty());
        text.plain(sum ? ")" : "");
        if (box.clipping() != 1) {
            text.plain("·").live(Figures.factor(box.clipping()));
        }
        term(text, box.decay());
        rows.add(text.plain(" = ").live(Figures.of(box.gradient())));
        return rows;
    }

    private static NumbersText part(String key, double value) {
        return new NumbersText().words(key).live(Figures.of(value));
    }

    private static void term(NumbersText text, double value) {
        if (value != 0) {
            text.plain(value < 0 ? " − " : " + ").live(Figures.of(Math.abs(value)));
        }
    }
}

package downhill.ui.screen.workshop;

import downhill.analysis.sweep.PhasePlot;
import downhill.analysis.sweep.PhaseSweep;
import downhill.analysis.sweep.SweepAxis;
import downhill.expr.FormulaException;
import downhill.optim.Rule;
import downhill.optim.RuleParser;
import downhill.optim.Scale;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.fx.UiTask;
import downhill.ui.session.Edits;
import downhill.ui.session.Session;
import downhill.ui.session.TaskProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A rule being written: its text, what it says, or what is wrong with it and where. */
final class WorkshopModel {
    private static final double[] RATES = new SweepAxis("x", 1e-3, 10, Scale.LOG, 49).values();
    private static final double[] CURVATURES = new SweepAxis("y", 1e-2, 100, Scale.LOG, 33).values();

    private final Session session;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyObjectWrapper<Rule> rule = new ReadOnlyObjectWrapper<>(this, "rule");
    private final ReadOnlyObjectWrapper<FormulaException> problem = new ReadOnlyObjectWrapper<>(this, "problem");

    WorkshopModel(Session session) {
        this.session = session;
        text.addListener((source, old, now) -> read(now));
        fork(session.rules().byId("adam").orElseGet(() -> session.rules().all().get(0)));
    }

    /** What is written. */
    StringProperty textProperty() {
        return text;
    }

    /** The rule that the text is; null where it is none. */
    ReadOnlyObjectProperty<Rule> ruleProperty() {
        return rule.getReadOnlyProperty();
    }

    /** What is wrong with the text; null where nothing is. */
    ReadOnlyObjectProperty<FormulaException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    List<Rule> builtIn() {
        return session.rules().all();
    }

    /** Begins with the text of {@code original} under an id and a name of its own. */
    void fork(Rule original) {
        text.set(original.text().replaceFirst("(?m)^id:.*$", "id: my-" + original.id())
                .replaceFirst("(?m)^name:.*$", "name: My " + original.name().replace("$", "")));
    }

    /** The place of the problem in the text, in characters. */
    int problemStart() {
        FormulaException now = problem.get();
        String[] lines = text.get().split("\n", -1);
        int at = 0;
        for (int line = 1; line < Math.min(now.line(), lines.length + 1); line++) {
            at += lines[line - 1].length() + 1;
        }
        return Math.min(text.get().length(), at + Math.max(0, now.column() - 1));
    }

    /** Where the place of the problem ends: at least a character behind its start, if there is one. */
    int problemEnd() {
        return Math.min(text.get().length(), problemStart() + Math.max(1, problem.get().length()));
    }

    /** Whether there is a phase plot to draw: of a rule with a learning rate. */
    boolean canPlot() {
        return rule.get() != null && rule.get().learningRateIndex() >= 0;
    }

    /** The work of drawing the phase plot. */
    UiTask.Work<PhasePlot> plotting() {
        Rule now = rule.get();
        return task -> PhaseSweep.draw(now, now.defaults(), RATES, CURVATURES, 1, new TaskProgress(task), coarse -> { });
    }

    /** Sends the rule into the race as a contender of its own; its id, or empty where the text is no rule or the race has no room. */
    Optional<String> race() {
        Rule now = rule.get();
        if (now == null) {
            return Optional.empty();
        }
        Experiment document = session.experiment();
        String id = Edits.freshId(document);
        ContenderSpec fresh = ContenderSpec.of(id, Edits.freshName(document, now.name()), now.id(), Map.of(), Edits.freshStyle(document))
                .withRule(now.id(), text.get(), Map.of());
        boolean taken = session.edit(other -> {
            List<ContenderSpec> all = new ArrayList<>(other.contenders());
            all.add(fresh);
            return other.withContenders(all);
        });
        if (!taken) {
            return Optional.empty();
        }
        session.selection().contenderProperty().set(id);
        return Optional.of(id);
    }

    private void read(String now) {
        try {
            Rule read = RuleParser.parse(now);
            problem.set(null);
            rule.set(read);
        } catch (FormulaException wrong) {
            problem.set(wrong);
            rule.set(null);
        }
    }
}

package downhill.ui.session;

import downhill.data.DataSource;
import downhill.race.Racing;
import downhill.race.Racing.Quantity;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.history.Curve;
import downhill.race.history.EarlierRace;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Races of a session that were kept to be laid behind later ones. FX thread. */
public final class EarlierRaces {
    private final Session session;
    private final ReadOnlyObjectWrapper<List<EarlierRace>> all = new ReadOnlyObjectWrapper<>(this, "all", List.of());

    /** As they are in the file. */
    private List<EarlierRace> saved = List.of();

    EarlierRaces(Session session) {
        this.session = session;
    }

    /** In the order in which they were kept. */
    public ReadOnlyObjectProperty<List<EarlierRace>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /** Those now. */
    public List<EarlierRace> all() {
        return all.get();
    }

    /** Those that are laid behind the present race. */
    public List<EarlierRace> shown() {
        return all.get().stream().filter(EarlierRace::shown).toList();
    }

    /** Why the present race cannot be kept, in a sentence; empty where it can. */
    public String refusal() {
        String reason = Obstacles.noRace(session);
        if (!reason.isEmpty()) {
            return reason;
        }
        if (all.get().size() >= EarlierRace.MOST) {
            return Messages.text("why.earlier", Numbers.count(EarlierRace.MOST));
        }
        return session.race().racing().recordedSteps() == 0 ? Messages.text("why.start") : "";
    }

    /** Keeps the training loss of the present race as far as it was recorded. */
    public void keep() {
        if (refusal().isEmpty()) {
            Racing race = session.race().racing();
            List<EarlierRace.Line> lines = session.experiment().contenders().stream()
                    .map(one -> line(one.name(), one.style(), race.curve(one.id(), Quantity.TRAINING_LOSS, EarlierRace.POINTS)))
                    .filter(line -> !line.steps().isEmpty()).toList();
            List<EarlierRace> more = new ArrayList<>(all.get());
            more.add(new EarlierRace(freshName(), true, race.stepsPerEpoch(), measured(session.experiment()), lines));
            change(more);
        }
    }

    /** Changes the one at a place of {@link #all()}. */
    public void change(int place, UnaryOperator<EarlierRace> how) {
        List<EarlierRace> others = new ArrayList<>(all.get());
        others.set(place, how.apply(others.get(place)));
        change(others);
    }

    /** Forgets the one at a place of {@link #all()}. */
    public void remove(int place) {
        List<EarlierRace> fewer = new ArrayList<>(all.get());
        fewer.remove(place);
        change(fewer);
    }

    /** Whether its losses are of the same data and the same loss as those of the present race. */
    public boolean isComparable(EarlierRace race) {
        return session.experiment() != null && race.measured().equals(measured(session.experiment()));
    }

    /** Those of a session that is opened. */
    void open(List<EarlierRace> those) {
        all.set(List.copyOf(those));
        markSaved();
    }

    /** They are in the file as they are now. */
    void markSaved() {
        saved = all.get();
    }

    /** Whether they are other than in the file. */
    boolean isChanged() {
        return !saved.equals(all.get());
    }

    private void change(List<EarlierRace> now) {
        if (!now.equals(all.get())) {
            all.set(List.copyOf(now));
            session.markChanged();
        }
    }

    private String freshName() {
        List<String> known = all.get().stream().map(EarlierRace::name).collect(Collectors.toList());
        int number = 1;
        while (known.contains(Messages.text("earlier.name", Numbers.count(number)))) {
            number++;
        }
        return Messages.text("earlier.name", Numbers.count(number));
    }

    private static EarlierRace.Line line(String name, int style, Curve curve) {
        return new EarlierRace.Line(name, style, DoubleStream.of(curve.x()).mapToObj(step -> Math.round(step)).toList(),
                DoubleStream.of(curve.y()).boxed().toList());
    }

    /** A file is known by its name, for a session may be moved with it. */
    private static String measured(Experiment experiment) {
        if (experiment.problem() instanceof Problem.Surface surface) {
            return "surface " + surface.formula();
        }
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        String source = learning.data().source() instanceof DataSource.CsvFile csv ? Path.of(csv.path()).getFileName().toString()
                : learning.data().source().toString();
        return learning.model().loss() + " " + learning.model().lossOptions() + " " + learning.data().target() + " " + source;
    }
}

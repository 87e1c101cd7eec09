package downhill.ui.screen.state;

import downhill.analysis.step.MatrixStep;
import downhill.analysis.step.SpreadHistory;
import downhill.analysis.step.StepRecord;
import downhill.analysis.step.StepStatistics;
import downhill.engine.graph.ParameterSlot;
import downhill.engine.train.RuleTensors;
import downhill.optim.RuleTensor;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.DotsDrawing;
import downhill.ui.chart.Film;
import downhill.ui.chart.Note;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.SpreadDrawing;
import downhill.ui.chart.shape.Points;
import downhill.ui.i18n.Messages;
import downhill.ui.session.MeasuredStep;
import downhill.ui.session.Session;
import downhill.ui.session.StepFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The chosen contender's step with all parameters, and the sizes of the steps before it. */
final class StateModel {
    /** Steps looked back over where the race rests. */
    static final int RECENT = 120;
    private static final int MOST_SAMPLES = 600;
    private static final int GRADIENT = 0;
    private static final int UPDATE = 1;
    private static final int RATIO = 2;

    private final Session session;
    private final StepFeed feed;
    private final TreeMap<Long, StepStatistics.Part> sizes = new TreeMap<>();
    private String subject = "";
    private Quantity quantity = Quantity.RATE;
    private SpreadHistory spread;
    private List<MatrixStep> matrices = List.of();
    private String array = "";

    StateModel(Session session, StepFeed feed) {
        this.session = session;
        this.feed = feed;
    }

    Session session() {
        return session;
    }

    StepFeed feed() {
        return feed;
    }

    StepRecord record() {
        return feed.recordProperty().get();
    }

    int measured() {
        return sizes.size();
    }

    /** How weights and gradients were spread over the run; null until counted. */
    SpreadHistory spread() {
        return spread;
    }

    void take(SpreadHistory counted) {
        spread = counted;
    }

    /** What the step does to each matrix; empty until it was worked out. */
    List<MatrixStep> matrices() {
        return matrices;
    }

    void takeMatrices(List<MatrixStep> found) {
        matrices = found;
    }

    /** The array whose histograms are drawn; empty for all parameters. */
    String array() {
        return array;
    }

    void chooseArray(String name) {
        array = name;
    }

    /** All parameters, and each array. */
    List<String> arrayNames() {
        List<String> names = new ArrayList<>(List.of(""));
        record().layout().slots().forEach(slot -> names.add(slot.name()));
        return names;
    }

    /** Its histograms, of the weights or of the gradients; nothing until counted. */
    SpreadDrawing drawing(boolean gradients, String title) {
        int at = spread == null ? -1 : Math.max(0, spread.names().indexOf(array));
        String steps = Messages.text("race.step");
        if (at < 0) {
            return new SpreadDrawing(new double[0], 0, 1, new double[0][], steps, title, 0);
        }
        SpreadHistory.Spread one = (gradients ? spread.gradients() : spread.weights()).get(at);
        return new SpreadDrawing(spread.steps(), one.low(), one.high(), one.shares(), steps, title, style());
    }

    private int style() {
        return feed.contender() == null ? 0 : feed.contender().style();
    }

    Quantity quantity() {
        return quantity;
    }

    void choose(Quantity other) {
        quantity = other;
    }

    /** Takes the newest step; steps of another contender, and of a future that was given up, are forgotten. */
    void take() {
        StepRecord record = record();
        ContenderSpec contender = feed.contender();
        String now = contender == null || session.race().racing() == null ? ""
                : contender.id() + System.identityHashCode(session.race().racing());
        if (!now.equals(subject)) {
            subject = now;
            sizes.clear();
            spread = null;
            matrices = List.of();
        }
        if (record != null) {
            sizes.tailMap(record.step(), true).clear();
            sizes.put(record.step(), StepStatistics.of(record).all());
            while (sizes.size() > MOST_SAMPLES) {
                sizes.pollFirstEntry();
            }
        }
    }

    /** Takes steps measured one by one in place of those sampled while the race ran. */
    void take(List<MeasuredStep> steps) {
        sizes.clear();
        steps.forEach(one -> sizes.put(one.step(), one.size()));
    }

    /** What can be drawn for each parameter of the present rule. */
    List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>(List.of(Quantity.RATE, Quantity.GRADIENT, Quantity.CHANGE, Quantity.VALUE));
        if (record() != null) {
            all.add(Quantity.SPREAD);
            if (RuleTensors.of(record().layout()).stream().anyMatch(RuleTensor::matrix)) {
                all.add(Quantity.MATRICES);
            }
            record().memoryAfter().elements().keySet().forEach(symbol -> all.add(Quantity.memory(record().run().rule(), symbol)));
        }
        return all;
    }

    List<SeriesData> norms() {
        return List.of(SeriesData.main(Messages.text("state.norm.gradient"), points(StepStatistics.Part::gradientNorm), GRADIENT),
                SeriesData.main(Messages.text("state.norm.update"), points(StepStatistics.Part::updateNorm), UPDATE));
    }

    List<SeriesData> ratio() {
        return List.of(SeriesData.main(Messages.text("state.ratio.short"), points(StepStatistics.Part::ratio), RATIO));
    }

    private Points points(ToDoubleFunction<StepStatistics.Part> size) {
        double[] x = sizes.keySet().stream().mapToDouble(Long::doubleValue).toArray();
        double[] y = sizes.values().stream().mapToDouble(size).toArray();
        return Points.of(x, y);
    }

    /** The quantity chosen for each parameter at each step that the contender has done; empty where there are none. */
    Optional<Film> film() {
        Quantity shown = quantity;
        int colour = style();
        return feed.reel().map(reel -> new DotsFilm(reel, step -> dots(step, shown, colour)));
    }

    /** The quantity chosen for each parameter, array after array. */
    DotsDrawing perParameter() {
        return dots(record(), quantity, style());
    }

    private static DotsDrawing dots(StepRecord record, Quantity quantity, int style) {
        double[] row = quantity.of(record);
        double[] y = new double[row.length];
        int at = 0;
        for (ParameterSlot slot : record.layout().slots()) {
            for (double value : StepStatistics.values(row, slot)) {
                y[at++] = value;
            }
        }
        return new DotsDrawing(y, quantity.log(), arrays(record), Messages.text("state.index"), quantity.words(), style);
    }

    /** Where each array begins. */
    private static List<Note> arrays(StepRecord record) {
        List<Note> notes = new ArrayList<>();
        int at = 0;
        for (ParameterSlot slot : record.layout().slots()) {
            notes.add(new Note(at - 0.5, slot.name(), -1));
            at += slot.size();
        }
        return notes;
    }
}

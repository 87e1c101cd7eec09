package downhill.study.automl;

import downhill.analysis.score.ScoreMetric;
import downhill.data.DataSpec;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.model.Families;
import downhill.model.Family;
import downhill.model.InputShape;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What AutoML searches over, by what the data are, and where it begins. */
public final class AutoSpace {
    private static final String RULE = "adam";
    /** Steps go with the rows: each is seen about forty times, within bounds. */
    private static final int BATCH = 32;
    private static final long SIGHTS = 40;
    private static final long LEAST_STEPS = 600;
    private static final long MOST_STEPS = 3000;
    /** A polynomial of more columns has too many terms to be worth its time. */
    private static final int MOST_OF_POLYNOMIAL = 20;
    private static final Map<String, Object> USUAL = Map.ofEntries(Map.entry("optimizer", RULE), Map.entry("learningRate", 0.01),
            Map.entry("schedule", "cosine"), Map.entry("batch", (long) BATCH), Map.entry("l2", 1e-6), Map.entry("scaling", "standard"),
            Map.entry("missing", "mean"), Map.entry("hidden", 16L), Map.entry("activation", "tanh"), Map.entry("dropout", 0.0),
            Map.entry("width", 16L), Map.entry("degree", 2L));

    private final Prepared rows;
    private final InputShape shape;
    private final List<String> families;

    /** @param rows as they are prepared where nothing is searched over */
    public AutoSpace(Prepared rows) {
        this.rows = rows;
        this.shape = InputShape.of(rows.inputShape());
        this.families = families();
    }

    private List<String> families() {
        TaskKind task = rows.task();
        String linear = Stream.of("logistic", "softmax", "linear").filter(id -> family(id).fits(task, shape)).findFirst().orElseThrow();
        boolean polynomial = shape.size() <= MOST_OF_POLYNOMIAL && shape.lengths().size() == 1;
        return Stream.of(linear, "polynomial", "mlp", "cnn", "gru", "lstm").filter(id -> family(id).fits(task, shape))
                .filter(id -> polynomial || !id.equals("polynomial")).toList();
    }

    private static Family<?> family(String id) {
        return Families.named(id).orElseThrow();
    }

    /** Families that are tried, the linear one first. */
    public List<String> tried() {
        return families;
    }

    /** Steps of a trial where nobody says how many. */
    public long steps() {
        return Math.max(LEAST_STEPS, Math.min(MOST_STEPS, SIGHTS * rows.training().count() / BATCH / 100 * 100));
    }

    /** What is measured where nobody says: the logarithmic loss of classes, the root of the mean squared error of numbers. */
    public ScoreMetric usualMetric() {
        return rows.task().isClassification() ? ScoreMetric.LOG_LOSS : ScoreMetric.RMSE;
    }

    /** The linear model, trained as usual. */
    public Experiment experiment(String title, DataSpec data, long steps, long seed) {
        Family<?> linear = family(families.get(0));
        ModelSpec model = new ModelSpec(linear.start(shape), linear.usualLoss(rows.task()));
        return new Experiment(title, new Problem.Learning(data, model), TrainingSpec.of(steps, BATCH),
                List.of(ContenderSpec.of("automl", families.get(0), RULE, Map.of(), 0)), seed, Precision.FLOAT);
    }

    /**
     * The knobs.
     *
     * @param fixed names of those that a person has set
     */
    public SearchSpace space(Table table, Set<String> fixed) {
        boolean gaps = rows.preprocessing().asked().stream().map(FeatureStep::column)
                .anyMatch(name -> table.column(name).missing() > 0);
        String nets = String.join(",", families.subList(1, families.size()).stream().filter(id -> !id.equals("polynomial")).toList());
        List<String> knobs = new ArrayList<>(List.of("model=" + String.join(",", families), "optimizer=adam,adamw,rmsprop,nesterov",
                "learningRate=1e-3..0.3:log", "schedule=constant,cosine", "batch=16,32,64", "l2=1e-6..0.1:log",
                "scaling=standard,min-max", "dropout=0..0.5:if:model=" + nets, "hidden=8,16,32,64,16-16,64-32:if:model=mlp",
                "activation=tanh,relu,gelu:if:model=mlp"));
        if (gaps && rows.preprocessing().sequence() == null) {
            knobs.add("missing=mean,median,most-frequent");
        }
        if (families.contains("gru")) {
            knobs.add("width=8,16,32:if:model=gru,lstm");
        }
        if (families.contains("polynomial")) {
            knobs.add("degree=2,3:if:model=polynomial");
        }
        return new SearchSpace(knobs.stream().map(VaryText::read).filter(knob -> !fixed.contains(knob.name())).toList());
    }

    /**
     * What is tried first.
     *
     * @param space with what follows from the settings, such as that only some models have layers
     */
    public List<List<Map<String, Object>>> stages(SearchSpace space) {
        List<Map<String, Object>> linear = List.of(point(space, families.get(0), Map.of("learningRate", 0.03)),
                point(space, families.get(0), Map.of("learningRate", 0.03, "l2", 0.01)));
        List<Map<String, Object>> wider = new ArrayList<>();
        for (String family : families.subList(1, families.size())) {
            wider.add(point(space, family, family.equals("polynomial") ? Map.of("l2", 0.01) : Map.of()));
            if (family.equals("mlp")) {
                wider.add(point(space, family, Map.of("hidden", 64L, "activation", "relu", "dropout", 0.2, "l2", 1e-4)));
            }
        }
        return List.of(linear, List.copyOf(wider));
    }

    private static Map<String, Object> point(SearchSpace space, String family, Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(USUAL);
        all.putAll(own);
        all.put("model", family);
        return new LinkedHashMap<>(space.each((Knob knob) -> all.get(knob.name())));
    }
}

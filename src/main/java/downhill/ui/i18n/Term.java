package downhill.ui.i18n;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/** A word that a person may meet here for the first time, and what it means, from the bundles {@code glossary}. */
public enum Term {
    LEARNING_RATE("learningRate"),
    GRADIENT("gradient"),
    LOSS("loss", "model.loss", "results.loss"),
    STEP("step", "training.steps", "results.steps", "results.rate"),
    EPOCH("epoch"),
    BATCH("batch", "training.batchSize"),
    PARAMETER("parameter", "model.parameters"),
    HYPERPARAMETER("hyperparameter"),
    OPTIMIZER("optimizer"),
    MOMENTUM("momentum"),
    ADAPTIVE("adaptive"),
    SECOND_ORDER("secondOrder"),
    SCHEDULE("schedule"),
    WARM_UP("warmUp"),
    PLATEAU("plateau"),
    VALIDATION("validation", "data.split.validationRatio", "data.split", "results.validation"),
    OVERFITTING("overfitting"),
    REGULARISATION("regularisation", "training.penalty", "training.penalty.l1", "training.penalty.l2"),
    WEIGHT_DECAY("weightDecay", "contender.weightDecay"),
    CLIPPING("clipping", "training.clipping"),
    EARLY_STOPPING("earlyStopping", "training.early", "training.earlyStopping.patience"),
    DROPOUT("dropout", "model.dropout"),
    AUGMENTATION("augmentation", "training.augmentation", "training.augmentation.shift", "training.augmentation.flip"),
    SEED("seed", "experiment.seed", "contender.seeds", "results.spread"),
    BAND("band"),
    INITIALISATION("initialisation", "model.initializer.scheme"),
    ACTIVATION("activation", "mlp.activation"),
    LAYER("layer"),
    LOGITS("logits"),
    SOFTMAX("softmax"),
    CROSS_ENTROPY("crossEntropy"),
    ACCURACY("accuracy", "metric.accuracy"),
    R2("r2", "metric.r2"),
    LANDSCAPE("landscape"),
    LOCAL_MINIMUM("localMinimum", "data.minimum"),
    SADDLE("saddle"),
    CURVATURE("curvature"),
    DIVERGE("diverge"),
    STANDARDISE("standardise", "data.scaling"),
    FEATURE("feature", "data.features"),
    TARGET("target", "data.target"),
    FORK("fork");

    private static final String BUNDLE = "downhill.ui.i18n.glossary";
    private static final Map<Language, ResourceBundle> BUNDLES = load();

    private final String key;
    private final List<String> labels;

    /** {@code labels} are the keys of settings and of words before a value that it explains. */
    Term(String key, String... labels) {
        this.key = key;
        this.labels = List.of(labels);
    }

    /** The word, in the language spoken now. */
    public String word() {
        return word(Messages.languageProperty().get());
    }

    /** The word in a language. */
    public String word(Language language) {
        return BUNDLES.get(language).getString(key + ".name");
    }

    /** What it means, in the language spoken now. */
    public String meaning() {
        return meaning(Messages.languageProperty().get());
    }

    /** What it means, in a language. */
    public String meaning(Language language) {
        return BUNDLES.get(language).getString(key + ".text");
    }

    /** The word and what it means, now and after a change of language. */
    public StringBinding told() {
        return Bindings.createStringBinding(() -> Messages.text("glossary.told", word(), meaning()), Messages.languageProperty());
    }

    /** The keys of settings and of words before a value that it explains. */
    List<String> labels() {
        return labels;
    }

    /** The one that explains a setting or the words before a value, by its key. */
    public static Optional<Term> of(String key) {
        return Arrays.stream(values()).filter(term -> term.labels.contains(key)).findFirst();
    }

    private static Map<Language, ResourceBundle> load() {
        Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);
        ResourceBundle.Control exact = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        for (Language language : Language.values()) {
            bundles.put(language, ResourceBundle.getBundle(BUNDLE, language.locale(), exact));
        }
        return bundles;
    }
}

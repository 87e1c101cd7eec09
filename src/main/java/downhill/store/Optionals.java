package downhill.store;

import java.lang.reflect.RecordComponent;
import java.util.Set;

/**
 * The components of records that may be null, and are left out of files where they are, and numbers that older files do not have,
 * which are 0 then. All others must be there.
 */
final class Optionals {
    private static final Set<String> NAMES = Set.of(
            "Experiment.shrink", "Experiment.treatments",
            "TriedRemedy.contender", "TriedRemedy.name", "TriedRemedy.branch", "TriedRemedy.setup",
            "TriedRemedy.effect", "Experiment.search", "SearchSpec.store", "SearchSpec.study",
            "Experiment.evaluation", "EvaluationSpec.group", "EvaluationSpec.metric", "EvaluationSpec.margin",
            "EvaluationSpec.nested",
            "ContenderSpec.ruleText", "ContenderSpec.penalty", "ContenderSpec.clipping", "ContenderSpec.fork", "Fork.lineage",
            "ContenderSpec.weights", "WeightsSpec.start", "WeightsSpec.paces", "WeightsSpec.average",
            "ModelSpec.lossOptions", "ModelSpec.quantisation", "NamedArray.type",
            "LossOptions.classWeights", "TrainingSpec.earlyStopping", "TrainingSpec.augmentation",
            "DataSpec.target", "DataSpec.task", "DataSpec.image", "DataSpec.sequence", "DataSpec.edition",
            "DataSpec.made", "Preprocessing.made", "SplitSpec.equalRows",
            "SplitSpec.sealed", "Experiment.looks",
            "SequenceSpec.level", "ImportOptions.dialect", "InspectReport.sample", "SessionPlace.file", "SessionPlace.folder",
            "SessionPlace.contender", "SessionPlace.earlier", "SessionPlace.lesson",
            "Preprocessing.image", "Preprocessing.sequence", "Preprocessing.reading",
            "Preprocessing.weight", "Reading.decimal", "Reading.thousands", "Reading.order", "ColumnReading.dates", "ColumnReading.least",
            "ColumnReading.greatest", "Numeric.fill", "OneHot.fill",
            "LessonHead.application", "Step.open", "Step.views", "Step.controls", "Step.predict", "Step.run", "Step.task",
            "Setup.contenders", "Setup.hyperparameters", "Setup.batch", "Setup.steps", "Setup.seed", "Setup.start",
            "Answer.when", "Number.measure", "Number.right", "ReadOff.parameter", "Answered.given", "Answered.right", "LessonWork.polls",
            "Laid.language", "Laid.keepIn", "Laid.hide",
            "Written.options");

    private static final Set<String> ZEROS = Set.of("AugmentationSpec.noise", "AugmentationSpec.relabel");

    private Optionals() {
    }

    static boolean mayBeNull(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName().equals("DialectChoice") || NAMES.contains(name(component));
    }

    /** A number that older files do not have. */
    static boolean mayBeZero(RecordComponent component) {
        return ZEROS.contains(name(component));
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }
}

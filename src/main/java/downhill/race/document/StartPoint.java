package downhill.race.document;

import downhill.data.prepare.Preprocessing;
import downhill.engine.graph.ParameterLayout;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.ParameterText;
import downhill.model.RealWeights;
import downhill.model.TrainedModel;
import java.util.Objects;

/**
 * Numbers that a contender starts from in place of those of its seed: a trained model, whole, so that the document repeats the race
 * without the file it came from.
 *
 * @param name        of what it was: the contender that became the model
 * @param from        where it was found, such as the name of a file; may be empty
 * @param step        updates done by then
 * @param model       its shape
 * @param preparation how rows became its inputs
 * @param outputs     numbers it gives for each row
 * @param numbers     its parameters, see {@link ParameterText}
 * @param newHead     whether its last layer is left, and that of the contender drawn by the seed
 */
public record StartPoint(String name, String from, long step, ModelSpec model, Preprocessing preparation, int outputs, String numbers,
                    boolean newHead) {
    /** A model as a start; one with whole numbers for weights by the real ones that they stand for. */
    public static StartPoint of(TrainedModel model, String from, boolean newHead) {
        TrainedModel trained = RealWeights.of(model);
        ParameterLayout layout = layout(trained.model(), trained.preprocessing(), trained.outputs());
        return new StartPoint(trained.name(), from, trained.training().steps(), trained.model(), trained.preprocessing(), trained.outputs(),
                ParameterText.of(layout, trained.parameters()), newHead);
    }

    /** Where its named arrays lie in {@link #row}; throws {@link downhill.model.ModelException} where there can be no such model. */
    public ParameterLayout layout() {
        return layout(model, preparation, outputs);
    }

    private static ParameterLayout layout(ModelSpec model, Preprocessing preparation, int outputs) {
        return ModelBuilder.prediction(model, InputShape.of(preparation.inputShape()), outputs, 1, false).layout();
    }

    /** [P], as {@link #layout} has it; null where the text is none of so many numbers. */
    public double[] row() {
        return ParameterText.row(layout(), numbers);
    }

    /** With or without the last layer of its model. */
    public StartPoint withNewHead(boolean other) {
        return new StartPoint(name, from, step, model, preparation, outputs, numbers, other);
    }

    /** Whether contenders that start from the two start alike, whatever they are called and wherever they were found. */
    public boolean isLike(StartPoint other) {
        return other != null && newHead == other.newHead && numbers.equals(other.numbers) && Objects.equals(model, other.model);
    }
}

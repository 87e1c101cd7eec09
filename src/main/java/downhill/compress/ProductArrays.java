package downhill.compress;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.ParameterRoles;
import downhill.model.Quantisation;
import downhill.model.TrainedModel;
import java.util.List;

/** The arrays that products of a model are taken with: its weights, without biases, gains and positions. */
final class ProductArrays {
    private ProductArrays() {
    }

    static ParameterLayout layout(TrainedModel model) {
        return layout(model, model.model());
    }

    /** That of a model of the same data. */
    static ParameterLayout layout(TrainedModel model, ModelSpec spec) {
        return ModelBuilder.prediction(spec, InputShape.of(model.preprocessing().inputShape()), model.outputs(), 1, false).layout();
    }

    /** In the order of the layout. */
    static List<ParameterSlot> of(TrainedModel model) {
        ParameterLayout whole = layout(model, model.model().withQuantisation(Quantisation.ofWeights(Byte.SIZE)));
        return layout(model).slots().stream().filter(slot -> whole.slot(slot.name()).flatMap(same -> ParameterRoles.steps(whole, same))
                .isPresent()).toList();
    }
}

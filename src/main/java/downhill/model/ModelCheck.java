package downhill.model;

import downhill.setting.Part;
import downhill.words.Said;

/** Whether a model fits its data, said before anything is built. */
final class ModelCheck {
    private ModelCheck() {
    }

    static void check(ModelSpec spec, InputShape shape, int outputs) {
        Sizes.require(outputs >= 1, Said.of("model.output", outputs));
        Sizes.require(spec.loss() != Loss.CROSS_ENTROPY || outputs >= 2, Said.of("model.entropy"));
        Family<Architecture> family = Family.of(spec.architecture());
        family.input().require(shape);
        Part.problem(spec.architecture(), family.settings()).ifPresent(problem -> {
            throw new ModelException(problem);
        });
        family.check(spec.architecture(), spec.loss(), shape);
    }
}

package downhill.model;

import downhill.setting.Part;

/** Whether a model fits its data, said before anything is built. */
final class ModelCheck {
    private ModelCheck() {
    }

    static void check(ModelSpec spec, InputShape shape, int outputs) {
        Sizes.require(outputs >= 1, "a model needs at least one output, not " + outputs);
        Sizes.require(spec.loss() != Loss.CROSS_ENTROPY || outputs >= 2, "cross-entropy needs two classes or more; with one output take "
                + "binary cross-entropy");
        Family<Architecture> family = Family.of(spec.architecture());
        family.input().require(shape);
        Part.problem(spec.architecture(), family.settings()).ifPresent(problem -> {
            throw new ModelException(problem);
        });
        family.check(spec.architecture(), spec.loss(), shape);
    }
}

package downhill.model;

import downhill.words.Said;

/** The examples that a family of models is made for. */
enum Input {
    /** Of any shape; series and images are flattened. */
    ANY,
    /** [time × channels]. */
    SERIES,
    /** [channels × height × width]. */
    IMAGES;

    boolean fits(InputShape shape) {
        return switch (this) {
            case ANY -> true;
            case SERIES -> shape.rank() == 2;
            case IMAGES -> shape.rank() == 3;
        };
    }

    /** A small one of them. */
    InputShape example() {
        return switch (this) {
            case ANY -> InputShape.of(8);
            case SERIES -> InputShape.of(24, 1);
            case IMAGES -> InputShape.of(1, 8, 8);
        };
    }

    /** @throws ModelException where the examples are others */
    void require(InputShape shape) {
        Sizes.require(this != SERIES || fits(shape), Said.of("model.windows", shape));
        Sizes.require(this != IMAGES || fits(shape), Said.of("model.cnn.images", shape));
    }
}

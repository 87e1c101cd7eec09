package downhill.model;

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
        Sizes.require(this != SERIES || fits(shape), "this model needs windows of a series [time × channels]; an example here is "
                + shape + ". Cut the columns into windows.");
        Sizes.require(this != IMAGES || fits(shape), "a convolutional network needs images [channels × height × width]; an example here is "
                + shape + ". Declare the image's shape for these columns.");
    }
}
